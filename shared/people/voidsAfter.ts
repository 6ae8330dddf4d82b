import type { CommitId, Fingerprint } from '../ids.ts';
import { isVoid, traceOf } from '../ledger/isVoid.ts';
import type { Voids } from '../ledger/voids.ts';
import type { Member } from '../record/body/rosterBody.ts';

/** The commits that these people's revocations and ended roles name. */
export function namedCommits(people: readonly Member[]): readonly CommitId[] {
  const named = people.flatMap(({ keys, roles }) => [
    ...keys.map(({ revoked }) => revoked?.after),
    ...roles.map(({ ended }) => (ended?.voids ? ended.after : undefined)),
  ]);
  return [...new Set(named.filter((commit) => commit !== undefined))];
}

/** What would be void once this roster is in force. Revocations only ever reach further. */
export function voidsAfter(
  voids: Voids,
  people: readonly Member[],
  positionOf: (commit: CommitId) => number | undefined,
): Voids {
  const keys = new Map<Fingerprint, number>(voids.keys);
  const roles = [...voids.roles];
  for (const { person, keys: held, roles: given } of people) {
    for (const { fingerprint, revoked } of held) {
      const after = revoked && positionOf(revoked.after);
      if (after !== undefined) keys.set(fingerprint, Math.min(after, keys.get(fingerprint) ?? after));
    }
    for (const { role, ended } of given) {
      const after = ended?.voids ? positionOf(ended.after) : undefined;
      if (after !== undefined) roles.push({ person, role, after });
    }
  }
  const later = { keys, roles, paths: voids.paths };
  const { delegations } = voids;
  if (!delegations) return later;
  return { ...later, delegations: delegations.filter((given) => !isVoid(traceOf(given), later)) };
}
