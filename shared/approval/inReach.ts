import type { Reach } from '../record/body/reach.ts';
import type { HeldRole } from '../record/body/rosterBody.ts';
import { toMs, type Ms } from '../time/instant.ts';
import type { Topology } from '../topology/createTopology.ts';

export interface Touched {
  readonly services: readonly string[];
  readonly sites: readonly string[];
}

/** Does this role reach the change? One listed service, site, or process above a touched service suffices. */
export function isInReach(reach: Reach, { services, sites }: Touched, topology: Topology): boolean {
  if (reach === 'everything') return true;
  if (reach.services?.some((id) => services.includes(id))) return true;
  if (reach.sites?.some((id) => sites.includes(id))) return true;
  const processes = reach.processes ?? [];
  return processes.length > 0 && services.some((id) => topology.processesAbove(id).some((p) => processes.includes(p)));
}

/** Did the role run at this moment by its own dates? The end is outside. */
export function runsAt({ from, until }: HeldRole, at: Ms): boolean {
  return (from === undefined || toMs(from) <= at) && (until === undefined || at < toMs(until));
}
