import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import type { MapNode } from '../../../shared/api/mapCalls.ts';
import { BandMark } from '../../ui/BandMark.tsx';
import { kindIcons, kindWords } from './serviceKinds.tsx';

export type ServiceFlowNode = Node<
  {
    readonly service: MapNode;
    readonly standing: 'chosen' | 'reached' | 'aside' | 'plain';
    readonly hops: number | null;
  },
  'service'
>;

/** One service on the map: what it is, how critical, and whether something is planned or frozen there. */
export function ServiceNode({ data }: NodeProps<ServiceFlowNode>) {
  const { service, standing, hops } = data;
  const Icon = kindIcons[service.kind];
  return (
    <div className={`tg-node tg-node-${standing}${service.frozen ? ' tg-node-frozen' : ''}`}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <Icon size={16} aria-hidden="true" className="tg-node-icon" />
      <div className="tg-node-text">
        <span className="tg-node-name" title={service.name}>
          {service.name}
        </span>
        <span className="tg-node-detail">
          {kindWords[service.kind]} ·{' '}
          {hops === null || hops === 0 ? `tier ${service.tier}` : `${hops} ${hops === 1 ? 'step' : 'steps'}`}
        </span>
      </div>
      {service.worst ? (
        <span className="tg-node-open">
          <BandMark band={service.worst} />
          {service.open}
          <span className="tg-hidden"> open</span>
        </span>
      ) : null}
      {service.frozen ? <span className="tg-hidden">, frozen now</span> : null}
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  );
}
