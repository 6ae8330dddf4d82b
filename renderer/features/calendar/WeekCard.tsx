import type { RefObject } from 'react';
import { zoneName } from '../../../shared/time/placeTime.ts';
import type { WeekNode } from '../../../shared/view/weekNodes.ts';
import { BandMark } from '../../ui/BandMark.tsx';
import { EffectMark } from '../../ui/EffectMark.tsx';
import { readersClock } from '../../ui/PlaceTime.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { countWords } from '../../ui/spanWords.ts';
import { countedBands } from './countedBands.ts';
import { spanWords } from './PickedList.tsx';
import { seriesTime } from './weekMarks.ts';

export interface WeekCardProps {
  readonly node: WeekNode | undefined;
  readonly zone: string;
  readonly box: RefObject<HTMLElement | null>;
}

const CARD_PX = 320;
const CARD_TALL_PX = 130;

/** What the pointer is over, or the keyboard on, in full; beside it, so that it never hides what is below. */
export function WeekCard({ node, zone, box }: WeekCardProps) {
  const element = node && box.current?.querySelector(`[data-node="${CSS.escape(node.id)}"]`)?.getBoundingClientRect();
  if (!node || !element || node.kind === 'day' || node.kind === 'more-windows') return null;
  const isRight = element.right + CARD_PX + 12 < window.innerWidth;
  const left = isRight ? element.right + 6 : Math.max(8, element.left - CARD_PX - 6);
  const top = Math.max(8, Math.min(element.top, window.innerHeight - CARD_TALL_PX));
  return (
    <div className="tg-node-card" aria-hidden style={isRight ? { left, top } : { left, top, width: CARD_PX }}>
      {node.kind === 'rest' && (
        <>
          <p className="tg-node-title">{countWords(node.bars.length, 'more change')}</p>
          <p>{countedBands(node.bars)}</p>
          <p className="tg-quiet">Press for the list.</p>
        </>
      )}
      {node.kind === 'window' && (
        <>
          <p className="tg-node-title">{node.window.title}</p>
          <p>
            <EffectMark effect={node.window.effect} proposed={node.window.proposed} />
          </p>
          <p>
            {node.window.runs.length > 1 ? seriesTime(node.window, zone) : spanWords(node.window, zone)}{' '}
            {zoneName(zone)}
          </p>
        </>
      )}
      {node.kind === 'change' && (
        <>
          <p className="tg-node-title">{node.bar.title}</p>
          <p className="tg-row">
            <BandMark band={node.bar.band} as="word" />
            <StateMark state={node.bar.state} />
            {node.bar.hits > 0 && <span className="tg-picked-hits">⚠ {countWords(node.bar.hits, 'hit')}</span>}
          </p>
          <p>
            {spanWords(node.bar, zone)} {zoneName(zone)}
            {readersClock(node.bar.start, zone) && (
              <span className="tg-quiet"> ({readersClock(node.bar.start, zone)})</span>
            )}
          </p>
          <p className="tg-mono tg-quiet">
            {node.bar.change}
            {node.bar.movable ? ' · drag to move, its lower edge to stretch' : ''}
          </p>
        </>
      )}
    </div>
  );
}
