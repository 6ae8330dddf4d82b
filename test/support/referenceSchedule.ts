import type { Holidays, Schedule, StartRule } from '../../shared/record/body/scheduleBody.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Ms } from '../../shared/time/instant.ts';

/** A span of the text on the wall; an exact one lasts so long in real time. */
export interface TextSpan {
  readonly start: Ms;
  readonly end: Ms;
  readonly exact: boolean;
}

const naive = (wall: string): Ms => Date.parse(`${wall}:00Z`);
const dayText = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
const weekday = (day: number) => ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(day * DAY_MS).getUTCDay()] ?? '';

function isOff(day: number, holidays: Holidays | undefined): boolean {
  const free: readonly string[] = holidays?.weekend ?? ['SA', 'SU'];
  return free.includes(weekday(day)) || isHoliday(day, holidays);
}

function isHoliday(day: number, holidays: Holidays | undefined): boolean {
  return holidays?.days.some((each) => each.day === dayText(day)) ?? false;
}

function walk(day: number, by: number, holidays: Holidays | undefined): number {
  return isOff(day, holidays) ? walk(day + by, by, holidays) : day;
}

/**
 * The text of a schedule, read day by day with none of the code under test: the few rules that the generators write
 * (daily, weekly by weekdays, monthly by a day or by a place among weekdays), fiscal years, and what changes them.
 *
 * @param range days counted from 1970-01-01 between which the answer is complete
 */
export function referenceSpans(schedule: Schedule, range: { from: number; until: number }, wide: boolean): TextSpan[] {
  const written = ({ start, end }: { start: string; end: string }) => ({
    start: naive(start),
    end: lastMinute(naive(end), wide),
    exact: false,
  });
  if (schedule.form === 'once') return [written(schedule)];
  if (schedule.form === 'dates') return schedule.spans.map(written);
  const skipped = new Set(schedule.exceptions?.map(naive));
  const computed =
    schedule.form === 'fiscal'
      ? fiscalText(schedule, range, wide).filter(({ start }) => !skipped.has(start))
      : ruleText(schedule, range, skipped, wide);
  const moved = (schedule.moved ?? []).map((each) => ({ from: naive(each.from), ...written(each) }));
  return [
    ...computed.filter(({ start }) => !moved.some(({ from }) => from === start)),
    ...moved.filter(({ from }) => wide || computed.some(({ start }) => start === from)),
    ...(schedule.additions ?? []).map(written),
  ];
}

/** What is written as 23:59 runs to midnight when it denies. */
function lastMinute(end: Ms, wide: boolean): Ms {
  return wide && (end + MINUTE_MS) % DAY_MS === 0 ? end + MINUTE_MS : end;
}

type Ruled = Extract<Schedule, { form: 'rule' }>;

function ruleText(
  { start, end, holidays }: Ruled,
  range: { from: number; until: number },
  skipped: Set<Ms>,
  wide: boolean,
) {
  const starts = moments(start, holidays, range).filter((at) => !skipped.has(at));
  if (!('rule' in end)) {
    const length = lengthOf('elapsed' in end ? end.elapsed : end.duration);
    return starts.map((at) => ({ start: at, end: at + length, exact: 'elapsed' in end }));
  }
  const ends = moments(end, holidays, { from: range.from, until: range.until + 100 });
  const spans: TextSpan[] = [];
  let open = 0;
  for (const at of starts) {
    const until = ends.find((each) => each > at);
    if (at < open || until === undefined) continue;
    open = until;
    spans.push({ start: at, end: lastMinute(until, wide), exact: false });
  }
  return spans;
}

function moments(rule: StartRule, holidays: Holidays | undefined, range: { from: number; until: number }): Ms[] {
  const first = naive(rule.from);
  const time = first % DAY_MS;
  const days: number[] = [];
  for (let day = Math.floor(first / DAY_MS); day <= range.until + 40; day += 1)
    if (day * DAY_MS + time >= first && falls(rule, day, holidays)) days.push(day);
  const by = rule.onHoliday === 'next-business-day' ? 1 : rule.onHoliday === 'previous-business-day' ? -1 : 0;
  const shifted = by === 0 ? days : days.map((day) => walk(day, by, holidays));
  return [...new Set(shifted)]
    .filter((day) => day >= range.from && day <= range.until)
    .map((day) => day * DAY_MS + time);
}

function falls({ rule, onHoliday }: StartRule, day: number, holidays: Holidays | undefined): boolean {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const named = parts.get('BYDAY')?.split(',');
  const monthDay = parts.get('BYMONTHDAY');
  const candidate = (each: number) =>
    (named?.includes(weekday(each)) ?? true) &&
    (monthDay === undefined || Number(monthDay) === Number(dayText(each).slice(8))) &&
    !(onHoliday === 'not-counted' && isHoliday(each, holidays));
  if (!candidate(day)) return false;
  const position = Number(parts.get('BYSETPOS') ?? 0);
  if (position === 0) return true;
  const date = new Date(day * DAY_MS);
  const inMonth: number[] = [];
  const monthEnd = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / DAY_MS;
  for (let each = day - date.getUTCDate() + 1; each <= monthEnd; each += 1) if (candidate(each)) inMonth.push(each);
  return inMonth.at(position > 0 ? position - 1 : position) === day;
}

function lengthOf(text: string): Ms {
  const [, hours = '0', minutes = '0'] = /^PT(\d+)H(\d+)M$/.exec(text) ?? [];
  return Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS;
}

type Fiscal = Extract<Schedule, { form: 'fiscal' }>;

function fiscalText(schedule: Fiscal, range: { from: number; until: number }, wide: boolean): TextSpan[] {
  const { year, of, start, end, holidays } = schedule;
  const spans: TextSpan[] = [];
  const quarter = year.pattern.split('-').map(Number);
  for (let named = yearOf(range.from) - 1; named <= yearOf(range.until) + 1; named += 1) {
    let day = yearEnd(year, named - 1);
    for (let place = 1; place <= 12; place += 1) {
      day = place === 12 ? yearEnd(year, named) : day + 7 * (quarter[(place - 1) % 3] ?? 0);
      if (of === 'period' || (of === 'quarter' && place % 3 === 0) || (of === 'year' && place === 12)) {
        const until = lastMinute(moment(end, day, holidays), wide);
        spans.push({ start: moment(start, day, holidays), end: until, exact: false });
      }
    }
  }
  return spans;
}

function yearOf(day: number): number {
  return Number(dayText(day).slice(0, 4));
}

/** Days from three before to three after the end of the month, or its last seven: one of them is the weekday. */
function yearEnd({ endsOn }: Fiscal['year'], year: number): number {
  const monthEnd = Date.UTC(year, endsOn.month, 0) / DAY_MS;
  const days = Array.from({ length: 7 }, (_, n) => monthEnd - (endsOn.which === 'last-in-month' ? 6 : 3) + n);
  return days.find((day) => weekday(day) === endsOn.weekday) ?? Number.NaN;
}

function moment({ days, count, time }: Fiscal['start'], last: number, holidays: Holidays | undefined): Ms {
  let day = count === 'days' ? last + days : walk(last, -1, holidays);
  if (count === 'business-days')
    for (let left = Math.abs(days); left > 0; left -= 1) day = walk(day + Math.sign(days), Math.sign(days), holidays);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return day * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS;
}
