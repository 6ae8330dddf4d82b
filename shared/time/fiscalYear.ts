import { weekdayNames, type FiscalYear } from '../record/body/scheduleBody.ts';
import { DAY_MS } from './instant.ts';
import { dayNumber, weekStartOf } from './ruleDay.ts';

/** Part of a fiscal year: its first and its last day, both inside, counted from 1970-01-01. */
export interface FiscalPart {
  readonly first: number;
  readonly last: number;
}
/** Twelve periods, four quarters, one year. */
export type FiscalUnit = 'period' | 'quarter' | 'year';

/**
 * Which parts of fiscal years end between these two days (both inside)? In order; they tile the time.
 *
 * Weeks of a quarter go to its three periods by the pattern. The 53rd week lengthens the year's last period, and with it
 * the last quarter.
 */
export function fiscalParts(year: FiscalYear, unit: FiscalUnit, from: number, until: number): FiscalPart[] {
  const parts: FiscalPart[] = [];
  const lastYear = calendarYear(until) + 1;
  for (let named = calendarYear(from) - 1; named <= lastYear; named += 1) {
    const yearLast = yearEnd(year, named);
    let first = yearEnd(year, named - 1) + 1;
    const lengths = lengthsOf(year, unit);
    for (const [place, weeks] of lengths.entries()) {
      const last = place === lengths.length - 1 ? yearLast : first + weeks * 7 - 1;
      if (last >= from && last <= until) parts.push({ first, last });
      first = last + 1;
    }
  }
  return parts;
}

/** The last day of the fiscal year that ends in, or right after, the month of this calendar year. */
function yearEnd({ endsOn: { weekday, month, which } }: FiscalYear, year: number): number {
  const monthEnd = dayNumber(year, month + 1, 1) - 1;
  // The nearest such weekday lies at most three days after the month's last day.
  return weekStartOf(which === 'last-in-month' ? monthEnd : monthEnd + 3, weekdayNames.indexOf(weekday));
}

function lengthsOf({ pattern }: FiscalYear, unit: FiscalUnit): number[] {
  if (unit === 'year') return [52];
  if (unit === 'quarter') return [13, 13, 13, 13];
  const quarter = pattern.split('-').map(Number);
  return [...quarter, ...quarter, ...quarter, ...quarter];
}

function calendarYear(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}
