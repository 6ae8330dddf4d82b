import type { Lane } from '../../shared/api/calendarCalls.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import type { Topology } from '../../shared/topology/createTopology.ts';
import type { BoardContext } from '../desk/boardContext.ts';
import { NO_SITE } from './timelineLanes.ts';

/** A service at a site; null where nothing is said, which a window may mean as well. */
export interface Cell {
  readonly service: string | null;
  readonly site: string | null;
}
/** What a lane stands for: a window lies on it when it covers one of its cells. */
export type Ground = readonly Cell[];

/** A lane for a site is that place, whatever runs there. */
export function siteGround({ id }: Lane): Ground {
  return [{ service: null, site: id === NO_SITE ? null : id }];
}

/** A lane for a service is that service wherever it runs. */
export function serviceGround({ id }: Lane): Ground {
  return [{ service: id, site: null }];
}

/** A lane for a process is the process and all that it depends on strongly. */
export function processGround(topology: Topology, process: string): Ground {
  return [...topology.under(process)].map((service) => ({ service, site: null }));
}

/** A lane of work alone, a team's, is where that work is done. */
export function workGround(
  works: Iterable<{ readonly services: readonly string[]; readonly sites: readonly string[] }>,
): Ground {
  const cells = new Map<string, Cell>();
  for (const { services, sites } of works)
    for (const service of services.length > 0 ? services : [null])
      for (const site of sites.length > 0 ? sites : [null])
        cells.set(`${service ?? ''}|${site ?? ''}`, { service, site });
  return [...cells.values()];
}

/**
 * On which lanes does the window lie? What it says of tenants, environments and categories is taken as met: the lane
 * shows that it runs.
 */
export function coveredLanes(window: WindowBody, grounds: readonly Ground[], { windows }: BoardContext): number[] {
  const { scope } = window;
  const known = new Map<string, boolean>();
  const covers = ({ service, site }: Cell): boolean => {
    const key = `${service ?? ''}|${site ?? ''}`;
    const said = known.get(key);
    if (said !== undefined) return said;
    const work = {
      services: service === null ? [] : [service],
      sites: site === null ? [] : [site],
      tenants: [],
      environment: scope.environments?.[0] ?? 'production',
      category: scope.categories?.[0] ?? 'application-release',
    } as const;
    const found = windows.coverRead(window, work, true).length > 0;
    known.set(key, found);
    return found;
  };
  return grounds.flatMap((ground, index) => (ground.some(covers) ? [index] : []));
}
