import { isWall, type Wall } from '../time/instant.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** `2026-11-27`. */
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
/** `Fri 27 Nov 2026`, `27. nov 2026`. */
const NAMED = /^(?:[a-z]+\.?,? )?(\d{1,2})\.? ([a-z]{3})[a-z]*\.? (\d{4})$/;
/** `27/11/2026`, `27.11.2026`: the day first, as everywhere in this trade. */
const NUMBERED = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/;
const CLOCK = /^(\d{1,2})[:.h](\d{2})$/;
/** A day, then a time of day. */
const BOTH = /^(.+?)(?: ?[,t] ?| )(\d{1,2}[:.h]\d{2})$/;

function plain(typed: string): string {
  return typed.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

/** Which day did somebody type, `2026-11-27`? Null when it is none, such as 31 Nov. */
export function readDay(typed: string): string | null {
  const text = plain(typed);
  const iso = ISO.exec(text);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const named = NAMED.exec(text);
  if (named) return dayOf(named[3], String(months.indexOf(named[2] ?? '') + 1), named[1]);
  const numbered = NUMBERED.exec(text);
  return numbered ? dayOf(numbered[3], numbered[2], numbered[1]) : null;
}

/** Which time of day, `18:00`? `24:00` is the midnight that ends a day. */
export function readClock(typed: string): string | null {
  const text = plain(typed);
  const [, hour = '', minute = '00'] = CLOCK.exec(text) ?? /^(\d{1,2})$/.exec(text) ?? [];
  if (hour === '' || Number(minute) > 59 || Number(hour) * 60 + Number(minute) > 1440) return null;
  return `${two(hour)}:${minute}`;
}

/** Which minute of a wall clock? */
export function readWall(typed: string): Wall | null {
  const [, date = '', time = ''] = BOTH.exec(plain(typed)) ?? [];
  const day = readDay(date);
  const clock = readClock(time);
  return day === null || clock === null || clock === '24:00' ? null : `${day}T${clock}`;
}

function dayOf(year = '', month = '', day = ''): string | null {
  const date = `${year}-${two(month)}-${two(day)}`;
  return isWall(`${date}T00:00`) ? date : null;
}

function two(part: string): string {
  return part.padStart(2, '0');
}
