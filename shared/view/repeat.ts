/** A repetition as people say it; the editor holds this and the record holds its RRULE. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

/** Which day of a month: counted from its start (1, 2, …) or its end (-1 the last, -2 the second last). */
export type DayChoice =
  | { readonly kind: 'date'; readonly nth: number }
  | { readonly kind: 'weekday'; readonly nth: number; readonly weekday: Weekday }
  | { readonly kind: 'business'; readonly nth: number };

export type Repeat =
  | { readonly every: 'day'; readonly interval: number }
  | { readonly every: 'week'; readonly interval: number; readonly on: readonly Weekday[] }
  | { readonly every: 'month'; readonly interval: number; readonly on: DayChoice }
  | { readonly every: 'year'; readonly months: readonly number[]; readonly on: DayChoice };

const BUSINESS = 'BYDAY=MO,TU,WE,TH,FR';

function choiceParts(choice: DayChoice): string {
  if (choice.kind === 'date') return `BYMONTHDAY=${String(choice.nth)}`;
  if (choice.kind === 'weekday') return `BYDAY=${choice.weekday};BYSETPOS=${String(choice.nth)}`;
  return `${BUSINESS};BYSETPOS=${String(choice.nth)}`;
}

/** The RFC 5545 rule that says the same. */
export function ruleOf(repeat: Repeat): string {
  const interval = repeat.every !== 'year' && repeat.interval > 1 ? `;INTERVAL=${String(repeat.interval)}` : '';
  if (repeat.every === 'day') return `FREQ=DAILY${interval}`;
  if (repeat.every === 'week') {
    const on = weekdays.filter((weekday) => repeat.on.includes(weekday));
    return `FREQ=WEEKLY${interval};BYDAY=${on.join(',')}`;
  }
  if (repeat.every === 'month') return `FREQ=MONTHLY${interval};${choiceParts(repeat.on)}`;
  // Yearly with several months counts the position inside each month only when the rule runs monthly.
  const months = repeat.months.toSorted((a, b) => a - b).join(',');
  return `FREQ=MONTHLY;BYMONTH=${months};${choiceParts(repeat.on)}`;
}

function readChoice(parts: ReadonlyMap<string, string>): DayChoice | null {
  const day = parts.get('BYDAY');
  const position = parts.get('BYSETPOS');
  const date = parts.get('BYMONTHDAY');
  if (date !== undefined) {
    return /^-?\d+$/.test(date) && day === undefined && position === undefined
      ? { kind: 'date', nth: Number(date) }
      : null;
  }
  const single = /^(-?\d+)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(day ?? '');
  const nth = Number(position ?? single?.[1] ?? Number.NaN);
  if (!Number.isInteger(nth) || nth === 0) return null;
  const weekday = weekdays.find((name) => name === single?.[2]);
  if (weekday !== undefined) return { kind: 'weekday', nth, weekday };
  return day === 'MO,TU,WE,TH,FR' ? { kind: 'business', nth } : null;
}

/** The repetition that a rule says; null when the editor has no words for it and must keep the rule as it is. */
export function readRepeat(rule: string): Repeat | null {
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const known = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYSETPOS', 'BYMONTH']);
  if ([...parts.keys()].some((name) => !known.has(name))) return null;
  const interval = Number(parts.get('INTERVAL') ?? '1');
  const has = (...names: string[]) => names.some((name) => parts.has(name));
  const frequency = parts.get('FREQ');
  if (frequency === 'DAILY') {
    return has('BYDAY', 'BYMONTHDAY', 'BYSETPOS', 'BYMONTH') ? null : { every: 'day', interval };
  }
  if (frequency === 'WEEKLY') {
    const named = (parts.get('BYDAY') ?? '').split(',');
    const on = weekdays.filter((weekday) => named.includes(weekday));
    const whole = on.length > 0 && on.length === named.length && !has('BYMONTHDAY', 'BYSETPOS', 'BYMONTH');
    return whole ? { every: 'week', interval, on } : null;
  }
  const on = readChoice(parts);
  if (on === null) return null;
  const months = parts.get('BYMONTH')?.split(',').map(Number);
  if (frequency === 'MONTHLY' && months === undefined) return { every: 'month', interval, on };
  const yearly = frequency === 'MONTHLY' || (frequency === 'YEARLY' && months?.length === 1);
  return yearly && months !== undefined && interval === 1 ? { every: 'year', months, on } : null;
}
