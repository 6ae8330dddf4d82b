import type { Act, LedgerState, Quarantine, Revision } from './state.ts';

type Signed = Pick<Act, 'key' | 'position'>;

/** Was this signature made by a key after it was revoked? */
export function isRevoked(state: LedgerState, { key, position }: Signed): boolean {
  const after = state.revokedKeys.get(key);
  return after !== undefined && position > after;
}

/** The quarantines that stand: those whose own signature does. */
export function standingQuarantines(state: LedgerState): readonly Quarantine[] {
  return state.quarantines.filter(({ act }) => !isRevoked(state, act));
}

export function isQuarantined(state: LedgerState, path: string): boolean {
  return state.quarantines.some((given) => given.path === path && !isRevoked(state, given.act));
}

/** Does this revision still count: neither its own signature nor the one it rests on was taken away? */
export function isAlive(state: LedgerState, { filed, restsOn, dead }: Revision): boolean {
  if (dead) return false;
  if (isRevoked(state, { key: filed.record.signed.key, position: filed.position })) return false;
  return restsOn === null || !isRevoked(state, restsOn);
}
