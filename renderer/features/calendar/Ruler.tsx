import type { ReactNode } from 'react';
import type { Ms, Period } from '../../../shared/time/instant.ts';
import { placeClock, zoneName } from '../../../shared/time/placeTime.ts';
import { headingStep, type Tick, type TickStep } from '../../../shared/view/rulerTicks.ts';
import { xOf, type TimeScale } from '../../../shared/view/timeScale.ts';
import { wallWeekday } from '../../../shared/view/wallMath.ts';
import { readerZone } from '../../ui/readerZone.ts';
import { clockDistance } from './clockDistance.ts';

export interface RulerProps {
  readonly scale: TimeScale;
  readonly visible: Period;
  readonly width: number;
  readonly zone: string;
  readonly now: Ms;
  readonly step: TickStep;
  readonly ticks: readonly Tick[];
  readonly headings: readonly Tick[];
}

const RULER_PX = 44;
const TALL_RULER_PX = 60;
export const LEAST_TICK_PX = 44;
export const LEAST_DAY_PX = 24;
/** `00:30` with air around it. */
const READER_PX = 44;
/** Half of the flag that says now, and air. */
const FLAG_PX = 22;
/** `Wed 18 Nov` with air around it. */
const HEADING_PX = 84;
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dayLabel(wall: string): string {
  return `${days[wallWeekday(wall)] ?? ''} ${String(Number(wall.slice(8, 10)))} ${months[Number(wall.slice(5, 7)) - 1] ?? ''}`;
}

function headingLabel({ wall }: Tick, step: TickStep): string {
  if (step.unit === 'day') return dayLabel(wall);
  if (step.count === 12) return wall.slice(0, 4);
  return `${months[Number(wall.slice(5, 7)) - 1] ?? ''} ${wall.slice(0, 4)}`;
}

function tickLabel({ wall }: Tick, step: TickStep, px: number): string {
  if (step.unit === 'minute') return wall.slice(11);
  if (step.unit === 'month') return step.count === 12 ? wall.slice(0, 4) : (months[Number(wall.slice(5, 7)) - 1] ?? '');
  const date = String(Number(wall.slice(8, 10)));
  return step.unit === 'day' && px >= 56 ? `${days[wallWeekday(wall)] ?? ''} ${date}` : date;
}

/** The clocks above the lanes: days or months, then the place's clock, then the reader's where it differs. */
export function Ruler({ scale, visible, width, zone, now, step, ticks, headings }: RulerProps) {
  const heading = headingStep(step);
  const height = rulerHeight(zone, visible);
  const stepPx = (ticks[1] && ticks[2] ? ticks[2].at - ticks[1].at : 0) / scale.msPerPx;
  // Under a day's name the reader's clock says when that day begins for them; narrower ticks have no room for a time.
  const readerDiffers = height > RULER_PX && (step.unit === 'minute' || stepPx >= READER_PX);
  const nowX = xOf(scale, now);
  /** Where a heading stands beside the flag that says now; null where it has no room before the next one. */
  const besideNow = (at: number, next: number): number | null => {
    if (at <= nowX - HEADING_PX || at >= nowX + FLAG_PX || nowX < 0) return at;
    return nowX + FLAG_PX + HEADING_PX <= next + FLAG_PX ? nowX + FLAG_PX : null;
  };
  return (
    <svg className="tg-ruler" width={width} height={height} aria-hidden>
      {headings.map((tick, index) => {
        const next = headings[index + 1];
        const end = next ? xOf(scale, next.at) : width;
        const x = xOf(scale, tick.at);
        const at = besideNow(Math.max(x, Math.min(0, end - HEADING_PX)) + 8, end);
        return (
          <g key={tick.at}>
            <line className="tg-ruler-line" x1={x} x2={x} y1={0} y2={height} />
            {at !== null && (
              <text className="tg-ruler-heading" x={at} y={16}>
                {headingLabel(tick, heading)}
              </text>
            )}
          </g>
        );
      })}
      <path
        className="tg-ruler-tick"
        d={ticks.map(({ at }) => `M${xOf(scale, at).toFixed(1)} 24V${String(height)}`).join('')}
      />
      {ticks.map((tick) => {
        const x = xOf(scale, tick.at);
        return (
          <g key={tick.at} data-weekend={(step.unit === 'day' && wallWeekday(tick.wall) > 4) || undefined}>
            <text className="tg-ruler-label" x={x + 4} y={36}>
              {tickLabel(tick, step, stepPx)}
            </text>
            {readerDiffers && (
              <text className="tg-ruler-reader" x={x + 4} y={52}>
                {placeClock(tick.at, readerZone)}
              </text>
            )}
          </g>
        );
      })}
      {now > visible.start && now < visible.end && (
        <g className="tg-ruler-now" transform={`translate(${String(nowX)} 0)`}>
          <rect x={-17} y={2} width={34} height={18} rx={4} />
          <text y={15}>Now</text>
        </g>
      )}
    </svg>
  );
}

/** How far the reader's clock is from the place's at both ends of what is shown: a clock change may lie between. */
function distances(zone: string, { start, end }: Period): readonly (string | null)[] {
  const first = clockDistance(start, readerZone, zone);
  const last = clockDistance(end - 1, readerZone, zone);
  return first === last ? [first] : [first, last];
}

/** How tall the ruler is: a third row only where the reader's clock differs. */
function rulerHeight(zone: string, visible: Period): number {
  return distances(zone, visible).some((distance) => distance !== null) ? TALL_RULER_PX : RULER_PX;
}

export interface RulerCornerProps {
  readonly zone: string;
  readonly visible: Period;
  readonly children: ReactNode;
}

/** What the rows of the ruler are, at their left. */
export function RulerCorner({ zone, visible, children }: RulerCornerProps) {
  const told = distances(zone, visible);
  const isOther = told.some((distance) => distance !== null);
  return (
    <div className="tg-ruler-corner" style={{ height: rulerHeight(zone, visible) }}>
      {children}
      <span>{zoneName(zone)} time</span>
      {isOther && (
        <span className="tg-quiet tg-clip">
          yours, {zoneName(readerZone)} {told.map((distance) => distance ?? 'the same').join(', then ')}
        </span>
      )}
    </div>
  );
}
