import type { CommitId } from '../ids.ts';
import type { Filed } from '../record/envelope.ts';
import type { RosterBody } from '../record/body/rosterBody.ts';
import { toMs } from '../time/instant.ts';
import { LOOSENING_MS } from '../window/loosening.ts';
import { signersOf } from './chain.ts';
import { firstSeen } from './clock.ts';
import type { Standing } from './line.ts';
import { setAside } from './setAside.ts';
import { isHeld, memberOf, rosterAt } from './signatory.ts';
import { isOfKind, type ChainKind, type LedgerState } from './state.ts';
import { isRevoked } from './voidance.ts';

/**
 * Puts a chain revision in force from `position`. Whatever waited to follow the one before it is void, and a
 * roster's revocations take hold. Returns the standings that changed by it.
 */
export function takeEffect(state: LedgerState, filed: Filed<ChainKind>, blob: string, position: number): Standing[] {
  const signers = signersOf(state, filed);
  const { by, at } = filed.record.signed;
  const seenAt = firstSeen(state.clock, [{ person: by, at: toMs(at) }, ...signers], LOOSENING_MS);
  const isManaged = isByManager(state, filed, position) ? (true as const) : undefined;
  const link = { blob, from: position, signers, seenAt, ...(isManaged ? { isManaged } : {}) };
  if (isOfKind(filed, 'ledger')) state.chains.ledger = [...state.chains.ledger, { filed, ...link }];
  if (isOfKind(filed, 'policy')) state.chains.policy = [...state.chains.policy, { filed, ...link }];
  if (isOfKind(filed, 'roster')) state.chains.roster = [...state.chains.roster, { filed, ...link }];
  state.pending.delete(filed.digest);

  const overtaken = [...state.pending.values()].filter((waiting) => waiting.filed.record.kind === filed.record.kind);
  const standings = overtaken.map((waiting) => {
    state.pending.delete(waiting.filed.digest);
    return setAside(state, { ...waiting.filed, blob: waiting.blob }, { reason: 'stale-head', detail: filed.digest });
  });
  if (!isOfKind(filed, 'roster')) return standings;
  noteRevocations(state, filed.record.body);
  return [...standings, ...dropRevoked(state)];
}

/** Is its author a change manager who reaches everything when it takes effect? */
function isByManager(state: LedgerState, { record }: Filed<ChainKind>, position: number): boolean {
  const roster = rosterAt(state, position);
  const roles = (roster && memberOf(roster, record.signed.by)?.roles) ?? [];
  const at = toMs(record.signed.at);
  return roles.some((given) => given.role === 'change-manager' && given.reach === 'everything' && isHeld(given, at));
}

/** A revocation stands for ever: a later roster cannot take it back, only make it reach further. */
function noteRevocations(state: LedgerState, { people }: RosterBody): void {
  for (const { person, keys, roles } of people) {
    for (const { fingerprint, revoked } of keys) {
      const after = revoked && positionOf(state, revoked.after);
      if (after === undefined) continue;
      state.revokedKeys.set(fingerprint, Math.min(after, state.revokedKeys.get(fingerprint) ?? after));
    }
    for (const { role, ended } of roles) {
      const after = ended?.voids ? positionOf(state, ended.after) : undefined;
      if (after === undefined) continue;
      const others = state.endedRoles.filter((given) => given.person !== person || given.role !== role);
      const known = state.endedRoles.find((given) => given.person === person && given.role === role);
      state.endedRoles = [...others, { person, role, after: Math.min(after, known?.after ?? after) }];
    }
  }
}

/** Of a commit before the checkpoint that a reading began at it is enough to know that much. */
function positionOf(state: LedgerState, commit: CommitId): number | undefined {
  return state.positions.get(commit) ?? state.vouched ?? undefined;
}

/** What rested on a key that is now revoked loses its standing. Records of changes are filtered by `Board.voids`. */
function dropRevoked(state: LedgerState): Standing[] {
  const gone: { filed: Filed; blob: string }[] = [];
  for (const waiting of state.pending.values()) if (isGone(state, waiting.filed)) gone.push(waiting);
  for (const revisions of state.revisions.values())
    for (const { filed, blob, restsOn, dead } of revisions)
      if (!dead && (isGone(state, filed) || (restsOn && isRevoked(state, restsOn)))) gone.push({ filed, blob });
  for (const checkpoint of state.checkpoints) if (isGone(state, checkpoint.filed)) gone.push(checkpoint);
  return gone
    .filter(({ filed }) => !state.problems.has(filed.path))
    .map(({ filed, blob }) => {
      state.pending.delete(filed.digest);
      return setAside(state, { ...filed, blob }, { reason: 'key-revoked', detail: filed.record.signed.key });
    });
}

function isGone(state: LedgerState, { record, position }: Filed): boolean {
  return isRevoked(state, { key: record.signed.key, position });
}
