import type { ServiceId } from '../ids.ts';
import type { Reach } from '../record/body/reach.ts';
import type { HeldRole } from '../record/body/rosterBody.ts';
import { toMs, type Ms } from '../time/instant.ts';
import type { Topology } from '../topology/createTopology.ts';

export interface Touched {
  readonly services: readonly string[];
  readonly sites: readonly string[];
}

/**
 * Do all of these reaches cover the same part of the change? One touched service, listed or below a listed process, or one
 * touched site suffices. A role has one reach, a delegated role two.
 */
export function isInReach(reaches: readonly Reach[], { services, sites }: Touched, topology: Topology): boolean {
  if (reaches.every((reach) => reach === 'everything')) return true;
  const covers = (reach: Reach, service: ServiceId) =>
    reach === 'everything' ||
    (reach.services?.includes(service) ?? false) ||
    (reach.processes !== undefined && topology.processesAbove(service).some((id) => reach.processes?.includes(id)));
  return (
    services.some((service) => reaches.every((reach) => covers(reach, service))) ||
    sites.some((site) => reaches.every((reach) => reach === 'everything' || (reach.sites?.includes(site) ?? false)))
  );
}

/** Did it run at this moment by its own dates? The end is outside. */
export function runsAt({ from, until }: Pick<HeldRole, 'from' | 'until'>, at: Ms): boolean {
  return (from === undefined || toMs(from) <= at) && (until === undefined || at < toMs(until));
}
