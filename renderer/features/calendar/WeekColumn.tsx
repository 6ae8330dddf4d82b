import type { Ms, Period } from '../../../shared/time/instant.ts';
import { offScale, scaleOf } from '../../../shared/view/weekDays.ts';
import type { DrawnDay } from '../../../shared/view/weekModel.ts';
import { asSentence } from '../../ui/spanWords.ts';
import { WeekBlock } from './WeekBlock.tsx';
import { WeekRest } from './WeekRest.tsx';
import { clockWords, placeIn, yOf, type WeekScale } from './weekMarks.ts';

export interface WeekColumnProps {
  readonly drawn: DrawnDay;
  readonly index: number;
  readonly scale: WeekScale;
  readonly zone: string;
  readonly now: Ms;
  readonly active: string;
  readonly moving: string | null;
  /** Where the moved change would stand, or the window that is being drawn. */
  readonly ghost: { readonly kind: 'move' | 'window'; readonly period: Period } | null;
}

/** One day from its first hour to its last: its windows behind, its work in front, the present moment across. */
export function WeekColumn({ drawn, index, scale, zone, now, active, moving, ghost }: WeekColumnProps) {
  const { day, grounds, blocks } = drawn;
  const from = yOf(scale, day.top);
  const to = yOf(scale, scaleOf(day, day.end));
  const jump = day.change && placeIn(day, { start: day.change.at, end: day.end }, scale);
  const ghostly = ghost && placeIn(day, ghost.period, scale);
  return (
    <div className="tg-wday" data-today={(now >= day.start && now < day.end) || undefined}>
      {from > 0 && <div className="tg-wday-void" style={{ top: 0, height: from }} />}
      {to < scale.height && <div className="tg-wday-void" style={{ top: to, height: scale.height - to }} />}
      {grounds.map((ground) => (
        <div
          key={`${ground.effect} ${String(ground.proposed)} ${String(ground.start)}`}
          className="tg-wground"
          data-effect={ground.effect}
          data-proposed={ground.proposed || undefined}
          style={placeIn(day, ground, scale) ?? undefined}
        />
      ))}
      {offScale(day, zone).map(({ scale: at, clock }) => (
        <span key={`${clock} ${String(at)}`} className="tg-wday-clock" style={{ top: yOf(scale, at) }}>
          {clock}
        </span>
      ))}
      {jump && (
        <span className="tg-wday-jump" style={{ top: jump.top }}>
          {asSentence(clockWords(day.change?.minutes ?? 0))}
        </span>
      )}
      <div className="tg-wday-work">
        {blocks.map((block) =>
          block.kind === 'block' ? (
            <WeekBlock
              key={block.item.change}
              block={block}
              day={day}
              scale={scale}
              zone={zone}
              isActive={active === block.item.change}
              isMoving={moving === block.item.change}
            />
          ) : (
            <WeekRest
              key={`rest ${String(block.start)}`}
              rest={block}
              day={day}
              dayIndex={index}
              scale={scale}
              zone={zone}
              active={active}
            />
          ),
        )}
      </div>
      {ghost && ghostly && <div className="tg-wghost" data-kind={ghost.kind} style={ghostly} />}
      {now >= day.start && now < day.end && <div className="tg-wnow" style={{ top: yOf(scale, scaleOf(day, now)) }} />}
    </div>
  );
}
