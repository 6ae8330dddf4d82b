import type { MeView } from '../../../shared/api/appCalls.ts';
import type { LaneKind } from '../../../shared/api/calendarCalls.ts';
import type { RouteQuery } from '../../route.ts';

/** Lanes for what has none of the kind: nothing that a window could name. */
const none: ReadonlySet<string> = new Set(['no-site', 'no-team', 'no-process']);

/**
 * What a window drawn on a lane begins with: the drawer's own sites and processes and what the lane stands for. A lane
 * of a service brings no processes, because services and processes narrow each other; a team is no part of a scope.
 */
export function drawnScope(by: LaneKind, lane: string, owns: MeView['owns'] | undefined): RouteQuery {
  const own = { sites: owns?.sites ?? [], processes: owns?.processes ?? [] };
  const joined = (list: readonly string[]) => (none.has(lane) ? list : [...new Set([...list, lane])]);
  if (by === 'site') return { sites: joined(own.sites), processes: own.processes };
  if (by === 'process') return { sites: own.sites, processes: joined(own.processes) };
  if (by === 'service') return { sites: own.sites, services: lane };
  return own;
}
