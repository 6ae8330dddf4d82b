import type { ChangeFile } from '../change/changeFile.ts';
import type { Digest, PersonId } from '../ids.ts';
import { personName, type Board } from '../ledger/board.ts';
import type { Filed } from '../record/envelope.ts';
import type { Role } from '../record/words.ts';
import { DAY_MS, toInstant, toMs, type Ms } from '../time/instant.ts';
import type { Topology } from '../topology/createTopology.ts';
import { delegatedRoles } from './delegated.ts';
import { isInReach, runsAt, type Touched } from './inReach.ts';
import type { CountedDecision, DecisionStanding } from './tally.ts';

export interface DecisionContext {
  readonly board: Board;
  readonly topology: Topology;
  readonly touched: Touched;
  readonly material: Digest;
  /** People who wrote, asked for or do the work. */
  readonly conflicted: ReadonlySet<PersonId>;
  readonly roles: ReadonlySet<Role>;
  /** Owners who must agree as persons, whatever role they sign in. */
  readonly owners: ReadonlySet<PersonId>;
  readonly latestEnd: Ms | null;
  readonly now: Ms;
}

/** Who wrote, asked for or does this work? By person, so that a second key changes nothing. */
export function conflictedPeople({ requests }: Pick<ChangeFile, 'requests'>): Set<PersonId> {
  return new Set(requests.flatMap(({ record: { body, signed } }) => [signed.by, body.requester, body.implementer]));
}

/** What is each decision worth now? In line order. */
export function readDecisions(decisions: readonly Filed<'decision'>[], context: DecisionContext): CountedDecision[] {
  const newest = newestByPerson(decisions);
  return decisions.map((filed) => {
    const { body, signed } = filed.record;
    const lapses = Math.min(
      toMs(signed.at) + context.board.policy.approvalDays * DAY_MS,
      context.latestEnd ?? Number.POSITIVE_INFINITY,
    );
    return {
      digest: filed.digest,
      person: signed.by,
      name: personName(context.board, signed.by),
      ...(body.onBehalfOf === undefined
        ? {}
        : { onBehalfOf: body.onBehalfOf, behalfName: personName(context.board, body.onBehalfOf) }),
      role: body.role,
      verdict: body.verdict,
      standing: newest.has(filed) ? standingOf(filed, lapses, context) : 'replaced',
      at: signed.at,
      lapsesAt: toInstant(lapses),
      score: body.risk.score,
      band: body.risk.band,
      ...(body.conditions === undefined ? {} : { conditions: body.conditions }),
      ...(body.reason === undefined ? {} : { reason: body.reason }),
    };
  });
}

/** The last decision of a person on one text is the one that stands. */
function newestByPerson(decisions: readonly Filed<'decision'>[]): Set<Filed<'decision'>> {
  const last = new Map<string, Filed<'decision'>>();
  for (const filed of decisions) {
    last.set(`${filed.record.signed.by} ${filed.record.body.material.digest}`, filed);
  }
  return new Set(last.values());
}

function standingOf({ record }: Filed<'decision'>, lapses: Ms, context: DecisionContext): DecisionStanding {
  const { body, signed } = record;
  if (body.material.digest !== context.material) return 'stale';
  const voice = body.onBehalfOf ?? signed.by;
  if (context.conflicted.has(signed.by) || context.conflicted.has(voice)) return 'own-change';
  if (!context.roles.has(body.role) && !context.owners.has(signed.by) && !context.owners.has(voice))
    return 'role-not-asked';
  if (!holdsRole(record, context)) return 'not-in-reach';
  // A rejection stands until the text changes: waiting does not turn a no into silence.
  return body.verdict === 'approve' && context.now >= lapses ? 'lapsed' : 'counts';
}

/** Was the role held when it was signed, in reach of the change: one's own, or by a delegation of its holder? */
function holdsRole({ body, signed }: Filed<'decision'>['record'], context: DecisionContext): boolean {
  const at = toMs(signed.at);
  const { board, touched, topology } = context;
  const holder = board.roster.people.find(({ person }) => person === (body.onBehalfOf ?? signed.by));
  const held = (holder?.roles ?? []).filter((role) => role.role === body.role && runsAt(role, at));
  if (body.onBehalfOf === undefined) return held.some(({ reach }) => isInReach([reach], touched, topology));
  const given = delegatedRoles(board.voids.delegations ?? [], { from: body.onBehalfOf, to: signed.by, at });
  return given
    .filter(({ role }) => role === body.role)
    .some((delegated) => held.some(({ reach }) => isInReach([reach, delegated.reach], touched, topology)));
}
