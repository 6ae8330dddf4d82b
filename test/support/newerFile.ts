import { windowOf } from './ledgerBodies.ts';
import type { Line, TextFile } from './ledgerLine.ts';
import { signerNamed } from './ledgerPeople.ts';

/** A window as a later format might write it: well signed, in canonical form, with a field that nobody knows yet. */
export function newerFile(line: Line, by: string): TextFile {
  const { path, text } = line.sign('window', windowOf(), { by });
  const { signed, ...rest } = JSON.parse(text) as { signed: { sig: string }; body: object };
  const { sig: _sig, ...claim } = signed;
  const body = { ...rest.body, novelty: 1 };
  const sig = signerNamed(by).sign('tidegate-window', sorted({ ...rest, body, signed: claim }));
  return { path, text: `${sorted({ ...rest, body, signed: { ...claim, sig } })}\n` };
}

function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${sorted(field)}`).join(',')}}`;
}
