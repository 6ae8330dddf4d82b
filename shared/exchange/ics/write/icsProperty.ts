import { legible } from '../../../audit/legible.ts';
import { MINUTE_MS, type Ms } from '../../../time/instant.ts';

/** Octets that a line may have without its end. */
const LINE_OCTETS = 75;

/** A property whose value is text; what acts or hides in it is written out, line ends stay. */
export function textLine(name: string, ...values: readonly string[]): string {
  return `${name.toUpperCase()}:${values.map((value) => escaped(legible(value))).join(',')}`;
}

/** RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (character) => `\\${character}`).replaceAll(/\r?\n/g, '\\n');
}

/** A property whose value needs no escaping: a number, a word of the format, a rule that was read. */
export function plainLine(name: string, value: string | number): string {
  return `${name.toUpperCase()}:${value}`;
}

/** A time on the wall of a zone, or in UTC where the zone is null. */
export function timeLine(name: string, zone: string | null, ...times: readonly Ms[]): string {
  const written = times.map((ms) => new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, ''));
  const field = name.toUpperCase();
  return zone === null
    ? `${field}:${written.map((time) => `${time}Z`).join(',')}`
    : `${field};TZID=${zone}:${written.join(',')}`;
}

/** `+0130`; seconds only where there are some. */
export function offsetText(offset: Ms): string {
  const size = Math.abs(offset) / 1_000;
  const parts = [Math.floor(size / 3_600), Math.floor((size % 3_600) / 60), size % 60];
  const digits = parts.map((part) => String(part).padStart(2, '0'));
  return `${offset < 0 ? '-' : '+'}${offset % MINUTE_MS === 0 ? digits.slice(0, 2).join('') : digits.join('')}`;
}

/** The lines as a file: folded at 75 octets between characters, ended by CR LF. */
export function fileOf(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function folded(line: string): string {
  if (line.length * 3 <= LINE_OCTETS) return line;
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const char of line) {
    const code = char.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = '';
      octets = 1;
    }
    part += char;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
