import type { WindowDraft } from '../../../../shared/api/windowCalls.ts';
import type { Schedule } from '../../../../shared/record/body/scheduleBody.ts';
import type { WindowBody } from '../../../../shared/record/body/windowBody.ts';
import { scheduleWords } from '../../../../shared/view/scheduleWords.ts';
import { legibleLine } from '../../../../shared/audit/legible.ts';
import { countWords } from '../../../ui/spanWords.ts';
import { effectWords } from '../../../ui/tradeWords.ts';
import { clockWords } from '../windowWords.ts';

/** What a revision changes of the window that was imported before, a line for each part: "Effect: was Freeze". */
export function revisionLines(known: WindowBody, draft: WindowDraft): string[] {
  const isOther = (part: 'scope' | 'owner' | 'reason' | 'reach' | 'edge' | 'ownerRole') =>
    JSON.stringify(known[part]) !== JSON.stringify(draft[part]);
  return [
    ...was('Title', `“${legibleLine(known.title)}”`, `“${legibleLine(draft.title)}”`),
    ...was('Effect', effectWords[known.effect], effectWords[draft.effect]),
    ...whenLines(known.schedule, draft.schedule),
    ...was('Clock', clockWords(known.zone), clockWords(draft.zone)),
    ...(known.closedOutside === draft.closedOutside
      ? []
      : [`Outside of it: was ${known.closedOutside ? 'closed' : 'open'}.`]),
    ...(isOther('scope') ? ['It covers something else.'] : []),
    ...(isOther('owner') || isOther('ownerRole') ? ['Its owner changes.'] : []),
    ...(isOther('reason') ? ['Its reason changes.'] : []),
    ...(isOther('reach') || isOther('edge') ? ['What it reaches or stops changes.'] : []),
  ];
}

function whenLines(before: Schedule, after: Schedule): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (before.form === 'dates' && after.form === 'dates') {
    const texts = (schedule: typeof before) => new Set(schedule.spans.map((span) => JSON.stringify(span)));
    const [old, now] = [texts(before), texts(after)];
    const gone = [...old].filter((span) => !now.has(span)).length;
    const fresh = [...now].filter((span) => !old.has(span)).length;
    return [`When: ${countWords(fresh, 'new date')}, ${countWords(gone, 'date')} of before gone.`];
  }
  const [old, now] = [scheduleWords(before), scheduleWords(after)];
  return old === now ? ['When: some details differ.'] : [`When: was ${old.charAt(0).toLowerCase()}${old.slice(1)}.`];
}

function was(part: string, before: string, after: string): string[] {
  return before === after ? [] : [`${part}: was ${before}.`];
}
