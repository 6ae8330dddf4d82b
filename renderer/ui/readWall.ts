import { isWall, type Wall } from '../../shared/time/instant.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** `2026-11-27 18:00`, with or without the T. */
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})[ T,]+(\d{1,2})[:.h](\d{2})$/;
/** `Fri 27 Nov 2026, 18:00`, `27 nov 2026 18.00`. */
const NAMED = /^(?:[a-z]+\.?,? )?(\d{1,2})\.? ([a-z]{3})[a-z]*\.? (\d{4})[ ,]+(\d{1,2})[:.h](\d{2})$/;
/** `27/11/2026 18:00`, `27.11.2026, 18:00`: the day first, as everywhere in this trade. */
const NUMBERED = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})[ ,]+(\d{1,2})[:.h](\d{2})$/;

/** Which minute of a wall clock did somebody type? Null when it is none, such as 31 Nov. */
export function readWall(typed: string): Wall | null {
  const text = typed.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const iso = ISO.exec(text);
  if (iso) return wallOf(iso[1], iso[2], iso[3], iso[4], iso[5]);
  const named = NAMED.exec(text);
  if (named) return wallOf(named[3], String(months.indexOf(named[2] ?? '') + 1), named[1], named[4], named[5]);
  const numbered = NUMBERED.exec(text);
  if (numbered) return wallOf(numbered[3], numbered[2], numbered[1], numbered[4], numbered[5]);
  return null;
}

function wallOf(year = '', month = '', day = '', hour = '', minute = ''): Wall | null {
  const wall = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}`;
  return isWall(wall) ? wall : null;
}

function two(part: string): string {
  return part.padStart(2, '0');
}
