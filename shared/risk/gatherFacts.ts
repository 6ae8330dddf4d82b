import { DAY_MS, toMs, type Ms } from '../time/instant.ts';
import type { EvidenceReading } from '../change/readEvidence.ts';
import { beforeWork } from '../change/readEvidence.ts';
import type { RequestText } from '../change/requestText.ts';
import type { Board } from '../ledger/board.ts';
import { evidenceKinds, type EvidenceKind } from '../record/words.ts';
import type { Topology } from '../topology/createTopology.ts';
import type { Collision } from '../window/collision.ts';
import type { RiskFacts } from './riskFacts.ts';
import { readTrack, type TrackRecord } from './trackRecord.ts';

export interface FactSources {
  readonly text: RequestText;
  readonly board: Board;
  readonly topology: Topology;
  readonly timing: RiskFacts['timing'];
  readonly collisions: readonly Collision[];
  readonly track: TrackRecord;
  readonly readings: ReadonlyMap<EvidenceKind, EvidenceReading>;
  /** The instant for which the ages of tests are judged. */
  readonly asOf: Ms;
  readonly fixed?: RiskFacts['fixed'];
}

/** Collects what the ten factors look at, from the request, the map, the calendar and the outcomes. */
export function gatherFacts(given: FactSources): RiskFacts {
  const { text, board, topology, readings } = given;
  const { policy } = board;
  const row = policy.evidence[text.category];
  const others = given.collisions.filter(({ kind }) => kind !== 'double-booked').map(({ other }) => other);
  return {
    policy,
    critical: mostCritical(text, board, topology),
    reach: reachOf(text, board, topology),
    category: text.category,
    data: text.data,
    rollback: text.plans.rollback.steps.trim() === '' ? 'none' : text.plans.rollback.readiness,
    evidence: (text.imported ? [] : evidenceKinds).filter(beforeWork).flatMap((kind) => {
      const need = row.needs[kind];
      return need === 'optional' ? [] : [{ kind, need, fresh: isFresh(readings.get(kind)) }];
    }),
    shown: new Set(evidenceKinds.filter((kind) => isFresh(readings.get(kind)))),
    timing: given.timing,
    collisions: [...new Set(others)],
    track: readTrack(text, given.track, policy.factors.trackRecord),
    recovery: recoveryOf(text, board, given.asOf),
    ...(text.imported ? { logged: text.imported.source } : {}),
    ...(given.fixed ? { fixed: given.fixed } : {}),
  };
}

const isFresh = (reading: EvidenceReading | undefined) => reading?.standing === 'fresh';

function mostCritical(text: RequestText, board: Board, topology: Topology): RiskFacts['critical'] {
  const affected = new Set(text.services.flatMap((service) => [service, ...topology.processesAbove(service)]));
  const known = [...affected].flatMap((id) => board.services.get(id) ?? []);
  const worst = known.reduce<(typeof known)[number] | null>(
    (last, next) => (last && last.tier <= next.tier ? last : next),
    null,
  );
  return worst && { service: worst.service, name: worst.name, tier: worst.tier };
}

/** Sites that are not said are all the places the services run; a service that names none serves every site. */
function reachOf(text: RequestText, board: Board, topology: Topology): RiskFacts['reach'] {
  const touched = text.services.flatMap((id) => board.services.get(id) ?? []);
  const dependents = topology.dependents(text.services, { hops: 2, strongOnly: true });
  const platform = touched.find(({ kind, tenancy }) => kind === 'platform' && tenancy === 'shared');
  return {
    sites: text.sites.length > 0 || text.imported ? new Set(text.sites).size : sitesServed(touched, board),
    tenants: new Set(text.tenants).size,
    dependents: dependents.filter(({ hops }) => hops > 0).length,
    sharedPlatform: platform?.service ?? null,
  };
}

function sitesServed(touched: readonly { readonly sites: readonly string[] }[], board: Board): number {
  if (touched.some(({ sites }) => sites.length === 0)) {
    return [...board.sites.values()].filter(({ retired }) => !retired).length;
  }
  return new Set(touched.flatMap(({ sites }) => sites)).size;
}

/** The worst of the touched services: one that nobody asks to recover misses nothing, unless it is tier 1. */
function recoveryOf(text: RequestText, board: Board, asOf: Ms): RiskFacts['recovery'] {
  const { freshDays } = board.policy.factors.recovery;
  let older: RiskFacts['recovery'] | null = null;
  for (const id of text.services) {
    const service = board.services.get(id);
    if (!service) continue;
    const need = service.recovery;
    if (!need) {
      if (service.tier > 1) continue;
      return { met: 'unmet', service: id, why: `${service.name} is tier 1 and states no recovery need` };
    }
    if (need.restoreTestedAt === undefined) {
      return { met: 'unmet', service: id, why: `a restore of ${service.name} was never tested` };
    }
    if (
      (need.reachedRtoMinutes ?? Infinity) > need.rtoMinutes ||
      (need.reachedRpoMinutes ?? Infinity) > need.rpoMinutes
    ) {
      return { met: 'unmet', service: id, why: `the last test of ${service.name} missed what the business needs` };
    }
    const days = Math.floor((asOf - toMs(need.restoreTestedAt)) / DAY_MS);
    if (days > freshDays) {
      older ??= { met: 'older', service: id, why: `a restore of ${service.name} was last tested ${days} days ago` };
    }
  }
  return older ?? { met: 'met', service: null, why: 'recovery meets what the business needs' };
}
