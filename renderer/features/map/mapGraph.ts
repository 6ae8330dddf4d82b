import { MarkerType, type Edge } from '@xyflow/react';
import type { MapView } from '../../../shared/api/mapCalls.ts';
import type { Reached } from '../../../shared/topology/topology.ts';
import { NODE_HEIGHT, NODE_WIDTH, type Point } from './layoutMap.ts';
import type { ServiceFlowNode } from './ServiceNode.tsx';

export interface Chosen {
  readonly services: readonly string[];
  /** What would be hit when the chosen services stop. */
  readonly reached: ReadonlyMap<string, Reached>;
  /** The node whose path is being explained. */
  readonly explained: string | null;
}

/** The pairs of neighbours along a path, whichever way the edge between them points. */
function pathPairs(path: readonly string[]): ReadonlySet<string> {
  return new Set(path.slice(1).flatMap((node, index) => [`${path[index]} ${node}`, `${node} ${path[index]}`]));
}

/** React Flow's nodes: placed, named for screen readers, and set apart by what the blast reaches. */
export function flowNodes(map: MapView, positions: ReadonlyMap<string, Point>, chosen: Chosen): ServiceFlowNode[] {
  return map.nodes.flatMap((service) => {
    const position = positions.get(service.service);
    if (!position) return [];
    const reached = chosen.reached.get(service.service);
    const standing = chosen.services.includes(service.service)
      ? ('chosen' as const)
      : reached
        ? ('reached' as const)
        : chosen.services.length > 0
          ? ('aside' as const)
          : ('plain' as const);
    return [
      {
        id: service.service,
        type: 'service' as const,
        position: { ...position },
        width: NODE_WIDTH,
        height: NODE_HEIGHT,
        draggable: false,
        connectable: false,
        ariaRole: 'button',
        domAttributes: { 'aria-pressed': standing === 'chosen' },
        data: { service, standing, hops: reached?.hops ?? null },
      },
    ];
  });
}

/** React Flow's edges: strong ones drawn through, weak ones dashed, the explained path set off. */
export function flowEdges(map: MapView, positions: ReadonlyMap<string, Point>, chosen: Chosen): Edge[] {
  const path = pathPairs(chosen.reached.get(chosen.explained ?? '')?.path ?? []);
  return map.edges.flatMap(({ from, to, kind, strength }) => {
    if (!positions.has(from) || !positions.has(to)) return [];
    const lit = chosen.services.length > 0 && chosen.reached.has(from) && chosen.reached.has(to);
    const explained = path.has(`${from} ${to}`);
    return [
      {
        id: `${from} ${to} ${kind}`,
        source: from,
        target: to,
        focusable: false,
        className: `tg-edge tg-edge-${strength}${lit ? ' tg-edge-lit' : ''}${explained ? ' tg-edge-explained' : ''}`,
        markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14 },
        ...(explained ? { label: kind, zIndex: 1 } : {}),
      },
    ];
  });
}
