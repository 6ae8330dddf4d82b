import * as z from 'zod';
import { TidegateError } from '../errors.ts';
import type { Digest } from '../ids.ts';
import type { SetAsideReason } from '../ledger/standing.ts';
import { canonical } from './canonical.ts';
import { digestOf } from './digest.ts';
import { envelope, signed, type LedgerRecord, type Signed } from './envelope.ts';
import { bodies, kinds, type Kind } from './kinds.ts';
import { identifyPath, pathOf } from './layout.ts';

/** The part of a record that can be read without knowing its kind. */
export type Envelope = z.infer<typeof envelope>;

export type Decoded =
  | { readonly ok: true; readonly record: LedgerRecord; readonly digest: Digest; readonly signedText: string }
  | {
      readonly ok: false;
      readonly reason: SetAsideReason;
      readonly detail: string;
      /** Present when the file is a well-formed record whose kind or body is not understood. */
      readonly envelope?: Envelope;
      readonly signedText?: string;
    };

const definitions: ReadonlyMap<string, z.ZodType> = new Map(
  kinds.map((kind) => [kind, definitionOf(kind)] satisfies [string, z.ZodType]),
);

/** The whole record of a kind: envelope and body. */
export function definitionOf(kind: Kind): z.ZodType {
  return z.strictObject({ ...envelope.shape, kind: z.literal(kind), body: bodies[kind], signed });
}

/**
 * Is this file, at this path, a record in the one form that counts?
 *
 * It is read, written again with our own writer and compared byte for byte, so a duplicate key, another
 * order, a byte-order mark, CRLF or another number form sets it aside. The path must be the one its content
 * gives. Signatures are not looked at here.
 */
export function decodeFile(path: string, text: string): Decoded {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'not-json', detail: '' };
  }
  const written = writtenAgain(value);
  if (written === null || `${written}\n` !== text) return { ok: false, reason: 'bytes-differ', detail: '' };

  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  const definition = typeof kind === 'string' ? definitions.get(kind) : undefined;
  const parsed = definition?.safeParse(value);
  if (!parsed?.success) return notUnderstood(path, value, written, parsed?.error);

  const record = parsed.data as LedgerRecord; // the definition of this very kind has just decoded it
  const expected = pathOf(record);
  if (expected !== path) return { ok: false, reason: 'path-differs', detail: expected };
  return { ok: true, record, digest: digestOf(text), signedText: withoutSignature(written, record.signed) };
}

/** The canonical text ends with the signature (`signed` and `sig` sort last), so cutting it equals `signedText`. */
function withoutSignature(written: string, given: Signed): string {
  return `${written.slice(0, -`,"sig":"${given.sig}"}}`.length)}}}`;
}

function writtenAgain(value: unknown): string | null {
  try {
    return canonical(value);
  } catch (error) {
    if (error instanceof TidegateError) return null;
    throw error;
  }
}

function notUnderstood(path: string, value: unknown, written: string, error: z.ZodError | undefined): Decoded {
  const parsed = envelope.safeParse(value);
  const [issue] = (parsed.error ?? error)?.issues ?? [];
  const detail = issue ? `${issue.path.join('.')}: ${issue.message}`.slice(0, 300) : '';
  if (!parsed.success) return { ok: false, reason: 'schema', detail };

  const found = { envelope: parsed.data, signedText: withoutSignature(written, parsed.data.signed) };
  if (!definitions.has(parsed.data.kind))
    return { ok: false, reason: 'unknown-kind', detail: parsed.data.kind, ...found };
  const promised = identifyPath(path);
  if (promised?.kind !== parsed.data.kind || promised.id !== parsed.data.id)
    return { ok: false, reason: 'path-differs', detail: parsed.data.kind };
  return { ok: false, reason: 'schema', detail, ...found };
}
