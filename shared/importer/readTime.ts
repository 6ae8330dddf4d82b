import { MINUTE_MS, type Ms } from '../time/instant.ts';
import { momentOf } from '../time/zone.ts';
import type { Mapping } from './mapping.ts';

/** What a cell that should hold a time holds. */
export type TimeRead =
  { readonly kind: 'time'; readonly at: Ms } | { readonly kind: 'empty' | 'unreadable' | 'absurd' };

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/;
const CLOCK = /^(?:[T ]\s*(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/;

/**
 * A reader of the times of one log, in the zone and between the years of its mapping.
 * A time that happens twice on a clock-change night is read as the first; one that does not happen moves past the gap.
 */
export function createTimeReader(mapping: Pick<Mapping, 'zone' | 'years' | 'dayFirst'>): (cell: string) => TimeRead {
  const known = new Map<string, TimeRead>(); // logs repeat their times, and zone arithmetic is the dear part
  return (cell) => {
    const text = cell.trim();
    if (text === '') return { kind: 'empty' };
    const before = known.get(text);
    if (before !== undefined) return before;
    const read = readTime(text, mapping);
    known.set(text, read);
    return read;
  };
}

function readTime(text: string, { zone, years, dayFirst }: Pick<Mapping, 'zone' | 'years' | 'dayFirst'>): TimeRead {
  const date = YEAR_FIRST.exec(text) ?? YEAR_LAST.exec(text);
  if (date === null) return { kind: 'unreadable' };
  const clock = CLOCK.exec(text.slice(date[0].length));
  if (clock === null) return { kind: 'unreadable' };
  const [, a = '', b = '', c = ''] = date;
  const [year, month, day] = a.length === 4 ? [a, b, c] : dayFirst ? [c, b, a] : [c, a, b];
  const [, hour = '0', minute = '00', second = '00', offset] = clock;
  const [y, mo, d, h, mi, sec] = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]; // six in, six out
  const naive = Date.UTC(y, mo - 1, d, h, mi);
  if (!isOfDay(naive, mo, d) || h > 23 || mi > 59 || sec > 59) return { kind: 'unreadable' };
  if (y < years.from || y > years.to) return { kind: 'absurd' };
  const at = offset === undefined ? momentOf(naive, zone, 'earlier') : naive - offsetMinutes(offset) * MINUTE_MS;
  return { kind: 'time', at: at + sec * 1_000 };
}

/** Did the date exist? `Date.UTC` carries 31 April over into May instead of saying no. */
function isOfDay(naive: Ms, month: number, day: number): boolean {
  const date = new Date(naive);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0;
  const digits = offset.replace(':', '');
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
  return offset.startsWith('-') ? -minutes : minutes;
}
