import type { Envelope } from '../record/codec.ts';
import type { VerifySignature } from './line.ts';
import { memberOf } from './signatory.ts';
import type { LedgerState } from './state.ts';

/**
 * In a clone that is cut off, an unknown `seen` may lie beyond the cut: whether such a record counts is not known. That
 * matters only when a member's key, or the root's, has really signed it; anybody can write a name of a commit.
 */
export function isBeyondCut(
  state: LedgerState,
  { kind, signed }: Pick<Envelope, 'kind' | 'signed'>,
  message: string,
  verify: VerifySignature,
): boolean {
  if (!state.shallow || signed.seen === undefined || state.positions.has(signed.seen)) return false;
  const publicKey = signed.key === state.root.fingerprint ? state.root.publicKey : keyOf(state, signed);
  if (publicKey === undefined || state.revokedKeys.has(signed.key)) return false;
  return verify({ publicKey, namespace: `tidegate-${kind}`, message, sig: signed.sig });
}

function keyOf(state: LedgerState, { by, key }: Envelope['signed']): string | undefined {
  const roster = state.chains.roster.at(-1)?.filed.record.body;
  const member = roster && memberOf(roster, by);
  return member?.keys.find(({ fingerprint }) => fingerprint === key)?.publicKey;
}
