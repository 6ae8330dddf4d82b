import type { ServiceId } from '../ids.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import type { Topology } from '../topology/createTopology.ts';

/** Which services a window covers, and by which way. */
export interface ServiceReach {
  /** The scope names neither services nor processes. */
  readonly any: boolean;
  /** The scope leaves some services out. */
  readonly someOut: boolean;
  /** In scope as a thing of its own, not only because something above it is. */
  names(service: ServiceId): boolean;
  /** Those that are covered, and maybe some that are left out; null when any may be. */
  readonly listed: Iterable<ServiceId> | null;
  /** From the touched service to the one in scope, both included; null when it is not covered. */
  pathFrom(service: ServiceId): readonly ServiceId[] | null;
}

/**
 * Reads the service side of a window once.
 *
 * A process stands for itself and all it depends on strongly. Services and processes together are an AND. With reach
 * `feeders` whatever the remaining services depend on strongly is covered too. What is left out is out, whether it is
 * touched or would be reached.
 */
export function serviceReach({ scope, reach }: Pick<WindowBody, 'scope' | 'reach'>, topology: Topology): ServiceReach {
  const out = new Set(scope.except?.services);
  for (const process of scope.except?.processes ?? []) for (const service of topology.under(process)) out.add(service);
  const inProcesses = scope.processes ? pathsBelow(scope.processes, topology) : null;
  const named = scope.services?.filter((service) => !out.has(service) && (!inProcesses || inProcesses.has(service)));
  const paths = named ? namedPaths(named, reach, inProcesses, topology) : inProcesses;
  const members = named ? new Set(named) : inProcesses;
  return {
    any: paths === null,
    someOut: out.size > 0,
    listed: paths && paths.keys(),
    names: (service) => !out.has(service) && (members === null || members.has(service)),
    pathFrom(service) {
      if (out.has(service)) return null;
      return paths ? (paths.get(service) ?? null) : [service];
    },
  };
}

type Paths = ReadonlyMap<ServiceId, readonly ServiceId[]>;

function namedPaths(
  named: readonly ServiceId[],
  reach: WindowBody['reach'],
  inProcesses: Paths | null,
  topology: Topology,
): Paths {
  if (reach === 'feeders') return pathsBelow(named, topology);
  return new Map(named.map((service) => [service, inProcesses?.get(service) ?? [service]]));
}

/** For everything these stand on, the shortest way up to one of them. */
function pathsBelow(services: readonly ServiceId[], topology: Topology): Paths {
  const reached = topology.dependencies(services, { strongOnly: true });
  return new Map(reached.map(({ service, path }) => [service, path.toReversed()]));
}
