import { useQuery } from '@tanstack/react-query';
import type { Link } from '../../../shared/view/focusGraph.ts';
import { layoutMap } from './layoutMap.ts';

/** Positions for these nodes; kept for as long as the page lives, by the shape of the map and what is shown of it. */
export function useLayout(shape: string, nodes: readonly string[], links: readonly Link[]) {
  return useQuery({
    queryKey: ['layout', shape, nodes],
    queryFn: () => layoutMap(nodes, links),
    enabled: nodes.length > 0,
    staleTime: Infinity,
    gcTime: Infinity,
    placeholderData: (before) => before,
  });
}
