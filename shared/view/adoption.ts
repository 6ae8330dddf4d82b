import type { FileWindow } from '../api/exchangeCalls.ts';
import type { WindowDraft } from '../api/windowCalls.ts';
import type { WindowFormat } from '../exchange/windowReading.ts';
import type { Effect } from '../record/words.ts';
import { draftOf, type WindowForm } from './windowForm.ts';

/** What an importer says once for all windows of a file. */
export interface AdoptionForm extends Pick<
  WindowForm,
  'owner' | 'ownerRole' | 'reason' | 'everything' | 'within' | 'except' | 'reach' | 'zone' | 'edge'
> {
  /** Null: as the file says. */
  readonly effect: Effect | null;
}

/** The window that a read entry becomes under these settings. */
export function adoptedDraft(read: FileWindow, common: AdoptionForm, format: WindowFormat): WindowDraft {
  const effect = common.effect ?? read.effect;
  const draft = draftOf({
    ...common,
    effect,
    title: read.title,
    closedOutside: effect === 'maintenance' && read.closedOutside,
    zone: read.zone ?? common.zone,
    when: read.schedule,
  });
  return { ...draft, origin: { from: format, key: read.key } };
}
