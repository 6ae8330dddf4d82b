import { TidegateError } from '../errors.ts';
import type { CommitId, Digest, Fingerprint, LedgerId, PersonId, RecordId } from '../ids.ts';
import { toMs, type Instant } from '../time/instant.ts';
import { canonical } from './canonical.ts';
import { decodeFile } from './codec.ts';
import type { LedgerRecord, RecordOf } from './envelope.ts';
import type { BodyOf, Kind } from './kinds.ts';
import { pathOf } from './layout.ts';

export interface Unsealed<K extends Kind> {
  readonly kind: K;
  readonly body: BodyOf<K>;
  readonly ledger: LedgerId;
  readonly by: PersonId;
  readonly key: Fingerprint;
  readonly at: Instant;
  /** Absent only in the first commit. */
  readonly seen?: CommitId;
  readonly id: RecordId;
}

export interface Sealed<K extends Kind = Kind> {
  readonly record: RecordOf<K>;
  readonly path: string;
  readonly text: string;
  readonly digest: Digest;
}

/** Makes SSHSIG signatures: base64 without armour. */
export type Sign = (namespace: string, message: string) => string;

/**
 * Turns a fact into its file: signed, named and in the one form that counts.
 *
 * @throws TidegateError `record-malformed` when our own reader would set the file aside
 */
export function sealRecord<K extends Kind>(given: Unsealed<K>, sign: Sign): Sealed<K> {
  const { kind, id, ledger, body, by, key, at, seen } = given;
  toMs(at);
  const claim = { by, key, at, ...(seen === undefined ? {} : { seen }) };
  const message = canonical({ kind, id, ledger, body, signed: claim });
  const sig = sign(`tidegate-${kind}`, message);
  // A record with a missing field is caught by the reader below, whatever the compiler was told.
  const drawn = { kind, id, ledger, body, signed: { ...claim, sig } } as unknown as LedgerRecord;
  const text = `${canonical(drawn)}\n`;
  const path = pathOf(drawn);
  const decoded = decodeFile(path, text);
  if (!decoded.ok)
    throw new TidegateError('record-malformed', { kind, reason: decoded.reason, detail: decoded.detail });
  return { record: decoded.record as unknown as RecordOf<K>, path, text, digest: decoded.digest }; // decoded as kind K
}
