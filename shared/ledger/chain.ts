import type { PersonId } from '../ids.ts';
import type { Filed } from '../record/envelope.ts';
import type { HeldRole, RosterBody } from '../record/body/rosterBody.ts';
import { fingerprintOfLine } from '../record/sshKey.ts';
import { toMs, type Ms } from '../time/instant.ts';
import { actOf, cosignsOn } from './admit.ts';
import { effectiveTime } from './effectiveTime.ts';
import { isHeld, memberOf, type Refusal } from './signatory.ts';
import { isOfKind, type Act, type ChainKind, type LedgerState } from './state.ts';
import { isRevoked } from './voidance.ts';

export const chainKinds = ['ledger', 'roster', 'policy'] as const;

export function isChainKind(kind: string): kind is ChainKind {
  return kind === 'ledger' || kind === 'roster' || kind === 'policy';
}

/** Does this revision follow the one in force, and could it be put in force at all? Null when it may. */
export function chainRefusal(state: LedgerState, filed: Filed<ChainKind>): Refusal | null {
  const { kind, body } = filed.record;
  const links = state.chains[kind];
  const [followed, ...others] = body.follows;
  if (followed !== links.at(-1)?.filed.digest || others.length > 0) {
    const passed = links.some((link) => link.filed.digest === followed) && others.length === 0;
    return { reason: passed ? 'stale-head' : 'wrong-follows', detail: body.follows.join(' ') };
  }
  if (isOfKind(filed, 'ledger')) return identityRefusal(state, filed);
  return isOfKind(filed, 'roster') ? rosterRefusal(filed.record.body, (commit) => state.positions.has(commit)) : null;
}

/** What a ledger is called may change; its root, its format and whether it is a sample never do. */
export function identityRefusal(state: LedgerState, { record }: Filed<'ledger'>): Refusal | null {
  const first = state.chains.ledger[0]?.filed.record.body;
  if (record.body.root.publicKey !== state.root.publicKey || record.body.root.fingerprint !== state.root.fingerprint)
    return { reason: 'root-misused', detail: 'body.root' };
  return record.body.sample === first?.sample ? null : { reason: 'schema', detail: 'body.sample' };
}

/** A roster in which one key could speak for two people, or a revocation means nothing, is no roster. */
export function rosterRefusal({ people }: RosterBody, isOnLine: (commit: string) => boolean): Refusal | null {
  const seen = new Set<string>();
  for (const { person, keys, roles } of people) {
    for (const name of [person, ...keys.map(({ fingerprint }) => fingerprint)]) {
      if (seen.has(name)) return { reason: 'schema', detail: `twice: ${name}` };
      seen.add(name);
    }
    const strange = keys.find((key) => fingerprintOfLine(key.publicKey) !== key.fingerprint);
    if (strange) return { reason: 'schema', detail: `fingerprint: ${strange.fingerprint}` };
    const ends = [...keys.map(({ revoked }) => revoked?.after), ...roles.map(({ ended }) => ended?.after)];
    const unknown = ends.find((after) => after !== undefined && !isOnLine(after));
    if (unknown !== undefined) return { reason: 'seen-not-on-line', detail: unknown };
  }
  return null;
}

/** How many different admins must sign under a roster: one while there is one, two from then on. */
export function thresholdOf(roster: RosterBody | undefined, at: Ms): number {
  return (roster ? adminsOf(roster, at).length : 0) > 1 ? 2 : 1;
}

/** Who is an admin at this moment, with a key to sign with? */
export function adminsOf({ people }: RosterBody, at: Ms): PersonId[] {
  return people
    .filter(({ keys, roles }) => keys.some(({ revoked }) => !revoked) && roles.some((given) => isAdminship(given, at)))
    .map(({ person }) => person);
}

/** Which of these signatures are by admins of the roster, one for each person? */
export function adminsAmong(roster: RosterBody | undefined, acts: readonly Act[], at: Ms): readonly Act[] {
  return acts.filter(({ person, key }, n) => {
    const member = roster && memberOf(roster, person);
    const holdsKey = member?.keys.some(({ fingerprint }) => fingerprint === key) ?? false;
    const isFirst = acts.findIndex((act) => act.person === person) === n;
    return isFirst && holdsKey && member?.roles.some((given) => isAdminship(given, at));
  });
}

function isAdminship(given: HeldRole, at: Ms): boolean {
  return given.role === 'admin' && isHeld(given, at);
}

/** The signatures on a revision that stand, its author's first. */
export function signersOf(state: LedgerState, filed: Filed<ChainKind>): readonly Act[] {
  const all = [actOf(state, filed), ...cosignsOn(state, filed)];
  return all.filter((act) => !isRevoked(state, act));
}

/** Has this revision what it needs to take effect now: enough signatures of people who are admins now? */
export function isComplete(state: LedgerState, filed: Filed<ChainKind>): boolean {
  return hasThreshold(state, filed, signersOf(state, filed));
}

/**
 * Have enough admins of the roster in force signed this?
 *
 * Its signers must be admins at its own time and at what the line's clock shows: so nobody dates a revision back to when
 * they still were an admin, or the only one. And by what is shown alone they must be enough: so nobody dates it ahead to
 * when they will be.
 */
export function hasThreshold(state: LedgerState, filed: Filed<ChainKind>, acts: readonly Act[]): boolean {
  const present = state.chains.roster.at(-1)?.filed;
  if (!present) return false;
  const { clock } = state;
  const at = effectiveTime(filed);
  const times = [at, Math.max(at, clock.second?.at ?? at)];
  const roster = present.record.body;
  const admins = times.reduce((left, time) => adminsAmong(roster, left, time), acts);
  const shown = shownAt([clock.first, clock.second, ...acts], present);
  return admins.length >= Math.max(...times.map((time) => thresholdOf(roster, time))) && isEnough(roster, acts, shown);
}

/** Are these signatures enough by the roster as it is at this moment? */
export function isEnough(roster: RosterBody, acts: readonly Act[], at: Ms): boolean {
  return adminsAmong(roster, acts, at).length >= thresholdOf(roster, at);
}

/** The latest time that two different people have claimed; while nobody else has, when the roster in force was signed. */
export function shownAt(claims: readonly (Pick<Act, 'person' | 'at'> | null)[], roster: Filed<'roster'>): Ms {
  const latest = new Map<PersonId, Ms>();
  for (const claim of claims) if (claim) latest.set(claim.person, Math.max(claim.at, latest.get(claim.person) ?? 0));
  const [, second] = [...latest.values()].toSorted((a, b) => b - a);
  return second ?? toMs(roster.record.signed.at);
}
