/** A repetition as people say it; the record holds its RRULE. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];
/** The days on which nobody works where no set of holidays says otherwise. */
export const usualWeekend: readonly Weekday[] = ['SA', 'SU'];

/** Which day of a month: counted from its start (1, 2, …) or its end (-1 the last, -2 the second last). */
export type DayChoice =
  | { readonly kind: 'date'; readonly nth: number }
  | { readonly kind: 'weekday'; readonly nth: number; readonly weekday: Weekday }
  /** The first such weekday on or after a date: the Monday of Thanksgiving week is that from the 19th on. */
  | { readonly kind: 'weekday-after'; readonly weekday: Weekday; readonly date: number }
  | { readonly kind: 'business'; readonly nth: number };

export type Repeat =
  | { readonly every: 'day'; readonly interval: number }
  | { readonly every: 'week'; readonly interval: number; readonly on: readonly Weekday[] }
  | { readonly every: 'month'; readonly interval: number; readonly on: DayChoice }
  | { readonly every: 'year'; readonly months: readonly number[]; readonly on: DayChoice }
  /** Beyond these words: kept as it is, without its limit. */
  | { readonly every: 'kept'; readonly rule: string };

/** When a series stops. `text` is the `UNTIL` as the record has it. */
export type Limit =
  | { readonly kind: 'never' }
  | { readonly kind: 'until'; readonly text: string }
  | { readonly kind: 'count'; readonly count: number };

/** A start or end rule, taken apart. */
export interface Repetition {
  /** The first day that may count, `2026-11-27`; empty while none is given. */
  readonly from: string;
  /** `18:00`, in order, all at the same minute; none where a kept rule names its own. */
  readonly times: readonly string[];
  readonly repeat: Repeat;
  readonly limit: Limit;
}

/** The days of the week that are worked. */
export function workdaysOf(weekend: readonly Weekday[]): Weekday[] {
  return weekdays.filter((day) => !weekend.includes(day));
}

/** Whether it may strike more than once a day: a place counted in the month counts days only. */
export function mayStrikeOften(repeat: Repeat): boolean {
  if (repeat.every === 'kept') return false;
  return repeat.every === 'day' || repeat.every === 'week' || /^(date|weekday-after)$/.test(repeat.on.kind);
}

/** The days `date`, …, `date + 6` of a month as `BYMONTHDAY` lists them. */
export function weekFrom(date: number): string {
  return Array.from({ length: 7 }, (_, index) => String(date + index)).join(',');
}

/** Seven days from the 25th end on the 31st at the latest: they stay in one month. */
const LAST_IN_MONTH = 25;
const DAY_MS = 86_400_000;

/**
 * The week from a date on, as days counted back from the year's end, where it runs into the next month: `-34,…,-28` from
 * 28 November. Null in months before which a leap day may stand, and in December.
 */
export function weekAcross(month: number, date: number): string | null {
  if (date <= LAST_IN_MONTH || month < 3 || month > 11) return null;
  const first = (Date.UTC(2025, month - 1, date) - Date.UTC(2026, 0, 1)) / DAY_MS;
  return Array.from({ length: 7 }, (_, index) => String(first + index)).join(',');
}

function choiceParts(choice: DayChoice, weekend: readonly Weekday[]): string {
  switch (choice.kind) {
    case 'date':
      return `BYMONTHDAY=${String(choice.nth)}`;
    case 'weekday':
      return `BYDAY=${choice.weekday};BYSETPOS=${String(choice.nth)}`;
    case 'weekday-after':
      return `BYDAY=${choice.weekday};BYMONTHDAY=${weekFrom(Math.min(choice.date, LAST_IN_MONTH))}`;
    case 'business':
      return `BYDAY=${workdaysOf(weekend).join(',')};BYSETPOS=${String(choice.nth)}`;
  }
}

/** The RFC 5545 rule that says the same, its limit and further times of day aside. */
export function ruleOf(repeat: Repeat, weekend: readonly Weekday[] = usualWeekend): string {
  if (repeat.every === 'kept') return repeat.rule;
  const interval = repeat.every !== 'year' && repeat.interval > 1 ? `;INTERVAL=${String(repeat.interval)}` : '';
  if (repeat.every === 'day') return `FREQ=DAILY${interval}`;
  if (repeat.every === 'week') {
    const on = weekdays.filter((weekday) => repeat.on.includes(weekday));
    return `FREQ=WEEKLY${interval};BYDAY=${on.join(',')}`;
  }
  if (repeat.every === 'month') return `FREQ=MONTHLY${interval};${choiceParts(repeat.on, weekend)}`;
  const [month = 1, ...others] = repeat.months;
  const across = repeat.on.kind === 'weekday-after' && others.length === 0 ? weekAcross(month, repeat.on.date) : null;
  if (across !== null && 'weekday' in repeat.on) return `FREQ=YEARLY;BYDAY=${repeat.on.weekday};BYYEARDAY=${across}`;
  // Yearly with several months counts the position inside each month only when the rule runs monthly.
  const months = repeat.months.toSorted((a, b) => a - b).join(',');
  return `FREQ=MONTHLY;BYMONTH=${months};${choiceParts(repeat.on, weekend)}`;
}

function limitPart(limit: Limit): string {
  if (limit.kind === 'never') return '';
  return limit.kind === 'until' ? `;UNTIL=${limit.text}` : `;COUNT=${String(limit.count)}`;
}

/** The first candidate and the rule that a record holds for it. */
export function startOf(
  { from, times, repeat, limit }: Repetition,
  weekend: readonly Weekday[] = usualWeekend,
): { from: string; rule: string } {
  const [first = '00:00', ...others] = times.toSorted();
  const hours = others.length > 0 && mayStrikeOften(repeat) ? [first, ...others] : [];
  const often = hours.length > 0 ? `;BYHOUR=${hours.map((time) => String(Number(time.slice(0, 2)))).join(',')}` : '';
  return { from: from === '' ? '' : `${from}T${first}`, rule: `${ruleOf(repeat, weekend)}${often}${limitPart(limit)}` };
}
