import { createHash } from 'node:crypto';
import { privateKeyOf } from '../../electron/seal/ed25519.ts';
import { createSigner, type Signer } from '../../electron/seal/sshsig.ts';
import type { HeldRole, Member, MemberKey } from '../../shared/record/body/rosterBody.ts';
import type { Role } from '../../shared/record/words.ts';

/** A signer whose key is the same in every run. Never for anything but tests. */
export function signerNamed(name: string): Signer {
  const known = signers.get(name);
  if (known) return known;
  const made = createSigner(privateKeyOf(createHash('sha256').update(`tidegate test key ${name}`).digest()));
  signers.set(name, made);
  return made;
}
const signers = new Map<string, Signer>();

export function keyNamed(name: string, given: Partial<MemberKey> = {}): MemberKey {
  const { publicKey, fingerprint } = signerNamed(name);
  return { fingerprint, publicKey, label: 'laptop', ...given };
}

export function role(name: Role, given: Partial<HeldRole> = {}): HeldRole {
  return { role: name, reach: 'everything', ...given };
}

export function member(person: string, roles: readonly (Role | HeldRole)[], given: Partial<Member> = {}): Member {
  return {
    person,
    name: person,
    keys: [keyNamed(person)],
    roles: roles.map((held) => (typeof held === 'string' ? role(held) : held)),
    ...given,
  };
}

/** A small board: one admin, so that one signature changes the roster, and one person for each trade. */
export const people: readonly Member[] = [
  member('ada', ['admin', 'requester']),
  member('carl', ['change-manager']),
  member('rita', ['requester']),
  member('ivan', ['implementer']),
  member('petra', ['peer']),
  member('sofia', [role('service-owner', { reach: { services: ['pos'] } })]),
  member('bruno', [role('business-owner', { reach: { sites: ['lyon'] } })]),
  member('pipe', ['pipeline']),
  member('audra', ['auditor']),
];
