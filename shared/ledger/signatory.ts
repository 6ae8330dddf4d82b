import type { CommitId, Fingerprint, PersonId } from '../ids.ts';
import type { Reach } from '../record/body/reach.ts';
import type { HeldRole, Member, MemberKey, RosterBody } from '../record/body/rosterBody.ts';
import type { Role } from '../record/words.ts';
import { toMs, type Instant, type Ms } from '../time/instant.ts';
import { clocksAt } from './clock.ts';
import type { SetAsideReason } from './standing.ts';
import type { Act, LedgerState } from './state.ts';

/** Who signed, as the roster knew them when they signed and knows them now. */
export interface Signatory extends Act {
  readonly now: Member;
  readonly before: Member;
  readonly publicKey: string;
  readonly effectiveAt: Ms;
  /** The instants at which roles must be held: the effective time, and where that is not sure the claimed one too. */
  readonly times: readonly Ms[];
}

export interface Refusal {
  readonly reason: SetAsideReason;
  readonly detail: string;
}

interface Claim {
  readonly by: PersonId;
  readonly key: Fingerprint;
  readonly at: Instant;
  readonly seen?: CommitId | undefined;
}

/** Is this claim by a member whose key and knowledge stand? The signature itself is not looked at. */
export function signatoryOf(state: LedgerState, claim: Claim, position: number): Signatory | Refusal {
  const seen = claim.seen === undefined ? undefined : state.positions.get(claim.seen);
  if (seen === undefined || seen >= position) return { reason: 'seen-not-on-line', detail: claim.seen ?? '' };
  const current = state.chains.roster.at(-1)?.filed.record.body;
  const past = rosterAt(state, seen);
  const now = current && memberOf(current, claim.by);
  const before = past && memberOf(past, claim.by);
  if (!now || !before) return { reason: 'signer-unknown', detail: claim.by };
  const key = keyOf(now, claim.key);
  if (!key || !keyOf(before, claim.key)) return { reason: 'key-unknown', detail: claim.key };
  if (state.revokedKeys.has(claim.key)) return { reason: 'key-revoked', detail: claim.key };
  const at = toMs(claim.at);
  const times = clocksAt(state.clock, seen).map((shown) => Math.max(at, shown ?? at));
  const known = { person: claim.by, key: claim.key, position, seen, at, now, before, publicKey: key.publicKey };
  return { ...known, effectiveAt: Math.max(...times), times };
}

/** The roster in force after the commit at `position`. */
export function rosterAt(state: LedgerState, position: number): RosterBody | undefined {
  return state.chains.roster.findLast(({ from }) => from <= position)?.filed.record.body;
}

/** Does the signer hold one of these roles, at both places on the line, with a reach that covers what they signed? */
export function holds(
  signatory: Signatory,
  roles: readonly Role[],
  covers: (reach: Reach) => boolean = always,
): boolean {
  const { now, before, times } = signatory;
  const held = (member: Member, role: Role) =>
    times.every((at) => member.roles.some((given) => given.role === role && isHeld(given, at) && covers(given.reach)));
  return roles.some((role) => held(now, role) && (now === before || held(before, role)));
}

export function isHeld(given: HeldRole, at: Ms): boolean {
  if (given.ended) return false;
  if (given.from !== undefined && at < toMs(given.from)) return false;
  return given.until === undefined || at < toMs(given.until);
}

const always = (): boolean => true;

const indexes = new WeakMap<RosterBody, ReadonlyMap<PersonId, Member>>();

export function memberOf(roster: RosterBody, person: PersonId): Member | undefined {
  let index = indexes.get(roster);
  if (!index) indexes.set(roster, (index = new Map(roster.people.map((member) => [member.person, member]))));
  return index.get(person);
}

function keyOf(member: Member, key: Fingerprint): MemberKey | undefined {
  return member.keys.find(({ fingerprint }) => fingerprint === key);
}
