import * as z from 'zod';
import { fingerprint, personId } from '../../ids.ts';
import { instant } from '../../time/instant.ts';
import { line, prose, roleName } from '../words.ts';
import { follows } from './follows.ts';
import { reach } from './reach.ts';

/** An Ed25519 key as people carry it: `ssh-ed25519 AAAA…`, without a comment. */
export const publicKeyLine = z
  .string()
  .regex(/^ssh-ed25519 [A-Za-z0-9+/=]+$/)
  .max(200);

/**
 * Asks to be let in, signed by the very key it asks for. Never counts by itself: an admin who has heard the six words
 * writes the key into the roster.
 */
export const enrolmentBody = z.strictObject({
  person: personId,
  name: line,
  email: z.string().max(200).optional(),
  key: z.strictObject({ fingerprint, publicKey: publicKeyLine, label: line }),
  /** The key that this one takes the place of. */
  replaces: fingerprint.optional(),
  /** What the newcomer says they do; the admin decides. */
  wishes: prose,
});
export type EnrolmentBody = z.infer<typeof enrolmentBody>;

/** Lets another member act in one's roles for a while. While it is forked it does not count. */
export const delegationBody = z.strictObject({
  /** Who delegates: the signer. */
  person: personId,
  to: personId,
  roles: z
    .array(z.strictObject({ role: roleName, reach }))
    .min(1)
    .max(60),
  from: instant,
  /** First instant at which it no longer holds. */
  until: instant,
  reason: prose,
  standing: z.enum(['given', 'withdrawn']),
  follows,
});
export type DelegationBody = z.infer<typeof delegationBody>;
