const DAY = 86_400_000;

/** Days counted with nothing but a calendar's arithmetic, so that rules can be held against them. Months are 1 to 12. */
export function day(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
}

export function plus(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(of: string): number {
  return new Date(`${of}T00:00:00Z`).getUTCDay();
}

/** The nth such weekday of a month, 1 the first, -1 the last. */
export function nth(year: number, month: number, weekday: number, n: number): string {
  const all = monthDays(year, month).filter((each) => weekdayOf(each) === weekday);
  const found = all.at(n > 0 ? n - 1 : n);
  if (!found) throw new RangeError(`no such day in ${String(year)}-${String(month)}`);
  return found;
}

export function monthDays(year: number, month: number): string[] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length }, (_, index) => day(year, month, index + 1));
}

/** Every day from one to another, both inside. */
export function daysBetween(first: string, last: string): string[] {
  const length = (Date.parse(last) - Date.parse(first)) / DAY + 1;
  return Array.from({ length }, (_, index) => plus(first, index));
}

/** Western Easter Sundays as almanacs print them. */
export const easters: Readonly<Record<number, string>> = {
  2023: '2023-04-09',
  2024: '2024-03-31',
  2025: '2025-04-20',
  2026: '2026-04-05',
  2027: '2027-03-28',
  2028: '2028-04-16',
  2029: '2029-04-01',
  2030: '2030-04-21',
  2031: '2031-04-13',
};

/** The eleven French public holidays of a year. */
export function frenchHolidays(year: number): string[] {
  const easter = easters[year];
  if (!easter) throw new RangeError(`no Easter for ${String(year)}`);
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
  return [
    ...fixed.map((date) => `${String(year)}-${date}`),
    ...[1, 39, 50].map((days) => plus(easter, days)),
  ].toSorted();
}

export const thanksgiving = (year: number): string => nth(year, 11, 4, 4);
