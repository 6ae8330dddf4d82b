import { MINUTE_MS, type Ms } from '../../time/instant.ts';
import { writtenTime } from '../ics/icsTime.ts';

const INSTANT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?(Z|[+-]\d\d:?\d\d)$/i;

/** A moment with its offset from UTC, as RFC 3339 writes it; null when it is none. */
export function instantOf(text: string): Ms | null {
  const [, local = '', offset = ''] = INSTANT.exec(text.trim()) ?? [];
  const time = writtenTime(local.toUpperCase());
  if (!time || time.isDate) return null;
  if (/^z$/i.test(offset)) return time.naive;
  const digits = offset.replace(':', '');
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
  return time.naive - (offset.startsWith('-') ? -minutes : minutes) * MINUTE_MS;
}

/** Is it written with an offset other than UTC? */
export function hasOffset(text: string): boolean {
  return /[+-](?!00:?00)\d\d:?\d\d$/.test(text.trim());
}

/** `02:00`, `1am`, `5:30 pm` in minutes of the day; null when it is none. */
export function clockOf(text: string): number | null {
  const [all, hours, minutes = '00', half] = /^(\d{1,2})(?::(\d\d)(?::\d\d)?)?\s*([ap]m)?$/i.exec(text.trim()) ?? [];
  if (all === undefined) return null;
  const hour = Number(hours);
  const twelve = half !== undefined;
  if (Number(minutes) > 59 || hour > (twelve ? 12 : 24)) return null;
  const of24 = twelve ? (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : hour;
  const minute = of24 * 60 + Number(minutes);
  return minute <= 1_440 ? minute : null;
}
