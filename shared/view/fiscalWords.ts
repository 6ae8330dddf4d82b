import type { FiscalYear } from '../record/body/scheduleBody.ts';
import { DAY_MS } from '../time/instant.ts';
import { fiscalParts, type FiscalUnit } from '../time/fiscalYear.ts';
import { dayOf } from '../time/holidayDays.ts';
import { toWall } from '../time/wall.ts';
import { dayWords, listWords, monthNames, weekdayNames } from './repeatWords.ts';
import type { Fiscal } from './scheduleForms.ts';

const LONG_WEEKS = 53;
/** A 53rd week comes every five or six years. */
const YEARS_LOOKED_AT = 7;

const unitWords: Readonly<Record<FiscalUnit, string>> = {
  period: 'fiscal period',
  quarter: 'fiscal quarter',
  year: 'fiscal year',
};

/** `the last Saturday of January`. */
function yearEndWords({ endsOn: { weekday, month, which } }: FiscalYear): string {
  const place = which === 'last-in-month' ? 'last' : 'nearest';
  const joint = which === 'last-in-month' ? 'of' : 'to the end of';
  return `the ${weekdayNames[weekday]} ${place} ${joint} ${monthNames[month - 1] ?? ''}`.replace(
    /^the (\w+) last of/,
    'the last $1 of',
  );
}

function fromEndWords({ days, count, time }: Fiscal['start'], isEnd: boolean): string {
  const unit = count === 'days' ? 'day' : 'business day';
  const at = time === '24:00' ? 'the end of' : `${time} on`;
  const last = count === 'days' ? 'its last day' : 'its last business day';
  if (days === 0) return `${at} ${last}`;
  const many = Math.abs(days);
  const distance = `${String(many)} ${unit}${many === 1 ? '' : 's'} ${days < 0 ? 'before' : 'after'}`;
  const day = `the day ${distance} ${isEnd ? 'that' : last}`;
  return `${at} ${many === 1 && count === 'days' ? day.replace('the day 1 day', 'the day') : day}`;
}

/** "Around the end of every fiscal quarter: from … to …; the year ends on …, in quarters of 4, 4 and 5 weeks". */
export function fiscalWords({ year, of, start, end }: Fiscal): string {
  const from = fromEndWords(start, false);
  const to = fromEndWords(end, false);
  const weeks = listWords(year.pattern.split('-'));
  return (
    `around the end of every ${unitWords[of]}, from ${from} to ${to}; ` +
    `quarters have ${weeks} weeks and the year ends on ${yearEndWords(year)}`
  );
}

export interface PeriodEnd {
  /** `2026-11-28`. */
  readonly day: string;
  readonly weeks: number;
}

/** The next ends of such periods on or after a day, `2026-11-21`. */
export function nextEnds(year: FiscalYear, of: FiscalUnit, today: string, count: number): PeriodEnd[] {
  const from = dayOf(today.slice(0, 10));
  return fiscalParts(year, of, from, from + 371 * (of === 'year' ? count : 2))
    .slice(0, count)
    .map(({ first, last }) => ({ day: toWall(last * DAY_MS).slice(0, 10), weeks: (last - first + 1) / 7 }));
}

/** The last day of the next year that has a 53rd week, said; empty when none is near. */
export function longYearWords(year: FiscalYear, today: string): string {
  const long = nextEnds(year, 'year', today, YEARS_LOOKED_AT).find(({ weeks }) => weeks === LONG_WEEKS);
  if (!long) return 'No year within seven has a 53rd week.';
  return `The year that ends on ${dayWords(long.day)} has a 53rd week; it belongs to the last period.`;
}
