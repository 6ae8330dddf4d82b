import type { PersonId } from '../ids.ts';
import type { AddOn, ApprovalRule, PolicyBody } from '../record/body/policyBody.ts';
import type { RequestText } from '../change/requestText.ts';
import type { Board } from '../ledger/board.ts';
import type { Band, Role } from '../record/words.ts';
import type { Topology } from '../topology/createTopology.ts';
import type { Requirement } from './tally.ts';

/** Who agrees to a soft freeze when its owner asks for the change or does it: nobody waives for their own work. */
export const OWNERS_STAND_IN = 'change-manager' satisfies Role;

/** A soft freeze that the planned time meets: its owner agrees instead of a waiver. */
export interface SoftFreezeMet {
  readonly title: string;
  readonly owner: PersonId;
  readonly ownerRole: Requirement['role'];
}

export interface Asked {
  readonly allowed: boolean;
  readonly requirements: readonly Requirement[];
  readonly quorum: NonNullable<ApprovalRule['quorum']> | null;
}

/**
 * Who must agree to this change in this band?
 * The matrix row for band and type, then what the touched things ask for, then owners of soft freezes it meets.
 * A row the policy does not have forbids the change: silence never opens.
 */
export function requirementsOf(
  text: RequestText,
  band: Band,
  { policy, sites, services }: Pick<Board, 'policy' | 'sites' | 'services'>,
  topology: Topology,
  softFreezes: readonly SoftFreezeMet[],
  conflicted: ReadonlySet<PersonId>,
): Asked {
  const row = policy.approvals.find((rule) => rule.band === band && rule.type === text.type);
  const matrix = (row?.roles ?? []).map(({ role, count }) => ({ role, count, rule: `matrix: ${band} x ${text.type}` }));
  const addOns = askedAddOns(text, policy, { sites, services }, topology);
  const asked = addOns.map(({ name, role }) => ({ role, count: 1, rule: `add-on: ${name}` }));
  const own = softFreezes.filter(({ owner }) => conflicted.has(owner));
  const standIns: Requirement[] = own.map(({ title }) => ({
    role: OWNERS_STAND_IN,
    count: 1,
    rule: `soft freeze of their own: ${title}`,
  }));
  const owners = softFreezes
    .filter(({ owner }) => !conflicted.has(owner))
    .map(({ title, owner, ownerRole }) => ({
      role: ownerRole,
      count: 1,
      rule: `soft freeze: ${title}`,
      person: owner,
    }));
  return {
    allowed: row?.allowed ?? false,
    requirements: [...joined([...matrix, ...asked, ...standIns]), ...distinctOwners(owners)],
    quorum: row?.quorum ?? null,
  };
}

/** One line per role: the larger count, all rules named. */
function joined(list: readonly Requirement[]): Requirement[] {
  const byRole = new Map<string, Requirement>();
  for (const next of list) {
    const known = byRole.get(next.role);
    const merged = known && {
      ...known,
      count: Math.max(known.count, next.count),
      rule: known.rule === next.rule ? known.rule : `${known.rule}; ${next.rule}`,
    };
    byRole.set(next.role, merged ?? next);
  }
  return [...byRole.values()];
}

function distinctOwners(list: readonly Requirement[]): Requirement[] {
  return list.filter((next, at) => list.findIndex(({ person }) => person === next.person) === at);
}

function askedAddOns(
  text: RequestText,
  policy: PolicyBody,
  { sites, services }: Pick<Board, 'sites' | 'services'>,
  topology: Topology,
): AddOn[] {
  const isShared = text.services.some((id) => services.get(id)?.tenancy === 'shared');
  const hasTenants = text.tenants.length > 0 || text.sites.some((id) => (sites.get(id)?.tenants?.length ?? 0) > 0);
  // What stops when a touched service stops: a listed service among it depends on the touched one.
  const stopped = new Set(topology.dependents(text.services, { strongOnly: true }).map(({ service }) => service));
  return policy.addOns.filter(
    ({ when }) =>
      when.categories?.includes(text.category) ||
      when.services?.some((id) => stopped.has(id)) ||
      (when.sharedTenancy && isShared && hasTenants),
  );
}
