import { instantAt } from '../time/zone.ts';
import { isInstant, MINUTE_MS, type Ms } from '../time/instant.ts';
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
  const wall = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute}`;
  if (!isInstant(`${wall}:${second}Z`)) return { kind: 'unreadable' };
  if (Number(year) < years.from || Number(year) > years.to) return { kind: 'absurd' };
  const seconds = Number(second) * 1_000;
  if (offset === undefined) return { kind: 'time', at: instantAt(wall, zone, 'earlier') + seconds };
  return { kind: 'time', at: Date.parse(`${wall}:00Z`) - offsetMinutes(offset) * MINUTE_MS + seconds };
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0;
  const digits = offset.replace(':', '');
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
  return offset.startsWith('-') ? -minutes : minutes;
}
