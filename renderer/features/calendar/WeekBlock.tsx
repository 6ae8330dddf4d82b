import { memo } from 'react';
import type { TimelineBar } from '../../../shared/api/calendarCalls.ts';
import { placeClock } from '../../../shared/time/placeTime.ts';
import { isOver } from '../../../shared/view/isOver.ts';
import type { DayBlock } from '../../../shared/view/weekBlocks.ts';
import type { WeekDay } from '../../../shared/view/weekDays.ts';
import { nodeIds } from '../../../shared/view/weekNodes.ts';
import { BandMark } from '../../ui/BandMark.tsx';
import { barWords } from './barWords.ts';
import { placeIn, type WeekScale } from './weekMarks.ts';

export interface WeekBlockProps {
  readonly block: DayBlock<TimelineBar>;
  readonly day: WeekDay;
  readonly scale: WeekScale;
  readonly zone: string;
  readonly isActive: boolean;
  readonly isMoving: boolean;
}

const LINE_PX = 17;
/** With so many lines, the last one tells the hours. */
const LINES_WITH_HOURS = 3;
/** How wide the count is that stands at the end of a pile. */
export const REST_PX = 32;

function across({ column, columns, span, isCounted }: DayBlock<TimelineBar>) {
  const room = isCounted ? `(100% - ${String(REST_PX)}px)` : '100%';
  return {
    insetInlineStart: `calc(${room} * ${String(column / columns)})`,
    width: `calc(${room} * ${String(span / columns)} - 2px)`,
  };
}

/** One change in the column of one day, as long as the work; its lower edge stretches it. */
export const WeekBlock = memo(function WeekBlock({ block, day, scale, zone, isActive, isMoving }: WeekBlockProps) {
  const bar = block.item;
  const place = placeIn(day, block, scale);
  if (place === null) return null;
  const isFirst = bar.start >= day.start;
  const goesOn = bar.end > day.end;
  const lines = Math.floor((place.height - 2) / LINE_PX);
  const hasHours = lines >= LINES_WITH_HOURS;
  return (
    <button
      type="button"
      className="tg-wblock"
      data-node={nodeIds.change(bar.change)}
      data-band={bar.band}
      data-over={isOver(bar.state) || undefined}
      data-running={bar.state === 'implementing' || undefined}
      data-movable={bar.movable || undefined}
      data-moving={isMoving || undefined}
      data-continues={!isFirst || undefined}
      data-goes-on={goesOn || undefined}
      aria-hidden={!isFirst || undefined}
      {...(isFirst ? { tabIndex: isActive ? 0 : -1 } : { tabIndex: -1 })}
      style={{
        top: place.top,
        height: place.height,
        ...across(block),
      }}
    >
      {isFirst && <span className="tg-hidden">{barWords(bar, zone)}</span>}
      <span className="tg-wblock-text" aria-hidden>
        <span
          className="tg-wblock-words"
          data-single={lines <= 1 || undefined}
          style={{ WebkitLineClamp: Math.max(1, hasHours ? lines - 1 : lines) }}
        >
          <BandMark band={bar.band} /> {bar.hits > 0 && <span className="tg-wblock-hits">⚠{bar.hits}</span>} {bar.title}
        </span>
        {hasHours && (
          <span className="tg-wblock-time">
            {isFirst ? '' : '… '}
            {placeClock(bar.start, zone)}
            <span className="tg-wblock-end">–{placeClock(bar.end, zone)}</span>
          </span>
        )}
      </span>
      {bar.movable && !goesOn && <span className="tg-wblock-edge" data-edge />}
    </button>
  );
});
