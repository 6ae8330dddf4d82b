import { TidegateError } from '../errors.ts';
import type { StartRule } from '../record/body/scheduleBody.ts';
import { DAY_MS, type Ms } from '../time/instant.ts';
import { wallMs } from '../time/wall.ts';
import { durationMs } from './duration.ts';
import { withoutExceptions } from './occurrence.ts';
import { LONGEST_OPEN_MS, type WallSpan } from './pairEnds.ts';
import { ruleMoments } from './ruleMoments.ts';
import type { Ruled } from './ruleWalls.ts';
import type { SayProblem } from './scheduleProblem.ts';
import { wallWords } from './wallWords.ts';

/** How far ahead starts are tried for their ends. */
const TRIED_MS: Ms = 5 * 366 * DAY_MS;
/** How far ahead a rule that is rare is looked for. */
const RARE_MS: Ms = 60 * 366 * DAY_MS;
/** A holiday can move the first start to before the day from which the rule counts. */
const BEFORE_MS: Ms = 60 * DAY_MS;

/** What is wrong with a start rule and its end. */
export function ruleProblems(schedule: Ruled, zone: string, say: SayProblem): void {
  const { start, end, additions = [], moved = [] } = schedule;
  holidayProblems(schedule, say);
  const from = wallMs(start.from);
  const period = { start: from - BEFORE_MS, end: from + TRIED_MS };
  const starts = startsOf(schedule, zone, period, say);
  if (starts?.length === 0 && additions.length === 0 && moved.length === 0) {
    const later = startsOf(schedule, zone, { start: period.end, end: from + RARE_MS }, say);
    if (later?.length === 0) say('schedule.start.rule', 'This never happens.');
  }
  if ('duration' in end) lengthProblem('schedule.end.duration', end.duration, say);
  else if ('elapsed' in end) lengthProblem('schedule.end.elapsed', end.elapsed, say);
  else {
    const until = { start: period.start, end: period.end + LONGEST_OPEN_MS + DAY_MS };
    const ends = momentsOrSay('schedule.end.rule', () => ruleMoments(end, schedule.holidays, zone, until), say);
    const lost = starts && ends && startWithoutEnd(starts, ends);
    if (lost !== null && lost !== undefined)
      say('schedule.end.rule', `The start on ${wallWords(lost)} has no end within 400 days.`);
    else if (stops(end) && !stops(start)) say('schedule.end.rule', 'The ends stop and the starts go on.');
  }
}

function holidayProblems({ start, end, holidays }: Ruled, say: SayProblem): void {
  const missing = (rule: StartRule) => rule.onHoliday === 'not-counted' && !holidays?.days.length;
  const problem = 'Holidays are not counted here, but none are written in.';
  if (missing(start)) say('schedule.start.onHoliday', problem);
  if ('rule' in end && missing(end)) say('schedule.end.onHoliday', problem);
}

function startsOf(schedule: Ruled, zone: string, range: WallSpan, say: SayProblem): readonly Ms[] | null {
  const starts = () => ruleMoments(schedule.start, schedule.holidays, zone, range);
  const found = momentsOrSay('schedule.start.rule', starts, say);
  return found && withoutExceptions(found, schedule.exceptions, (at) => at);
}

function momentsOrSay(field: string, moments: () => Ms[], say: SayProblem): Ms[] | null {
  try {
    return moments();
  } catch (cause) {
    if (!(cause instanceof TidegateError)) throw cause;
    const endless = cause.code === 'schedule-endless';
    say(field, endless ? 'This repeats too often to be a window.' : 'This repetition cannot be read.');
    return null;
  }
}

function lengthProblem(field: string, text: string, say: SayProblem): void {
  try {
    if (durationMs(text) > 0) return;
  } catch (cause) {
    if (!(cause instanceof TidegateError)) throw cause;
  }
  say(field, 'The window needs a length.');
}

/** The first start that no end follows in time; null when there is none. */
function startWithoutEnd(starts: readonly Ms[], ends: readonly Ms[]): Ms | null {
  let next = 0;
  for (const start of starts) {
    while (next < ends.length && (ends[next] ?? start) <= start) next += 1;
    if ((ends[next] ?? Number.POSITIVE_INFINITY) - start > LONGEST_OPEN_MS) return start;
  }
  return null;
}

function stops({ rule }: StartRule): boolean {
  return /\b(COUNT|UNTIL)=/i.test(rule);
}
