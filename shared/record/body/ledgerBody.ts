import * as z from 'zod';
import { commitId, digest, fingerprint, personId, recordId } from '../../ids.ts';
import { instant } from '../../time/instant.ts';
import { statedTz } from '../../time/statedTz.ts';
import { line, prose, roleName } from '../words.ts';
import { follows } from './follows.ts';

/** What the ledger is: its name, format and root key. Revised only by the admin threshold. */
export const ledgerBody = z.strictObject({
  format: z.literal(1),
  name: line,
  /** A sample answers `indeterminate` to every gate that did not ask for a sample. */
  sample: z.boolean(),
  root: z.strictObject({ publicKey: z.string().max(200), fingerprint }),
  /** Commits with two parents that the admins accept: what they brought in counts as first seen there. */
  heals: z.array(commitId).max(1_000).optional(),
  follows,
});
export type LedgerBody = z.infer<typeof ledgerBody>;

/** One more signature on a record: a fact of its own, naming the digest it agrees with. */
export const cosignBody = z.strictObject({
  of: z.strictObject({
    kind: z.enum(['ledger', 'roster', 'policy', 'site', 'service', 'window', 'request', 'waiver']),
    /** The site, service, window or change; absent for ledger, roster and policy. */
    subject: z.string().max(64).optional(),
    digest,
  }),
  /** In which role a waiver is signed; whoever owns the freeze signs as its owner without saying so. */
  role: roleName.optional(),
});

const namedFile = z.strictObject({ path: z.string().max(400), blob: commitId });

/** A full verification that an admin or auditor vouches for, so that a gate may start from here. */
export const checkpointBody = z.strictObject({
  commit: commitId,
  /** How many commits the line had up to and including `commit`. */
  position: z.int().min(1),
  /** Digest of the verified state, see docs/ledger.md. */
  state: digest,
  /** Every file under the roots that did not count at `commit`. */
  setAside: z.array(namedFile).max(20_000),
  /** Those of `setAside` that counted once and lost it to a revocation or quarantine. */
  voided: z.array(namedFile).max(20_000).optional(),
  /** Revisions that waited for another signature at `commit`. */
  pending: z.array(namedFile).max(20_000).optional(),
  /** The two latest claims of time by different people: where the clock of the line stood. */
  clock: z
    .array(z.strictObject({ person: personId, at: instant }))
    .max(2)
    .optional(),
  /** What that clock showed from each of the last positions on at which it moved, oldest first. */
  shown: z
    .array(z.strictObject({ from: z.int().min(0), at: instant }))
    .max(100)
    .optional(),
  /** Texts that may still wait: when they were first seen, and which change managers signed them. */
  recent: z
    .array(
      z.strictObject({
        digest,
        seen: instant,
        managers: z.array(personId).max(1_000),
        /** Its author's reach did not cover it: it rests on a change manager's signature. */
        beyond: z.literal(true).optional(),
      }),
    )
    .max(20_000)
    .optional(),
  /** Records whose names do not tell their place: each stands right after the one that is named, in the order of this list. */
  order: z
    .array(z.strictObject({ digest, after: recordId }))
    .max(20_000)
    .optional(),
  /** Records whose clock was slow, as the line shows: their effective time. */
  late: z
    .array(z.strictObject({ digest, at: instant }))
    .max(20_000)
    .optional(),
  /** How the signer's machine reads the zones of the board's sites and windows. No part of what is proved. */
  tz: statedTz.optional(),
});
export type CheckpointBody = z.infer<typeof checkpointBody>;

/** Voids one file that was validly signed but must not be read. The file stays. */
export const quarantineBody = z.strictObject({ path: z.string().max(400), blob: commitId, reason: prose });
