import type { HolidayRule, Holidays, StartRule } from '../record/body/scheduleBody.ts';
import type { Changeable } from './occurrenceChanges.ts';
import { readRepetition } from './readRepeat.ts';
import { startOf, usualWeekend, type Repeat, type Weekday } from './repeat.ts';

/** How many years ahead a country's days are written in at first, and with every further wish. */
const YEARS_AHEAD = 4;
export const YEARS_MORE = 3;
/** More the board does not compute at once. */
const MOST_YEARS = 15;

type Weekends = Readonly<Record<'old' | 'now', readonly Weekday[]>>;

/** What most people mean by holidays: days are left out, and what falls once in a while comes a day later. */
function usualOnHoliday(repeat: Repeat): HolidayRule | undefined {
  if (repeat.every === 'day' || repeat.every === 'week') return 'not-counted';
  if (repeat.every === 'kept') return undefined;
  return repeat.on.kind === 'business' ? 'not-counted' : 'next-business-day';
}

/** The rule under another set: "business day" means the days worked there. */
function ruleUnder(
  value: StartRule,
  { old, now }: Weekends,
  usual: (repeat: Repeat) => HolidayRule | undefined,
): StartRule {
  const { onHoliday, ...rest } = value;
  const said = readRepetition(value, old);
  const followed = isBusiness(said.repeat) ? { ...rest, ...startOf(said, now) } : rest;
  const what = onHoliday ?? usual(said.repeat);
  return what === undefined ? followed : { ...followed, onHoliday: what };
}

function isBusiness(repeat: Repeat): boolean {
  return 'on' in repeat && 'kind' in repeat.on && repeat.on.kind === 'business';
}

function heedless({ onHoliday, ...rest }: StartRule): StartRule {
  void onHoliday; // without a set nothing reads it
  return rest;
}

/** The schedule with a set of holidays, or with none: its rules follow the set. */
export function withHolidays<S extends Changeable>(schedule: S, holidays: Holidays | null): S {
  const { holidays: before, ...rest } = schedule;
  const set = holidays === null ? {} : { holidays };
  if (schedule.form === 'fiscal') return { ...rest, ...set } as S; // the same form
  const weekends = { old: before?.weekend ?? usualWeekend, now: holidays?.weekend ?? usualWeekend };
  // The first set brings its usual reading; with another one, what was chosen stays.
  const isFirst = before === undefined && holidays !== null;
  const asStart = (rule: StartRule) => ruleUnder(rule, weekends, isFirst ? usualOnHoliday : () => undefined);
  const asEnd = (rule: StartRule) =>
    ruleUnder(rule, weekends, (repeat) => (isFirst && isBusiness(repeat) ? 'not-counted' : undefined));
  const [start, ending] = [asStart(schedule.start), 'rule' in schedule.end ? asEnd(schedule.end) : schedule.end];
  if (holidays === null) {
    const end = 'rule' in ending ? heedless(ending) : ending;
    return { ...rest, start: heedless(start), end } as S; // the same form
  }
  return { ...rest, start, end: ending, ...set } as S; // the same form
}

/** The years to write in for a schedule that begins on `from`, as of `today`: both `2026-11-27…` or longer. */
export function yearsToWrite(from: string, today: string): { from: number; to: number } {
  const to = Number(today.slice(0, 4)) + YEARS_AHEAD;
  const first = Math.min(Number((from || today).slice(0, 4)), Number(today.slice(0, 4)));
  return { from: Math.max(first, to - MOST_YEARS + 1), to };
}

/** The set with the days of `later` behind its own: what its owner changed before stays changed. */
export function prolonged(holidays: Holidays, later: Holidays): Holidays {
  const fresh = later.days.filter(({ day }) => day > holidays.through);
  return { ...holidays, days: [...holidays.days, ...fresh], through: later.through };
}

/** The set with or without one day. */
export function withDay(holidays: Holidays, day: string, name?: string): Holidays {
  const others = holidays.days.filter((each) => each.day !== day);
  const days = [...others, { day, ...(name !== undefined && name !== '' && { name }) }];
  return { ...holidays, days: days.toSorted((a, b) => (a.day < b.day ? -1 : 1)) };
}

export function withoutDay(holidays: Holidays, day: string): Holidays {
  return { ...holidays, days: holidays.days.filter((each) => each.day !== day) };
}
