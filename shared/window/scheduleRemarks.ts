import { TidegateError } from '../errors.ts';
import type { Holidays, Schedule } from '../record/body/scheduleBody.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import { dayOf } from '../time/holidayDays.ts';
import { DAY_MS, type Ms, type Wall } from '../time/instant.ts';
import { wallMs } from '../time/wall.ts';
import { isZone, offsetMs } from '../time/zone.ts';
import { occurrenceWalls, occursAt } from './occurrenceWalls.ts';
import { readsWide } from './readSpan.ts';
import { wallDay, wallWords } from './wallWords.ts';

/** How far ahead a next occurrence is looked for, first near and then far. */
const AHEAD_MS: readonly Ms[] = [400 * DAY_MS, 60 * 366 * DAY_MS];

type Draft = Pick<WindowBody, 'zone' | 'schedule' | 'effect'>;
type Computed = Exclude<Schedule, { form: 'once' | 'dates' }>;

/**
 * What should be read before this schedule is signed, though it keeps nobody from signing? In whole sentences.
 *
 * Empty for a schedule that cannot be read: `scheduleProblems` speaks then.
 */
export function scheduleRemarks(draft: Draft, now: Ms): string[] {
  try {
    return remarks(draft, isZone(draft.zone) ? now + offsetMs(now, draft.zone) : now);
  } catch (cause) {
    if (cause instanceof TidegateError) return [];
    throw cause;
  }
}

function remarks(draft: Draft, now: Ms): string[] {
  const { schedule } = draft;
  const over = !happensFrom(draft, now);
  if (schedule.form === 'once') return over ? ['This lies in the past.'] : [];
  if (schedule.form === 'dates') return over ? ['All of these dates lie in the past.'] : [];
  return [
    ...(over ? ['This happens no more: its last occurrence lies in the past.'] : []),
    ...holidayRemarks(draft, schedule, now),
    ...lostChanges(draft, schedule),
  ];
}

function holidayRemarks(draft: Draft, schedule: Computed, now: Ms): string[] {
  const { holidays } = schedule;
  if (!holidays) return [];
  const uses = usesOf(schedule);
  if (uses === 'none') return ['Holidays are written in, but neither the start nor the end heeds them.'];
  const ran = dayAfter(holidays);
  if (!happensFrom(draft, Math.max(ran, now))) return [];
  const until = `Holidays are written in until ${wallDay(ran - DAY_MS)}`;
  const later = uses === 'weekends' ? 'count weekends only' : 'know none';
  return [ran > now ? `${until}; later years ${later}.` : `${until}; the days since then ${later}.`];
}

/** Does the schedule heed holidays, and weekends with them? */
function usesOf(schedule: Computed): 'none' | 'holidays' | 'weekends' {
  if (schedule.form === 'fiscal')
    return [schedule.start, schedule.end].some(({ count }) => count === 'business-days') ? 'weekends' : 'none';
  const { start, end } = schedule;
  const rules = 'rule' in end ? [start.onHoliday, end.onHoliday] : [start.onHoliday];
  if (rules.every((each) => each === undefined)) return 'none';
  return rules.every((each) => each === undefined || each === 'not-counted') ? 'holidays' : 'weekends';
}

function lostChanges({ zone }: Draft, schedule: Computed): string[] {
  const { exceptions = [], moved = [], ...plain } = schedule;
  const skips = exceptions.filter((from) => !occursAt(plain, zone, from));
  const moves = moved.filter(({ from }) => !occursAt(schedule, zone, from)).map(({ from }) => from);
  return [...lost(skips, 'so nothing is left out there'), ...lost(moves, 'so nothing is moved from there')];
}

function lost(walls: readonly Wall[], so: string): string[] {
  const [first] = walls;
  if (first === undefined) return [];
  const more = walls.length > 1 ? ` The same is true of ${walls.length - 1} more.` : '';
  return [`No occurrence starts at ${wallWords(wallMs(first))}, ${so}.${more}`];
}

function happensFrom({ schedule, zone, effect }: Draft, from: Ms): boolean {
  return AHEAD_MS.some(
    (ahead) => occurrenceWalls(schedule, zone, { start: from, end: from + ahead }, readsWide(effect)).length > 0,
  );
}

function dayAfter({ through }: Holidays): Ms {
  return (dayOf(through) + 1) * DAY_MS;
}
