import ELK, { type ElkNode } from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { Link } from '../../../shared/view/focusGraph.ts';

export const NODE_WIDTH = 184;
export const NODE_HEIGHT = 44;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The fast end of ELK's layered layout: twice as quick at 2,000 nodes, hardly worse to read. */
const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.layered.thoroughness': '1',
  'elk.layered.nodePlacement.strategy': 'SIMPLE',
  'elk.edgeRouting': 'POLYLINE',
  'elk.layered.crossingMinimization.greedySwitch.type': 'OFF',
  'elk.spacing.nodeNode': '8',
  'elk.layered.spacing.nodeNodeBetweenLayers': '40',
  'elk.spacing.componentComponent': '24',
};

let elk: InstanceType<typeof ELK> | undefined;

/** Where each node goes, worked out beside the page so that it stays responsive. */
export async function layoutMap(nodes: readonly string[], links: readonly Link[]): Promise<ReadonlyMap<string, Point>> {
  elk ??= new ELK({ workerUrl });
  const here = new Set(nodes);
  const graph: ElkNode = {
    id: 'map',
    layoutOptions: options,
    children: nodes.map((id) => ({ id, width: NODE_WIDTH, height: NODE_HEIGHT })),
    edges: links
      .filter(({ from, to }) => here.has(from) && here.has(to) && from !== to)
      .map(({ from, to }, index) => ({ id: `e${index}`, sources: [from], targets: [to] })),
  };
  const placed = await elk.layout(graph);
  return new Map((placed.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}
