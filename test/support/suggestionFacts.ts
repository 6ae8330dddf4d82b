import type { SuggestionId } from '../../shared/suggest/suggestion.ts';
import {
  day,
  daysBetween,
  easters,
  frenchHolidays,
  monthDays,
  nth,
  plus,
  thanksgiving,
  weekdayOf,
} from './calendarFacts.ts';

/** `2026-11-23T00:00 2026-12-02T00:00` */
const from = (start: string, startTime: string, end: string, endTime: string) =>
  `${start}T${startTime} ${end}T${endTime}`;
const whole = (first: string, last: string) => from(first, '00:00', plus(last, 1), '00:00');
const everyDay = (year: number) => daysBetween(day(year, 1, 1), day(year, 12, 31));
const on = (year: number, ...weekdays: readonly number[]) =>
  everyDay(year).filter((each) => weekdays.includes(weekdayOf(each)));

function businessDays(year: number, month: number): string[] {
  const off = frenchHolidays(year);
  return monthDays(year, month).filter((each) => ![0, 6].includes(weekdayOf(each)) && !off.includes(each));
}

/** From the nth-last business day of a month through the nth of the next. */
function close(year: number, month: number, before: number, after: number): string {
  const next = month === 12 ? businessDays(year + 1, 1) : businessDays(year, month + 1);
  return whole(businessDays(year, month).at(-before) ?? '', next[after - 1] ?? '');
}

const monthEnds = (year: number) => Array.from({ length: 12 }, (_, index) => close(year, index + 1, 2, 5));
const feast = (days: readonly string[], lead: number, tail: number) => (year: number) =>
  days.filter((each) => each.startsWith(String(year))).map((each) => whole(plus(each, -lead), plus(each, tail)));

/** When each ready-made window is, as it stands unchanged, by another reckoning than rules: beginnings of one year. */
export const facts: Partial<Record<SuggestionId, (year: number) => string[]>> = {
  'black-friday': (year) => [whole(plus(thanksgiving(year), -3), plus(thanksgiving(year), 5))],
  'black-friday-day': (year) => [whole(plus(thanksgiving(year), 1), plus(thanksgiving(year), 1))],
  'between-the-peaks': (year) => [whole(plus(thanksgiving(year), 6), day(year, 12, 14))],
  'christmas-peak': (year) => [whole(day(year, 12, 15), day(year + 1, 1, 2))],
  'january-returns': (year) => [whole(day(year, 1, 3), day(year, 1, 14))],
  'month-end-close': monthEnds,
  'month-end-sources': monthEnds,
  'quarter-close': (year) => [3, 6, 9, 12].map((month) => close(year, month, 3, 8)),
  'full-inventory': (year) =>
    [1, 6].map((month) => from(nth(year, month, 6, -1), '20:00', plus(nth(year, month, 6, -1), 1), '18:00')),
  'cycle-count': (year) => on(year, 0).map((each) => from(each, '06:00', each, '12:00')),
  'carrier-cut-off': (year) => on(year, 1, 2, 3, 4, 5).map((each) => from(each, '14:00', each, '19:30')),
  'inbound-peak': (year) => on(year, 1, 2).map((each) => from(each, '05:00', each, '10:00')),
  'shift-change': (year) =>
    everyDay(year).flatMap((each) => [
      from(each, '05:45', each, '06:30'),
      from(each, '13:45', each, '14:30'),
      from(each, '21:45', each, '22:30'),
    ]),
  'weekly-prices': (year) => on(year, 3).map((each) => from(each, '18:00', plus(each, 1), '12:00')),
  'nightly-edi': (year) => everyDay(year).map((each) => from(each, '01:00', each, '03:00')),
  'weekend-care': (year) => on(year, 5).map((each) => from(each, '12:00', plus(each, 3), '06:00')),
  'trading-hours': (year) => on(year, 1, 2, 3, 4, 5, 6).map((each) => from(each, '09:00', each, '20:00')),
  'maintenance-nights': (year) => on(year, 2, 3).map((each) => from(each, '22:00', plus(each, 1), '02:00')),
  easter: (year) => [whole(plus(easters[year] ?? '', -3), plus(easters[year] ?? '', 1))],
  'eid-al-fitr': feast(['2024-04-10', '2025-03-30', '2026-03-20'], 10, 2),
  'eid-al-adha': feast(['2024-06-16', '2025-06-06', '2026-05-27'], 5, 3),
  'lunar-new-year': feast(['2024-02-10', '2025-01-29', '2026-02-17'], 7, 6),
  'singles-day': (year) => [from(day(year, 11, 10), '12:00', day(year, 11, 12), '12:00')],
  'boxing-day': (year) => [whole(day(year, 12, 26), day(year, 12, 28))],
  'buen-fin': (year) => [whole(plus(nth(year, 11, 1, 3), -4), nth(year, 11, 1, 3))],
  'golden-week-china': (year) => [whole(day(year, 10, 1), day(year, 10, 7))],
  'golden-week-japan': (year) => [whole(day(year, 4, 29), day(year, 5, 6))],
  // The second Wednesday of January; the first when that is after the 12th. The freeze begins the day before.
  'winter-sales-france': (year) => {
    const second = nth(year, 1, 3, 2);
    const begin = second > day(year, 1, 12) ? nth(year, 1, 3, 1) : second;
    return [whole(plus(begin, -1), plus(begin, 3))];
  },
  'summer-sales-france': (year) => {
    const last = nth(year, 6, 3, -1);
    const begin = last > day(year, 6, 28) ? plus(last, -7) : last;
    return [whole(plus(begin, -1), plus(begin, 3))];
  },
};
