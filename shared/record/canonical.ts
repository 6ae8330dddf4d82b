import { TidegateError } from '../errors.ts';
import type { LedgerRecord } from './envelope.ts';

const NOT_ASCII = /[^\u0020-\u007e]/;
/** U+007F is the one character that jq and RFC 8785 escape differently; in `u` mode only lone surrogates match. */
const REFUSED = /[\u007f\ud800-\udfff]/u;
/** Deeper nesting than any record needs; keeps hostile text from exhausting the stack. */
const MAX_DEPTH = 32;

/**
 * The one text of a value: RFC 8785, narrowed so that `jq -cS` prints the same bytes.
 *
 * Keys are printable ASCII and numbers are safe integers (fractions travel as strings). A field that is
 * `undefined` is left out.
 *
 * @throws TidegateError `record-malformed` for anything outside that
 */
export function canonical(value: unknown): string {
  return write(value, 0);
}

/** The content of a record's file: its canonical text and one newline. */
export function fileText(record: LedgerRecord): string {
  return `${canonical(record)}\n`;
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw refusal('nesting', depth);
  if (typeof value === 'string') {
    if (REFUSED.test(value)) throw refusal('character', value.slice(0, 40));
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw refusal('number', String(value));
    return String(value);
  }
  if (typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(',')}]`;
  if (typeof value !== 'object') throw refusal('value', typeof value);
  return writeObject(value as Readonly<Record<string, unknown>>, depth); // not null, not an array: fields by name
}

function writeObject(value: Readonly<Record<string, unknown>>, depth: number): string {
  const fields: string[] = [];
  for (const key of Object.keys(value).toSorted()) {
    const field = value[key];
    if (field === undefined) continue;
    // `__proto__` would set a prototype instead of a field wherever the object is copied by assignment.
    if (NOT_ASCII.test(key) || key === '__proto__') throw refusal('key', key.slice(0, 40));
    fields.push(`${JSON.stringify(key)}:${write(field, depth + 1)}`);
  }
  return `{${fields.join(',')}}`;
}

function refusal(what: string, detail: string | number): TidegateError {
  return new TidegateError('record-malformed', { what, detail });
}
