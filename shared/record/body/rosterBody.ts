import * as z from 'zod';
import { commitId, fingerprint, personId } from '../../ids.ts';
import { instant } from '../../time/instant.ts';
import { line, prose, roleName } from '../words.ts';
import { follows } from './follows.ts';
import { publicKeyLine } from './peopleBody.ts';
import { reach } from './reach.ts';

/** Of one member, revoked ones counted. */
export const MOST_KEYS = 20;

export const memberKey = z.strictObject({
  fingerprint,
  publicKey: publicKeyLine,
  label: line,
  /** Records by this key first seen after this commit never count again. */
  revoked: z.strictObject({ after: commitId, reason: prose }).optional(),
});

export const heldRole = z.strictObject({
  role: roleName,
  reach,
  from: instant.optional(),
  /** First instant at which the role is no longer held. */
  until: instant.optional(),
  /** Ends the role; with `voids` the decisions first seen after the commit no longer count either. */
  ended: z.strictObject({ after: commitId, voids: z.boolean() }).optional(),
});

const member = z.strictObject({
  person: personId,
  name: line,
  email: z.string().max(200).optional(),
  /** Whose work theirs stands under in the calendar; grants nothing. */
  team: line.optional(),
  keys: z.array(memberKey).max(MOST_KEYS),
  roles: z.array(heldRole).max(60),
});

/** Who may sign what. A new roster replaces the whole of the one it follows. */
export const rosterBody = z.strictObject({
  people: z.array(member).min(1).max(5_000),
  /** Signed by the root key alone; shown to everybody for ever. */
  recovery: z.literal(true).optional(),
  follows,
});
export type RosterBody = z.infer<typeof rosterBody>;
export type Member = z.infer<typeof member>;
export type MemberKey = z.infer<typeof memberKey>;
export type HeldRole = z.infer<typeof heldRole>;
