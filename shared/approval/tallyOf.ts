import type { PersonId } from '../ids.ts';
import type { Reach } from '../record/body/reach.ts';
import type { HeldRole, Member } from '../record/body/rosterBody.ts';
import { memberOf } from '../ledger/signatory.ts';
import type { Filed } from '../record/envelope.ts';
import type { Role } from '../record/words.ts';
import type { Ms } from '../time/instant.ts';
import { isInReach, runsAt } from './inReach.ts';
import { readDecisions, type DecisionContext } from './readDecisions.ts';
import type { Asked } from './requirementsOf.ts';
import type { CountedDecision, Requirement, RequirementState, Tally } from './tally.ts';

/** Roles that speak for the business in a quorum. */
const businessRoles: ReadonlySet<Role> = new Set(['business-owner', 'process-owner', 'finance-owner']);

/**
 * Who has agreed, who is still missing, and who could fill the place?
 *
 * A decision counts on the current material text, by someone who neither asked for, wrote nor does the work, in a role
 * that is asked for and reaches the change, until it lapses. A person has one decision on a text and so fills one role;
 * the quorum counts the same people again, each once. A role that nobody holds stays unmet.
 */
export function tallyOf(
  asked: Asked,
  decisions: readonly Filed<'decision'>[],
  context: Omit<DecisionContext, 'roles' | 'owners'>,
): Tally {
  const roles = new Set<Role>([...asked.requirements.flatMap(unpinnedRole), ...(asked.quorum?.of ?? [])]);
  const owners = new Set(asked.requirements.flatMap(({ person }) => person ?? []));
  const read = readDecisions(decisions, { ...context, roles, owners });
  const counting = read.filter(({ standing }) => standing === 'counts');
  const approvals = counting.filter(({ verdict }) => verdict === 'approve');
  const spent = new Set(counting.map(({ person }) => person));
  const free = context.board.roster.people.filter(
    ({ person, keys }) =>
      !context.conflicted.has(person) && !spent.has(person) && keys.some(({ revoked }) => revoked === undefined),
  );
  const requirements = asked.requirements.map((requirement): RequirementState => {
    const voices = voicesFor(requirement, approvals);
    const could = free.filter((member) => couldFill(member, requirement, voices, context));
    return { ...requirement, met: [...voices.values()], could: could.map(({ person }) => person) };
  });
  const quorum = asked.quorum && readQuorum(asked.quorum, approvals);
  const rejected = counting.some(({ verdict }) => verdict === 'reject');
  return {
    allowed: asked.allowed,
    requirements,
    quorum,
    decisions: read,
    rejected,
    complete:
      asked.allowed &&
      !rejected &&
      requirements.every(({ met, count }) => met.length >= count) &&
      (!quorum || (quorum.met.length >= quorum.count && quorum.businessMet)),
  };
}

const unpinnedRole = ({ role, person }: Requirement): Role[] => (person === undefined ? [role] : []);

/** Whose voice is in for this role, and who gave it? One who delegated and one who acts for them are one voice. */
function voicesFor({ role, person }: Requirement, approvals: readonly CountedDecision[]): Map<PersonId, PersonId> {
  const fills = approvals.filter((decision) =>
    person === undefined
      ? decision.role === role
      : decision.person === person || (decision.onBehalfOf === person && decision.role === role),
  );
  return firstOfVoices(fills);
}

function firstOfVoices(decisions: readonly CountedDecision[]): Map<PersonId, PersonId> {
  const voices = new Map<PersonId, PersonId>();
  for (const { person, onBehalfOf = person } of decisions) if (!voices.has(onBehalfOf)) voices.set(onBehalfOf, person);
  return voices;
}

/** Could this member give a voice that is not in yet, their own or that of one who delegated to them? */
function couldFill(
  member: Member,
  { role, person }: Requirement,
  voices: ReadonlyMap<PersonId, PersonId>,
  context: Omit<DecisionContext, 'roles' | 'owners'>,
): boolean {
  const { board, conflicted, now, topology, touched } = context;
  const reaches = (held: readonly Reach[]) => isInReach(held, touched, topology);
  const own = holdsNow(member, role, now);
  const isOwn = person === undefined ? own.some(({ reach }) => reaches([reach])) : member.person === person;
  if (isOwn && !voices.has(member.person)) return true;
  return (board.delegations ?? [])
    .map(({ record }) => record.body)
    .filter(({ to, person: from }) => to === member.person && !conflicted.has(from) && !voices.has(from))
    .filter((body) => runsAt(body, now) && (person === undefined || body.person === person))
    .some(({ person: from, roles }) => {
      const held = holdsNow(memberOf(board.roster, from), role, now);
      const delegated = roles.filter((given) => given.role === role);
      return held.some(({ reach }) => delegated.some((given) => reaches([reach, given.reach])));
    });
}

function holdsNow(member: Member | undefined, role: Role, now: Ms): HeldRole[] {
  return (member?.roles ?? []).filter((held) => held.role === role && held.ended === undefined && runsAt(held, now));
}

function readQuorum(quorum: NonNullable<Asked['quorum']>, approvals: readonly CountedDecision[]): Tally['quorum'] {
  const of = new Set(quorum.of);
  const counted = approvals.filter(({ role }) => of.has(role));
  return {
    count: quorum.count,
    met: [...firstOfVoices(counted).values()],
    business: quorum.business,
    businessMet: !quorum.business || counted.some(({ role }) => businessRoles.has(role)),
  };
}

/** The roles that must still agree; the chair stands for an open quorum. */
export function waitingFor({ requirements, quorum, complete, rejected }: Tally): Role[] {
  if (complete || rejected) return [];
  const open = requirements.filter(({ met, count }) => met.length < count).map(({ role }) => role);
  const quorumOpen = quorum !== null && (quorum.met.length < quorum.count || !quorum.businessMet);
  return [...new Set<Role>([...open, ...(open.length === 0 && quorumOpen ? (['chair'] as const) : [])])];
}
