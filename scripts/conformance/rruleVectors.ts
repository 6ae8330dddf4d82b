import { readFileSync } from 'node:fs';
import * as z from 'zod';

const part = z.union([
  z.object({ kind: z.enum(['RRULE', 'EXRULE']), rule: z.string(), dtstart: z.string() }),
  z.object({ kind: z.enum(['RDATE', 'EXDATE']), date: z.string() }),
]);
const vector = z.object({
  id: z.string(),
  tier: z.enum(['core', 'disputed', 'unchecked']),
  rule: z.string().optional(),
  dtstart: z.string().optional(),
  tzid: z.string().nullish(),
  /** Local times, or with an offset where the source gave one. */
  expected: z.array(z.string()),
  /** Every occurrence; otherwise the first ones of a longer series. */
  complete: z.boolean(),
  set: z.array(part).optional(),
  lines: z.array(z.string()).optional(),
  extra_lines: z.array(z.string()).optional(),
});
export type Vector = z.infer<typeof vector>;
/** One piece of a series: a rule from a first candidate, or a date, that adds or takes away. */
export type Part = z.infer<typeof part>;

/** Reads a file of vectors. @throws Error with a sentence that says which vector is not of the form, and where */
export function readVectors(path: string): Vector[] {
  const given: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(given)) throw new TypeError('a list of vectors is expected');
  return given.map((each, index) => {
    const read = vector.safeParse(each);
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    throw new TypeError(`vector ${index + 1}: ${issue?.path.join('.')} ${issue?.message}`);
  });
}

/** The pieces of a vector, whichever way it is written. @throws Error for a line that is none of the known ones */
export function partsOf({ rule, dtstart, set, lines = [], extra_lines: more = [] }: Vector): Part[] {
  const parts: Part[] = [...(set ?? [])];
  let first = dtstart ?? '';
  // Some are written in one line with blanks between.
  for (const line of [...lines, ...more].flatMap((text) => text.trim().split(/\s+/))) {
    const [, name = '', value = ''] = /^([A-Za-z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    const kind = name.toUpperCase();
    if (kind === 'DTSTART') first = value;
    else if (kind === 'RRULE' || kind === 'EXRULE') parts.push({ kind, rule: value, dtstart: first });
    else if (kind === 'RDATE' || kind === 'EXDATE') for (const date of value.split(',')) parts.push({ kind, date });
    else throw new TypeError(`cannot read ${line}`);
  }
  if (rule !== undefined) parts.unshift({ kind: 'RRULE', rule, dtstart: first });
  return parts;
}
