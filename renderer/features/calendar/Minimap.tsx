import { memo, useDeferredValue, useMemo, useRef } from 'react';
import type { TimelineView } from '../../../shared/api/calendarCalls.ts';
import { DAY_MS, type Ms, type Period } from '../../../shared/time/instant.ts';
import { placeDay } from '../../../shared/time/placeTime.ts';
import { frozenParts, startsPerDay } from '../../../shared/view/laneModel.ts';
import { quarterAt } from '../../../shared/time/quarter.ts';
import { monthNames } from '../../../shared/view/repeatWords.ts';
import { rulerTicks } from '../../../shared/view/rulerTicks.ts';
import { useSize } from './useSize.ts';

export interface MinimapProps {
  readonly view: TimelineView;
  readonly loaded: Period;
  readonly visible: Period;
  readonly now: Ms;
  readonly zone: string;
  readonly onCenter: (at: Ms) => void;
}

const HEIGHT = 44;
/** Under the freezes a line for the months' names; the bars stand below it. */
const NAMES_PX = 20;
const none: TimelineView['bars'] = [];

/** The quarter at a glance: work per day, freezes under it, and the part in view framed; drag the frame to travel. */
export function Minimap({ view, loaded, visible, now, zone, onCenter }: MinimapProps) {
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box, true);
  const middle = (visible.start + visible.end) / 2;
  const quarter = quarterAt(middle);
  const isWide = visible.end - visible.start > quarter.end - quarter.start;
  const { start, end } = isWide ? loaded : quarter;
  // Counting every change can wait until the lanes are on the screen.
  const bars = useDeferredValue(view.bars, none);
  const days = useMemo(() => startsPerDay(bars, { start, end }), [bars, start, end]);
  const frozen = useMemo(() => frozenParts(view.bands, { start, end }), [view.bands, start, end]);
  const x = (at: Ms) => ((at - start) / (end - start)) * width;
  const travel = (event: React.PointerEvent) => {
    const left = box.current?.getBoundingClientRect().left ?? 0;
    onCenter(start + ((event.clientX - left) / width) * (end - start));
  };
  return (
    <div
      ref={box}
      className="tg-minimap"
      role="slider"
      tabIndex={0}
      aria-label={isWide ? 'Loaded months' : 'Quarter'}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(((middle - start) / (end - start)) * 100)}
      aria-valuetext={`${placeDay(visible.start, zone)} to ${placeDay(visible.end, zone)} in view`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        travel(event);
      }}
      onPointerMove={(event) => {
        if (event.buttons === 1) travel(event);
      }}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -0.25, ArrowRight: 0.25, PageUp: -1, PageDown: 1 }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        onCenter(middle + by * (visible.end - visible.start));
      }}
    >
      <svg width={width} height={HEIGHT} aria-hidden>
        {width > 0 && <MinimapGround days={days} frozen={frozen} start={start} end={end} width={width} />}
        {now > start && now < end && <line className="tg-now-line" x1={x(now)} x2={x(now)} y1={0} y2={HEIGHT} />}
        <rect
          className="tg-minimap-frame"
          x={Math.max(1, x(visible.start))}
          y={1}
          width={Math.max(6, Math.min(width - 1, x(visible.end)) - Math.max(1, x(visible.start)))}
          height={HEIGHT - 2}
          rx={3}
        />
      </svg>
    </div>
  );
}

interface MinimapGroundProps {
  readonly days: readonly number[];
  readonly frozen: readonly Period[];
  readonly start: Ms;
  readonly end: Ms;
  readonly width: number;
}

/** What does not move while the frame travels. */
const MinimapGround = memo(function MinimapGround({ days, frozen, start, end, width }: MinimapGroundProps) {
  const x = (at: Ms) => ((at - start) / (end - start)) * width;
  const dayPx = x(start + DAY_MS);
  const most = Math.max(1, ...days);
  const months = rulerTicks({ start: start + 1, end }, { unit: 'month', count: 1 }, 'UTC');
  return (
    <>
      {frozen.map((part) => (
        <rect
          key={part.start}
          className="tg-minimap-frozen"
          x={x(part.start)}
          y={0}
          width={x(part.end) - x(part.start)}
          height={5}
        />
      ))}
      <path className="tg-minimap-day" d={daysPath(days, most, x(start), dayPx)} />
      {months.map(({ at, wall }) => (
        <g key={at}>
          <line className="tg-minimap-month" x1={x(at)} x2={x(at)} y1={0} y2={HEIGHT} />
          <text className="tg-minimap-name" x={Math.max(0, x(at)) + 6} y={17}>
            {monthNames[Number(wall.slice(5, 7)) - 1]?.slice(0, 3)}
          </text>
        </g>
      ))}
    </>
  );
});

/** A bar for each day on which something begins, as one shape. */
function daysPath(days: readonly number[], most: number, left: number, dayPx: number): string {
  const wide = Math.max(1, dayPx * 0.7).toFixed(2);
  return days
    .map((count, day) => {
      if (count === 0) return '';
      const tall = ((count / most) * (HEIGHT - 2 - NAMES_PX)).toFixed(2);
      return `M${(left + (day + 0.15) * dayPx).toFixed(2)} ${String(HEIGHT - 2)}v-${tall}h${wide}v${tall}z`;
    })
    .join('');
}
