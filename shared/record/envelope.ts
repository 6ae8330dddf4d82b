import * as z from 'zod';
import { commitId, fingerprint, ledgerId, personId, recordId, type Digest } from '../ids.ts';
import { instant, type Ms } from '../time/instant.ts';
import type { BodyOf, Kind } from './kinds.ts';

/** Who signed, when by their clock, and what they had seen of the line. */
export const signed = z.strictObject({
  by: personId,
  key: fingerprint,
  at: instant,
  /** The last verified remote commit at the signer's desk; absent only in the first commit. */
  seen: commitId.optional(),
  /** Base64 of an SSHSIG, namespace `tidegate-<kind>`, over the JCS form of the record without this field. */
  sig: z
    .string()
    .regex(/^[A-Za-z0-9+/]+=*$/)
    .max(1_000),
});
export type Signed = z.infer<typeof signed>;

export const envelope = z.strictObject({
  kind: z.string().regex(/^[a-z][a-z-]{1,30}$/),
  id: recordId,
  ledger: ledgerId,
  body: z.record(z.string(), z.unknown()),
  signed,
});

/** One immutable fact. `id` is the file's own identity (a ULID); what it speaks of is named in the body. */
export type LedgerRecord = { [K in Kind]: RecordOf<K> }[Kind];
export interface RecordOf<K extends Kind> {
  readonly kind: K;
  readonly id: string;
  readonly ledger: string;
  readonly body: BodyOf<K>;
  readonly signed: Signed;
}

/** A record together with the SHA-256 of its file, which is how other records name it. */
export interface Filed<K extends Kind = Kind> {
  readonly record: RecordOf<K>;
  readonly digest: Digest;
  readonly path: string;
  /** Where on the line it was first seen; 0 is the first commit. Unsent records stand after the head. */
  readonly position: number;
  /** The later of its own `at` and of the clock that its signer had seen; see docs/ledger.md, Time. */
  readonly effectiveAt?: Ms;
}
