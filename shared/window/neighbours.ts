import type { ServiceId } from '../ids.ts';
import type { Topology } from '../topology/createTopology.ts';

/** Further away, a dependency says little about two works at one time. */
const HOPS = 2;
const options = { hops: HOPS, strongOnly: true };

export interface Neighbours {
  /** What lies within two strong edges of these services, up or down, with the shortest way from one of them. */
  near(services: readonly ServiceId[]): ReadonlyMap<ServiceId, readonly ServiceId[]>;
}

const remembered = new WeakMap<Topology, Neighbours>();

/** The neighbourhoods of one map of dependencies, remembered per service and per list of services. */
export function neighbourhood(topology: Topology): Neighbours {
  const known = remembered.get(topology);
  if (known) return known;
  const single = new Map<ServiceId, ReadonlyMap<ServiceId, readonly ServiceId[]>>();
  const several = new WeakMap<readonly ServiceId[], ReadonlyMap<ServiceId, readonly ServiceId[]>>();
  const made: Neighbours = {
    near(services) {
      const [only] = services;
      const found = services.length === 1 && only !== undefined ? single.get(only) : several.get(services);
      if (found) return found;
      const paths = pathsAround(services, topology);
      if (services.length === 1 && only !== undefined) single.set(only, paths);
      else several.set(services, paths);
      return paths;
    },
  };
  remembered.set(topology, made);
  return made;
}

function pathsAround(services: readonly ServiceId[], topology: Topology): Map<ServiceId, readonly ServiceId[]> {
  const paths = new Map<ServiceId, readonly ServiceId[]>();
  for (const reached of [...topology.dependents(services, options), ...topology.dependencies(services, options)]) {
    const known = paths.get(reached.service);
    if (!known || reached.path.length < known.length) paths.set(reached.service, reached.path);
  }
  return paths;
}
