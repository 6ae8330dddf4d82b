import type { Schedule } from '../record/body/scheduleBody.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import { isZone } from '../time/zone.ts';
import { fiscalProblems } from './fiscalProblems.ts';
import { ruleProblems } from './ruleProblems.ts';
import type { SayProblem, ScheduleProblem } from './scheduleProblem.ts';

/**
 * What keeps this schedule from being published? Empty when nothing does.
 *
 * One sentence per field, in the words of the editor: an unknown zone, a repetition that cannot be read or never stops,
 * a length of nothing, a start without an end within 400 days, a window that never happens.
 */
export function scheduleProblems(draft: Pick<WindowBody, 'zone' | 'schedule'>): ScheduleProblem[] {
  const problems: ScheduleProblem[] = [];
  const say = (field: string, problem: string) => {
    if (!problems.some((known) => known.field === field)) problems.push({ field, problem });
  };
  if (draft.zone !== 'site' && !isZone(draft.zone)) say('zone', 'This time zone is not known.');
  const { schedule } = draft;
  if (schedule.form === 'once') {
    if (schedule.end <= schedule.start) say('schedule.end', 'The end must come after the start.');
  } else if (schedule.form === 'dates') datesProblems(schedule.spans, say);
  else {
    if (schedule.form === 'rule') ruleProblems(schedule, draft.zone, say);
    else fiscalProblems(schedule, say);
    changesProblems(schedule, say);
  }
  return problems;
}

type Dates = Extract<Schedule, { form: 'dates' }>['spans'];

function datesProblems(spans: Dates, say: SayProblem): void {
  if (spans.length === 0) say('schedule.spans', 'The list needs a date.');
  for (const [place, { start, end, name }] of spans.entries())
    if (end <= start)
      say(`schedule.spans.${place}.end`, `The end${name ? ` of ${name}` : ''} must come after its start.`);
}

function changesProblems(
  { moved = [], additions = [] }: Exclude<Schedule, { form: 'once' | 'dates' }>,
  say: SayProblem,
) {
  if (additions.some(({ start, end }) => end <= start))
    say('schedule.additions', 'The end of an addition must come after its start.');
  if (moved.some(({ start, end }) => end <= start))
    say('schedule.moved', 'The end of a moved occurrence must come after its start.');
  if (new Set(moved.map(({ from }) => from)).size < moved.length)
    say('schedule.moved', 'One occurrence cannot be moved to two places.');
}
