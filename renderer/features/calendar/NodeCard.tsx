import type { RefObject } from 'react';
import { bands } from '../../../shared/record/words.ts';
import { placeTime, zoneName } from '../../../shared/time/placeTime.ts';
import { countBands } from '../../../shared/view/laneClusters.ts';
import type { TimelineNode } from '../../../shared/view/laneHit.ts';
import type { StackedLane } from '../../../shared/view/laneStack.ts';
import type { TimeScale } from '../../../shared/view/timeScale.ts';
import { BandMark } from '../../ui/BandMark.tsx';
import { EffectMark } from '../../ui/EffectMark.tsx';
import { readersClock } from '../../ui/PlaceTime.tsx';
import { countWords } from '../../ui/spanWords.ts';
import { StateMark } from '../../ui/StateMark.tsx';
import { bandWords } from '../../ui/tradeWords.ts';
import { spanWords } from './PickedList.tsx';
import { stopBox } from './LaneStops.tsx';
import type { Lanes } from './useLanes.ts';

export interface NodeCardProps {
  readonly id: string | null;
  readonly nodeOf: (id: string) => TimelineNode | null;
  readonly scale: TimeScale;
  readonly zoneOf: (lane: number) => string;
  readonly stage: RefObject<HTMLElement | null>;
  readonly shownLane: (lane: number) => StackedLane | undefined;
  readonly model: Lanes;
}

const CARD_PX = 320;

/** What the pointer is over, or the keyboard on, in full. */
export function NodeCard({ id, nodeOf, scale, zoneOf, stage, shownLane, model }: NodeCardProps) {
  const node = id === null ? null : nodeOf(id);
  const stacked = node === null ? undefined : shownLane(node.lane);
  const drawing = node === null ? undefined : model.drawings[node.lane];
  if (node === null || stacked === undefined || drawing === undefined) return null;
  const box = stage.current?.getBoundingClientRect();
  if (box === undefined) return null;
  const { x, y, height } = stopBox(node, drawing, scale);
  const left = Math.max(box.left + 4, Math.min(box.left + x, window.innerWidth - CARD_PX - 12));
  const under = box.top + stacked.top + y + height + 6;
  const zone = zoneOf(node.lane);
  return (
    <div
      className="tg-node-card"
      style={{
        left,
        ...(under > window.innerHeight - 190 ? { bottom: window.innerHeight - under + 34 } : { top: under }),
      }}
      aria-hidden
    >
      {node.kind === 'mark' ? <MarkWords node={node} zone={zone} /> : <BandWords node={node} zone={zone} />}
    </div>
  );
}

function MarkWords({ node, zone }: { readonly node: TimelineNode & { kind: 'mark' }; readonly zone: string }) {
  const { members } = node.mark;
  const bar = members[0]?.bar;
  if (bar === undefined) return null;
  if (members.length > 1) {
    const counts = countBands(members);
    return (
      <>
        <p className="tg-node-title">{countWords(members.length, 'change')}</p>
        <p>
          {bands
            .toReversed()
            .filter((band) => counts[band] > 0)
            .map((band) => `${String(counts[band])} ${bandWords[band]}`)
            .join(', ')}
        </p>
        <p className="tg-quiet">from {placeTime(bar.start, zone)}. Press for the list.</p>
      </>
    );
  }
  const other = readersClock(bar.start, zone);
  return (
    <>
      <p className="tg-node-title">{bar.title}</p>
      <p className="tg-row">
        <BandMark band={bar.band} as="word" />
        <StateMark state={bar.state} />
        {bar.hits > 0 && (
          <span className="tg-picked-hits">⚠ {bar.hits === 1 ? '1 hit' : `${String(bar.hits)} hits`}</span>
        )}
      </p>
      <p>
        {spanWords(bar, zone)} {zoneName(zone)}
        {other && <span className="tg-quiet"> ({other})</span>}
      </p>
      <p className="tg-mono tg-quiet">
        {bar.change}
        {bar.movable ? ' · drag to move, drag an end to stretch' : ''}
      </p>
    </>
  );
}

function BandWords({ node, zone }: { readonly node: TimelineNode & { kind: 'band' }; readonly zone: string }) {
  const { band, times, start, end } = node.band;
  return (
    <>
      <p className="tg-node-title">{band.title}</p>
      <p>
        <EffectMark effect={band.effect} proposed={band.proposed} />
      </p>
      <p>
        {times > 1 && `${countWords(times, 'time')}, `}
        {placeTime(start, zone)} to {placeTime(end, zone)} {zoneName(zone)}
      </p>
    </>
  );
}
