import { TidegateError } from '../errors.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import { DAY_MS, type Ms } from '../time/instant.ts';
import { expandRule, type Recurrence } from '../time/recurrence.ts';
import { toWall, wallMs } from '../time/wall.ts';
import { isZone } from '../time/zone.ts';
import { durationMs } from './duration.ts';
import { LONGEST_OPEN_MS } from './pairEnds.ts';

export interface ScheduleProblem {
  readonly field: string;
  readonly problem: string;
}

/** How far ahead starts are tried for their ends. */
const TRIED_MS: Ms = 5 * 366 * DAY_MS;

/**
 * What keeps this schedule from being published? Empty when nothing does.
 *
 * One sentence per field, in the words of the editor: an unknown zone, a repetition that cannot be read or never stops,
 * a length of nothing, a start without an end within 400 days, a window that never happens.
 */
export function scheduleProblems(draft: Pick<WindowBody, 'zone' | 'schedule'>): ScheduleProblem[] {
  const problems: ScheduleProblem[] = [];
  const say = (field: string, problem: string) => void problems.push({ field, problem });
  if (draft.zone !== 'site' && !isZone(draft.zone)) say('zone', 'This time zone is not known.');
  const { schedule } = draft;
  if (schedule.form === 'once') {
    if (schedule.end <= schedule.start) say('schedule.end', 'The end must come after the start.');
    return problems;
  }
  if (schedule.form !== 'rule' || 'elapsed' in schedule.end) return problems;
  const period = { from: schedule.start.from, to: toWall(wallMs(schedule.start.from) + TRIED_MS) };
  const starts = expandOrSay(schedule.start, period, 'schedule.start.rule', say);
  if (starts?.length === 0 && !schedule.additions?.length) say('schedule.start.rule', 'This never happens.');
  if ('duration' in schedule.end) {
    if (lengthOf(schedule.end.duration) <= 0) say('schedule.end.duration', 'The window needs a length.');
    return problems;
  }
  const ends = expandOrSay(
    schedule.end,
    { ...period, to: toWall(wallMs(period.to) + LONGEST_OPEN_MS) },
    'schedule.end.rule',
    say,
  );
  if (starts && ends && starts.some((start) => !endsInTime(start, ends)))
    say('schedule.end.rule', 'A start has no end within 400 days.');
  return problems;
}

function expandOrSay(
  recurrence: Recurrence,
  period: { from: string; to: string },
  field: string,
  say: (field: string, problem: string) => void,
): string[] | null {
  try {
    return expandRule(recurrence, period);
  } catch (cause) {
    if (!(cause instanceof TidegateError)) throw cause;
    const endless = cause.code === 'schedule-endless';
    say(field, endless ? 'This repeats too often to be a window.' : 'This repetition cannot be read.');
    return null;
  }
}

function lengthOf(duration: string): Ms {
  try {
    return durationMs(duration);
  } catch (cause) {
    if (cause instanceof TidegateError) return 0;
    throw cause;
  }
}

function endsInTime(start: string, ends: readonly string[]): boolean {
  const end = ends.find((each) => each > start);
  return end !== undefined && wallMs(end) - wallMs(start) <= LONGEST_OPEN_MS;
}
