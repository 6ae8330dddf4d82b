import { weekdayNames, type Schedule, type WeekdayName } from '../record/body/scheduleBody.ts';
import { DAY_MS, MINUTE_MS, type Wall } from '../time/instant.ts';
import { toWall, wallMs } from '../time/wall.ts';
import type { Given } from './suggestion.ts';

/** RFC 5545 duration of so many days and minutes: `P9D`, `PT5H30M`. */
function lengthText({ days = 0, minutes = 0 }: { readonly days?: number; readonly minutes?: number }): string {
  const whole = days + Math.floor(minutes / 1_440);
  const [hours, rest] = [Math.floor((minutes % 1_440) / 60), minutes % 60];
  const time = `${hours > 0 ? `${String(hours)}H` : ''}${rest > 0 ? `${String(rest)}M` : ''}`;
  return `P${whole > 0 ? `${String(whole)}D` : ''}${time === '' ? '' : `T${time}`}`;
}

/** A rule whose occurrences begin at this time of day and last so long. */
export function repeating(
  { year }: Pick<Given, 'year'>,
  rule: string,
  time: string,
  length: Parameters<typeof lengthText>[0],
): Schedule {
  return {
    form: 'rule',
    start: { from: `${String(year)}-01-01T${time}`, rule },
    end: { duration: lengthText(length) },
  };
}

/** A rule that begins and another that ends; an end at 23:59 means the end of its day. */
export function fromTo(
  { year }: Pick<Given, 'year'>,
  [startRule, startTime]: readonly [rule: string, time: string],
  [endRule, endTime]: readonly [rule: string, time: string],
): Extract<Schedule, { form: 'rule' }> {
  return {
    form: 'rule',
    start: { from: `${String(year)}-01-01T${startTime}`, rule: startRule },
    end: { from: `${String(year)}-01-01T${endTime}`, rule: endRule },
  };
}

/** Whole days around each of these days, named; null when there are none. */
export function aroundDays(
  days: readonly string[],
  { lead, tail, name }: { readonly lead: number; readonly tail: number; readonly name: string },
): Schedule | null {
  const spans = days.map((day) => ({
    start: shifted(`${day}T00:00`, -lead * 1_440),
    end: shifted(`${day}T00:00`, (tail + 1) * 1_440),
    name: `${name} ${day.slice(0, 4)}`,
  }));
  return spans.length > 0 ? { form: 'dates', spans } : null;
}

export function shifted(wall: Wall, minutes: number): Wall {
  return toWall(wallMs(wall) + minutes * MINUTE_MS);
}

/** From one time of day to another, the next day's when it is not later: minutes. */
export function minutesBetween(from: string, to: string): number {
  const span = minuteOf(to) - minuteOf(from);
  return span > 0 ? span : span + DAY_MS / MINUTE_MS;
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** The days of the week on which people work: `MO,TU,WE,TH,FR`. */
export function workdays({ weekend }: Pick<Given, 'weekend'>): string {
  return weekdayNames.filter((name) => !weekend.includes(name)).join(',');
}

/** Seven days of a month from this one: the weekday named beside them falls on exactly one. */
export function weekFrom(first: number): string {
  return Array.from({ length: 7 }, (_, index) => first + index).join(',');
}

export function dayAfter(name: WeekdayName, days: number): WeekdayName {
  const index = (weekdayNames.indexOf(name) + days + 7) % 7;
  return weekdayNames[index] ?? name;
}
