import {
  Background,
  Controls,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
  type NodeMouseHandler,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useEffect, useMemo } from 'react';
import type { MapView } from '../../../shared/api/mapCalls.ts';
import type { Point } from './layoutMap.ts';
import { flowEdges, flowNodes, type Chosen } from './mapGraph.ts';
import './map.css';
import { ServiceNode } from './ServiceNode.tsx';

const nodeTypes = { service: ServiceNode };

/** Below this zoom a node shows its name only, larger, so that it can still be read. */
const FAR_ZOOM = 0.8;

interface MapCanvasProps {
  readonly map: MapView;
  readonly positions: ReadonlyMap<string, Point>;
  readonly chosen: Chosen;
  readonly onChoose: (service: string, add: boolean) => void;
}

/** The drawn map: pan, zoom, choose with the mouse or with Tab and Enter. */
export function MapCanvas(props: MapCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ map, positions, chosen, onChoose }: MapCanvasProps) {
  const nodes = useMemo(() => flowNodes(map, positions, chosen), [map, positions, chosen]);
  const edges = useMemo(() => flowEdges(map, positions, chosen), [map, positions, chosen]);
  const flow = useReactFlow();
  const isFar = useStore(({ transform: [, , zoom] }) => zoom < FAR_ZOOM);
  const focus = [...new Set([...chosen.services, ...chosen.reached.keys()])].join(' ');

  useEffect(() => {
    if (positions.size === 0) return undefined;
    const wanted = focus === '' ? [] : focus.split(' ').map((id) => ({ id }));
    // A frame later, so that the nodes of a new layout have been taken in before they are framed.
    const frame = requestAnimationFrame(() => {
      void flow.fitView({ ...(wanted.length > 0 ? { nodes: wanted } : {}), maxZoom: 1, minZoom: 0.55, padding: 0.06 });
    });
    return () => cancelAnimationFrame(frame);
  }, [flow, focus, positions]);

  const choose: NodeMouseHandler = (event, node) => onChoose(node.id, event.shiftKey || event.ctrlKey || event.metaKey);
  return (
    <ReactFlow
      className={isFar ? 'tg-far' : ''}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      onNodeClick={choose}
      onKeyDown={(event) => {
        const id = (event.target as HTMLElement).closest<HTMLElement>('.react-flow__node')?.dataset['id'];
        if (id && (event.key === 'Enter' || event.key === ' ')) {
          event.preventDefault();
          onChoose(id, event.shiftKey);
        }
      }}
      onlyRenderVisibleElements
      nodesDraggable={false}
      nodesConnectable={false}
      edgesFocusable={false}
      disableKeyboardA11y={false}
      minZoom={0.08}
      maxZoom={1.6}
      proOptions={{ hideAttribution: true }}
      aria-label="Dependency map"
    >
      <Background gap={24} size={1} />
      <Controls showInteractive={false} />
      <MiniMap pannable zoomable ariaLabel="Overview of the map" nodeClassName="tg-minimap-node" />
    </ReactFlow>
  );
}
