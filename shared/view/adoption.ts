import type { FileWindow } from '../api/exchangeCalls.ts';
import type { WindowDraft } from '../api/windowCalls.ts';
import type { WindowFormat } from '../exchange/windowReading.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import type { Effect } from '../record/words.ts';
import { draftOf, type WindowForm } from './windowForm.ts';

/** What an importer says once for all windows of a file. */
export interface AdoptionForm extends Pick<
  WindowForm,
  'owner' | 'ownerRole' | 'reason' | 'everything' | 'within' | 'except' | 'reach' | 'zone' | 'edge'
> {
  /** Null: as the file says. */
  readonly effect: Effect | null;
  /** Windows that were imported before keep all that the file does not say: what they cover, whose they are, and why. */
  readonly keepsKnown: boolean;
}

/** What the importer said of single entries, by key. */
export interface EntryChoice {
  /** Unset: taken, unless it changes nothing. */
  readonly isTaken?: boolean;
  readonly effect?: Effect;
}

/** A read entry and the window that it becomes. */
export interface AdoptedEntry {
  readonly read: FileWindow;
  readonly draft: WindowDraft;
  /** The window that came from this entry before stands in the very same words. */
  readonly isUnchanged: boolean;
  readonly isTaken: boolean;
}

/** What the entries of a file become under these settings. */
export function adoptedEntries(
  windows: readonly FileWindow[],
  common: AdoptionForm,
  choices: ReadonlyMap<string, EntryChoice>,
  format: WindowFormat,
): AdoptedEntry[] {
  return windows.map((read) => {
    const choice = choices.get(read.key) ?? {};
    const draft = adoptedDraft(read, choice.effect ? { ...common, effect: choice.effect } : common, format);
    const isUnchanged = read.known !== null && isSame(read.known, draft);
    return { read, draft, isUnchanged, isTaken: choice.isTaken ?? !isUnchanged };
  });
}

/** The window that a read entry becomes under these settings. */
function adoptedDraft(read: FileWindow, common: AdoptionForm, format: WindowFormat): WindowDraft {
  const origin = { from: format, key: read.key };
  if (read.known && common.keepsKnown) {
    const { window: _, follows: __, standing: ___, ...kept } = read.known;
    const effect = common.effect ?? kept.effect;
    return {
      ...kept,
      effect,
      title: read.title,
      closedOutside: effect === 'maintenance' && (kept.closedOutside || read.closedOutside),
      zone: read.zone ?? kept.zone,
      schedule: read.schedule,
      origin,
    };
  }
  const effect = common.effect ?? read.effect;
  const draft = draftOf({
    ...common,
    effect,
    title: read.title,
    closedOutside: effect === 'maintenance' && read.closedOutside,
    zone: read.zone ?? common.zone,
    when: read.schedule,
  });
  return { ...draft, origin };
}

function isSame(known: WindowBody, draft: WindowDraft): boolean {
  const { window: _, follows: __, standing: ___, ...before } = known;
  return canonical(before) === canonical(draft);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
