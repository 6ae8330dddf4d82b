import type { PersonId } from '../ids.ts';
import type { Reach } from '../record/body/reach.ts';
import type { RosterBody } from '../record/body/rosterBody.ts';
import type { Filed } from '../record/envelope.ts';
import type { Role } from '../record/words.ts';
import { toMs, type Ms } from '../time/instant.ts';
import { entitledRoles, refused } from './entitledRoles.ts';
import { unforkedHeads } from './heads.ts';
import { isHeld, memberOf, rosterAt, type Refusal, type Signatory } from './signatory.ts';
import { isOfKind, type LedgerState } from './state.ts';
import { isAlive } from './voidance.ts';

/**
 * Why this delegation is none; null when it counts. Decisions are all that one person does in another's role, so only
 * roles that decide are delegated; each must be the author's own, and go to another member who has a key to sign with.
 */
export function delegationRefusal(
  state: LedgerState,
  { record: { body } }: Filed<'delegation'>,
  { person, now }: Signatory,
): Refusal | null {
  if (body.person !== person || body.to === person) return refused('delegation');
  if (body.standing === 'withdrawn') return null;
  const foreign = body.roles.find(
    ({ role }) =>
      !entitledRoles.decision.includes(role) || !now.roles.some((held) => held.role === role && !held.ended),
  );
  if (foreign) return refused(foreign.role);
  const roster = state.chains.roster.at(-1)?.filed.record.body;
  const delegate = roster && memberOf(roster, body.to);
  return delegate?.keys.some(({ revoked }) => !revoked) ? null : refused(`to: ${body.to}`);
}

/**
 * May this member act in a role of another now, by what that one delegated? What was delegated and what the delegator
 * holds are both asked, at the place that the signer had seen and where the record is added. Only a role from the roster
 * can be delegated, so nobody passes on what was delegated to them.
 *
 * @param covers whether all of these reaches cover what is decided
 */
export function actsFor(
  state: LedgerState,
  { person: to, seen, times }: Signatory,
  { person, role }: { readonly person: PersonId; readonly role: Role },
  covers: (reaches: readonly Reach[]) => boolean,
): boolean {
  const isGiven = (roster: RosterBody | undefined, delegations: readonly Filed<'delegation'>[], at: Ms) => {
    const holder = roster && memberOf(roster, person);
    const held = (holder?.roles ?? []).filter((given) => given.role === role && isHeld(given, at));
    return delegations
      .filter(({ record: { body } }) => body.to === to && runs(body, at))
      .flatMap(({ record: { body } }) => body.roles.filter((given) => given.role === role))
      .some((given) => held.some(({ reach }) => covers([reach, given.reach])));
  };
  return times.every(
    (at) =>
      isGiven(state.chains.roster.at(-1)?.filed.record.body, delegationsOf(state, person), at) &&
      isGiven(rosterAt(state, seen), delegationsOf(state, person, seen), at),
  );
}

/** What one person delegates after the commit at `position`; forked delegations and withdrawn ones are none. */
function delegationsOf(
  state: LedgerState,
  person: PersonId,
  position = Number.POSITIVE_INFINITY,
): readonly Filed<'delegation'>[] {
  const known = state.revisions.get(`delegation/${person}`) ?? [];
  return unforkedHeads(
    known.filter(({ filed }) => filed.position <= position),
    (revision) => isAlive(state, revision),
  )
    .map(({ filed }) => filed)
    .filter((filed) => isOfKind(filed, 'delegation'))
    .filter(({ record }) => record.body.standing === 'given');
}

function runs({ from, until }: { readonly from: string; readonly until: string }, at: Ms): boolean {
  return toMs(from) <= at && at < toMs(until);
}

/** Has anybody ever delegated to this member? Then a decision of theirs may count though they hold no role. */
export function isDelegate(state: LedgerState, person: PersonId): boolean {
  return [...state.revisions.values()].some((revisions) =>
    revisions.some(({ filed }) => isOfKind(filed, 'delegation') && filed.record.body.to === person),
  );
}
