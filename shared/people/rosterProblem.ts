import type { ErrorCode, Facts } from '../errors.ts';
import type { Fingerprint } from '../ids.ts';
import { isHeld } from '../ledger/signatory.ts';
import { fingerprintOfLine } from '../record/sshKey.ts';
import { MOST_KEYS, type Member } from '../record/body/rosterBody.ts';
import { toMs, type Ms } from '../time/instant.ts';
import type { RosterEdit } from './rosterEdit.ts';

export interface RosterProblem {
  readonly code: ErrorCode;
  readonly facts: Facts;
}

/** Keys that speak for no member any more, whatever a later roster says. */
export interface SpentKeys {
  readonly root: Fingerprint;
  /** Revoked ones, also those that have left the roster since. */
  readonly revoked: { readonly has: (key: Fingerprint) => boolean };
}

/** Why a desk should not sign this roster although the ledger might take it; null when it may. */
export function rosterProblem(
  after: readonly Member[],
  edits: readonly RosterEdit[],
  now: Ms,
  spent: SpentKeys | null = null,
): RosterProblem | null {
  for (const edit of edits) {
    const found = stepProblem(edit, after, spent);
    if (found) return found;
  }
  return after.some((member) => isAdmin(member, now)) ? null : { code: 'last-admin', facts: {} };
}

/** Could this member sign as an admin now? */
export function isAdmin({ keys, roles }: Member, now: Ms): boolean {
  return keys.some(({ revoked }) => !revoked) && roles.some((given) => given.role === 'admin' && isHeld(given, now));
}

function stepProblem(edit: RosterEdit, after: readonly Member[], spent: SpentKeys | null): RosterProblem | null {
  if (edit.edit === 'add-key') return newKeyProblem(edit, after, spent);
  // A revocation stands for ever, whatever a later roster says: one that takes it back would only look as if it did.
  if (edit.edit === 'change-key' && edit.was.revoked && !edit.key.revoked)
    return { code: 'key-known', facts: { why: 'revoked', fingerprint: edit.was.fingerprint } };
  if (edit.edit !== 'add-role' && edit.edit !== 'change-role') return null;
  const { from, until, role } = edit.role;
  if (from !== undefined && until !== undefined && toMs(until) <= toMs(from))
    return rejected('until', 'not after its beginning');
  if (edit.edit === 'change-role' && edit.was.ended && !edit.role.ended)
    return voidedFor(edit.person, role, after, true);
  return edit.edit === 'add-role' && !edit.role.ended ? voidedFor(edit.person, role, after, false) : null;
}

function rejected(field: string, problem: string): RosterProblem {
  return { code: 'input-rejected', facts: { field, problem } };
}

function newKeyProblem(
  { person, key }: Extract<RosterEdit, { edit: 'add-key' }>,
  after: readonly Member[],
  spent: SpentKeys | null,
): RosterProblem | null {
  const { fingerprint, publicKey } = key;
  if (fingerprintOfLine(publicKey) !== fingerprint)
    return rejected('publicKey', 'not an Ed25519 key as OpenSSH writes it');
  if (spent?.root === fingerprint) return { code: 'key-known', facts: { why: 'root', fingerprint } };
  if (spent?.revoked.has(fingerprint)) return { code: 'key-known', facts: { why: 'revoked', fingerprint } };
  const keys = after.find((member) => member.person === person)?.keys.length ?? 0;
  return keys > MOST_KEYS
    ? rejected('keys', `more than ${MOST_KEYS} keys of one member, revoked ones counted; use another short name`)
    : null;
}

/** Where a role ended with its decisions void, later ones in it would be void too, for ever. */
function voidedFor(person: string, role: string, after: readonly Member[], revived: boolean): RosterProblem | null {
  const member = after.find((each) => each.person === person);
  const isVoided = member?.roles.some((given) => given.role === role && given.ended?.voids) ?? false;
  if (!isVoided && !revived) return null;
  return rejected('role', `${role} of ${person} has ended for ever`);
}
