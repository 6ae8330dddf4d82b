/** What a map needs to know of an edge: "from depends on to". */
export interface Link {
  readonly from: string;
  readonly to: string;
}

/**
 * Which nodes lie within so many steps of the focus, along edges in either direction?
 *
 * Nodes keep the order in which the walk meets them; the focus comes first. Cycles end the walk.
 */
export function neighbourhood(links: readonly Link[], focus: readonly string[], steps: number): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  const join = (a: string, b: string) => {
    const known = next.get(a);
    if (known) known.push(b);
    else next.set(a, [b]);
  };
  for (const { from, to } of links) {
    join(from, to);
    join(to, from);
  }
  const met = new Set(focus);
  let edge = [...met];
  for (let step = 0; step < steps && edge.length > 0; step += 1) {
    const found: string[] = [];
    for (const node of edge)
      for (const other of next.get(node) ?? [])
        if (!met.has(other)) {
          met.add(other);
          found.push(other);
        }
    edge = found;
  }
  return met;
}

/** Above this many nodes a map opens around one service instead of showing everything. */
export const WHOLE_MAP_LIMIT = 300;

/** Which node has most edges, the first by name among equals; null on an empty map. */
export function busiest(nodes: readonly string[], links: readonly Link[]): string | null {
  const degree = new Map<string, number>();
  for (const { from, to } of links) {
    degree.set(from, (degree.get(from) ?? 0) + 1);
    degree.set(to, (degree.get(to) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const node of nodes.toSorted())
    if (best === null || (degree.get(node) ?? 0) > (degree.get(best) ?? 0)) best = node;
  return best;
}
