import type { PersonId } from '../ids.ts';
import type { Member } from '../record/body/rosterBody.ts';
import type { Filed } from '../record/envelope.ts';
import type { Role } from '../record/words.ts';
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
  const requirements = asked.requirements.map((requirement): RequirementState => ({
    ...requirement,
    met: metBy(requirement, approvals),
    could: free.filter((member) => couldFill(member, requirement, context)).map(({ person }) => person),
  }));
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

function metBy({ role, person }: Requirement, approvals: readonly CountedDecision[]): PersonId[] {
  const fills = approvals.filter((decision) =>
    person === undefined ? decision.role === role : decision.person === person,
  );
  return [...new Set(fills.map((decision) => decision.person))];
}

function couldFill(
  member: Member,
  { role, person }: Requirement,
  { now, topology, touched }: Omit<DecisionContext, 'roles' | 'owners'>,
): boolean {
  if (person !== undefined) return member.person === person;
  return member.roles.some(
    (held) =>
      held.role === role && held.ended === undefined && runsAt(held, now) && isInReach(held.reach, touched, topology),
  );
}

function readQuorum(quorum: NonNullable<Asked['quorum']>, approvals: readonly CountedDecision[]): Tally['quorum'] {
  const of = new Set(quorum.of);
  const votes = approvals.filter(({ role }) => of.has(role));
  return {
    count: quorum.count,
    met: [...new Set(votes.map(({ person }) => person))],
    business: quorum.business,
    businessMet: !quorum.business || votes.some(({ role }) => businessRoles.has(role)),
  };
}

/** The roles that must still agree; the chair stands for an open quorum. */
export function waitingFor({ requirements, quorum, complete, rejected }: Tally): Role[] {
  if (complete || rejected) return [];
  const open = requirements.filter(({ met, count }) => met.length < count).map(({ role }) => role);
  const quorumOpen = quorum !== null && (quorum.met.length < quorum.count || !quorum.businessMet);
  return [...new Set<Role>([...open, ...(open.length === 0 && quorumOpen ? (['chair'] as const) : [])])];
}
