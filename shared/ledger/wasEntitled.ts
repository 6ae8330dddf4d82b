import type { PersonId } from '../ids.ts';
import type { Envelope } from '../record/codec.ts';
import type { Filed } from '../record/envelope.ts';
import { kinds } from '../record/kinds.ts';
import type { Role } from '../record/words.ts';
import { entitledRoles } from './entitledRoles.ts';
import { memberOf } from './signatory.ts';
import { isOfKind, type LedgerState } from './state.ts';

/** Did any roster there ever was entitle this signer, with this key, to this kind? */
export function wasEntitled(state: LedgerState, { kind, signed }: Pick<Envelope, 'kind' | 'signed'>): boolean {
  const known = kinds.find((name) => name === kind);
  return state.chains.roster.some((link) => {
    const member = memberOf(link.filed.record.body, signed.by);
    const hasKey = member?.keys.some(({ fingerprint }) => fingerprint === signed.key) ?? false;
    return hasKey && member?.roles.some(({ role }) => !known || entitledRoles[known].includes(role));
  });
}

/**
 * The same of a counted file of the checkpoint: any member may comment, a delegation speaks for its signer alone, and a decision on behalf of
 * another needs a delegation by one who held the role, to this signer.
 */
export function wasEntitledTo(state: LedgerState, filed: Filed, delegations: readonly Filed<'delegation'>[]): boolean {
  const { record } = filed;
  if (isOfKind(filed, 'delegation') && filed.record.body.person !== record.signed.by) return false;
  if (isOfKind(filed, 'comment')) return hadKey(state, record);
  const behalf = isOfKind(filed, 'decision') ? filed.record.body.onBehalfOf : undefined;
  if (!isOfKind(filed, 'decision') || behalf === undefined) return wasEntitled(state, record);
  const { role } = filed.record.body;
  const isCarried = delegations.some(
    ({ record: { body, signed } }) =>
      body.person === behalf &&
      signed.by === behalf &&
      body.to === record.signed.by &&
      body.roles.some((given) => given.role === role),
  );
  return isCarried && heldRole(state, behalf, role) && hadKey(state, record);
}

function heldRole(state: LedgerState, person: PersonId, role: Role): boolean {
  return state.chains.roster.some((link) =>
    memberOf(link.filed.record.body, person)?.roles.some((given) => given.role === role),
  );
}

function hadKey(state: LedgerState, { signed }: Pick<Envelope, 'signed'>): boolean {
  return state.chains.roster.some((link) =>
    memberOf(link.filed.record.body, signed.by)?.keys.some(({ fingerprint }) => fingerprint === signed.key),
  );
}
