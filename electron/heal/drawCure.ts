import { ulid } from 'ulid';
import { TidegateError } from '../../shared/errors.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Standing } from '../../shared/ledger/line.ts';
import { isHeld } from '../../shared/ledger/signatory.ts';
import { holderOf } from '../../shared/people/editRoster.ts';
import { isAdmin } from '../../shared/people/rosterProblem.ts';
import type { Member, RosterBody } from '../../shared/record/body/rosterBody.ts';
import { sealRecord, type Sealed } from '../../shared/record/seal.ts';
import { toInstant, type Ms } from '../../shared/time/instant.ts';
import type { Signer } from '../seal/sshsig.ts';
import { waitingCures, type BrokenLine } from './brokenLine.ts';

export interface Curing {
  readonly signer: Signer;
  /** Whose key it must be; whoever holds it when absent. */
  readonly as?: PersonId | undefined;
  /** Signs what another admin has begun, and begins nothing. */
  readonly cosignOnly: boolean;
  readonly now: Ms;
}

/** `mine-waits`: it is signed by this person already, and waits for another admin. */
export type Drawn =
  | { readonly draws: 'cure' | 'first-signature'; readonly sealed: Sealed; readonly person: PersonId }
  | { readonly draws: 'mine-waits'; readonly person: PersonId };

/**
 * Signs what heals the line: the ledger revision, or a cosign on the one that waits. It is read back by the rule before
 * anybody else sees it.
 *
 * @throws TidegateError `not-a-member`, `not-entitled`; `request-not-found` when there is nothing to cosign;
 *   `record-malformed` when the line would not read on, with the reason
 */
export function drawCure(found: BrokenLine, given: Curing): Drawn {
  const { signer, now } = given;
  const person = adminOf(found, given);
  const waiting = waitingCures(found);
  const open = waiting.find(({ record }) => record.signed.by !== person);
  if (!open && waiting.length > 0) return { draws: 'mine-waits', person };
  if (!open && given.cosignOnly) throw new TidegateError('request-not-found', { kind: 'ledger' });
  const { ledger, head: seen } = found.replay.board();
  const shared = { ledger, by: person, key: signer.fingerprint, at: toInstant(now), seen, id: ulid(now) };
  const sealed = open
    ? sealRecord({ ...shared, kind: 'cosign', body: { of: { kind: 'ledger', digest: open.digest } } }, signer.sign)
    : sealRecord({ ...shared, kind: 'ledger', body: cureOf(found) }, signer.sign);
  return { draws: judge(found, sealed), sealed, person };
}

/** The text in force, and beside what was healed before every merge since. */
function cureOf({ supposed, merges, follows }: BrokenLine) {
  const { identity } = supposed.board();
  const heals = [...(identity.heals ?? []), ...merges.map(({ commit }) => commit)];
  return { ...identity, heals, follows: [follows] };
}

/** Who can heal it: admins from before the break, who still are. Nothing that a merge brought in may vouch for it. */
export function healersOf(found: BrokenLine, now: Ms): readonly Member[] {
  const [before, after] = rostersOf(found);
  const still = after?.people.filter((member) => isAdmin(member, now)).map(({ person }) => person);
  return before?.people.filter((member) => isAdmin(member, now) && still?.includes(member.person)) ?? [];
}

function rostersOf({ replay, supposed }: BrokenLine): readonly RosterBody[] {
  return [replay.board().roster, supposed.board().roster];
}

function adminOf(found: BrokenLine, { signer, as, now }: Curing): PersonId {
  const { fingerprint } = signer;
  const rosters = rostersOf(found);
  const person = rosters[0] && holderOf(rosters[0].people, signer)?.person;
  if (person === undefined || (as !== undefined && as !== person))
    throw new TidegateError('not-a-member', { fingerprint, ...(as === undefined ? {} : { person: as }) });
  if (!rosters.every((roster) => isAdminBy(roster, { person, fingerprint, now })))
    throw new TidegateError('not-entitled', { person, role: 'admin' });
  return person;
}

function isAdminBy(
  { people }: RosterBody,
  { person, fingerprint, now }: { readonly person: PersonId; readonly fingerprint: string; readonly now: Ms },
): boolean {
  const member = people.find((each) => each.person === person);
  const holdsKey = member?.keys.some((key) => key.fingerprint === fingerprint && !key.revoked) ?? false;
  return holdsKey && (member?.roles.some((role) => role.role === 'admin' && isHeld(role, now)) ?? false);
}

function judge({ replay, supposed, head }: BrokenLine, { path, text }: Sealed): 'cure' | 'first-signature' {
  const file = { path, text, mode: '100644', blob: '' };
  // Any name that no commit has.
  const commit = { commit: '0'.repeat(head.length), parents: [head], added: [file], disturbed: [] };
  const trial = replay.fork();
  trial.apply(commit);
  if (trial.halt() === null) return 'cure';
  const standings = supposed.fork().apply(commit);
  const own = standings.find((each) => pathIn(each) === path);
  if (own?.standing === 'pending') return 'first-signature';
  const why =
    own && 'problem' in own ? own.problem : { reason: 'threshold-missing', detail: 'admins before the merge' };
  throw new TidegateError('record-malformed', { reason: why.reason, detail: why.detail });
}

function pathIn(standing: Standing): string {
  return 'filed' in standing ? standing.filed.path : standing.problem.path;
}
