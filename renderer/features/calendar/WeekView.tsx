import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { TimelineBar, TimelineView } from '../../../shared/api/calendarCalls.ts';
import { HOUR_MS, type Ms, type Period } from '../../../shared/time/instant.ts';
import { placeClock, placeDay } from '../../../shared/time/placeTime.ts';
import { wallAt } from '../../../shared/time/zone.ts';
import { momentAt, scaleOf, type WeekDay } from '../../../shared/view/weekDays.ts';
import { nodeIds, type WeekNode } from '../../../shared/view/weekNodes.ts';
import { hrefOf, navigate } from '../../route.ts';
import { usePrinting } from '../../ui/usePrinting.ts';
import { DayTables } from './DayTables.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { MoveNote } from './MoveNote.tsx';
import type { Picked } from './PickedList.tsx';
import type { CalendarRoute } from './useCalendarRoute.ts';
import { useSize } from './useSize.ts';
import { useWeekDrawing } from './useWeekDrawing.ts';
import { lengthOf, useWeekGestures } from './useWeekGestures.ts';
import { useWeekKeys } from './useWeekKeys.ts';
import { turnWeek, useWeekTurn } from './useWeekTurn.ts';
import { WeekCard } from './WeekCard.tsx';
import { WeekColumn } from './WeekColumn.tsx';
import { WeekHead } from './WeekHead.tsx';
import { WeekHours } from './WeekHours.tsx';
import { WeekStrip } from './WeekStrip.tsx';
import { yOf } from './weekMarks.ts';

/** So near to the last day's end, work that is dragged goes on into the next week. */
const END_PX = 10;

export interface WeekViewProps {
  readonly view: TimelineView;
  readonly days: readonly WeekDay[];
  readonly route: CalendarRoute;
  readonly now: Ms;
  readonly openDay: string | null;
  readonly onOpenDay: (day: string | null) => void;
  /** A change of a day's list that is to be moved by keys. */
  readonly held: TimelineBar | null;
  readonly onPick: (title: string, picked: readonly Picked[]) => void;
}

/** Seven days side by side, each with its true hours, under a strip of windows and of work that takes days. */
export function WeekView({ view, days, route, now, openDay, onOpenDay, held, onPick }: WeekViewProps) {
  const { zone } = route;
  const box = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const week = days[0]?.day;
  const [wholeWeek, setWholeWeek] = useState<string | undefined>();
  const isWhole = wholeWeek === week;
  const [hovered, setHovered] = useState<string | null>(null);
  const { width } = useSize(stage);
  const headPx = useSize(head).height;
  const boxHeight = useSize(box).height;
  const height = boxHeight - headPx;
  const isPrinting = usePrinting();
  const { drawing, nodes, scale, reader } = useWeekDrawing(view, days, zone, {
    width,
    height,
    boxHeight,
    isPrinting,
    isWhole,
  });
  const byId = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes]);
  const today = days.findIndex(({ start, end }) => now >= start && now < end);

  const openWindow = ({ start, end }: Period) => {
    const { sites, services } = route.filter;
    navigate(
      hrefOf('windows', null, {
        edit: 'new',
        start: wallAt(start, zone),
        end: wallAt(end, zone),
        zone,
        sites,
        services,
      }),
    );
  };
  const press = (id: string) => {
    const node = byId.get(id);
    if (node !== undefined) open(node);
  };
  const open = (node: WeekNode) => {
    const day = days[node.day];
    if (node.kind === 'window') navigate(hrefOf('windows', node.window.window));
    else if (node.kind === 'change') navigate(hrefOf('change', node.bar.change));
    else if (node.kind === 'more-windows') setWholeWeek(isWhole ? undefined : week);
    else if (node.kind === 'rest') onPick(day ? placeDay(day.start, zone) : '', node.bars);
    else onOpenDay(day?.day ?? null);
  };
  const dayAt = (clientX: number) => {
    const { left, width: across } = stage.current?.getBoundingClientRect() ?? new DOMRect();
    return days[Math.min(6, Math.max(0, Math.floor(((clientX - left) / across) * 7)))];
  };
  const gestures = useWeekGestures({
    zone,
    scroller: box,
    momentAt: (clientX, clientY) => {
      const { top } = stage.current?.getBoundingClientRect() ?? new DOMRect();
      const day = dayAt(clientX);
      return day ? momentAt(day, scale.from + ((clientY - top) / scale.hourPx) * HOUR_MS) : 0;
    },
    dayAt: (clientX) => dayAt(clientX) ?? { start: 0, end: 0 },
    barOf: (id) => {
      const node = byId.get(id);
      return node?.kind === 'change' ? node.bar : null;
    },
    pointOf: (id) => {
      const rect = box.current?.querySelector(`[data-node="${CSS.escape(id)}"]`)?.getBoundingClientRect();
      if (rect) return { x: rect.right, y: rect.top };
      const around = box.current?.getBoundingClientRect(); // the work itself stands in another week
      return around ? { x: around.left + around.width / 3, y: around.top + around.height / 3 } : null;
    },
    edgeAt: (clientX) => {
      const { left, right } = stage.current?.getBoundingClientRect() ?? new DOMRect();
      return clientX < left ? -1 : clientX > right - END_PX ? 1 : 0;
    },
    onTurn: (by) => turnWeek(route, by),
    onPress: press,
    onDrawn: openWindow,
  });
  const { move, drawing: drawn } = gestures;
  const first = nodeIds.day(Math.max(0, today));
  const keys = useWeekKeys({ nodes, days, box, first, gestures, press });
  const isHeld = move !== null && !move.isDropped;
  useWeekTurn({ route, days, move, returnTo: keys.returnTo });
  const ghost = useMemo(() => {
    if (move) return { kind: 'move' as const, period: { start: move.start, end: move.start + lengthOf(move) } };
    return drawn && { kind: 'window' as const, period: drawn.period };
  }, [move, drawn]);

  // A week opens on its working day: two hours before the present one, or early in the morning.
  const openAt = useEffectEvent((_week: string | undefined) => {
    if (isHeld) return; // what is held stays under the hand
    const day = days[today];
    const hour = day ? Math.max(0, scaleOf(day, now) - 2 * HOUR_MS) : 6.5 * HOUR_MS;
    box.current?.scrollTo({ top: yOf(scale, hour) });
  });
  const isLaid = width > 0;
  useLayoutEffect(() => {
    if (isLaid) openAt(week);
  }, [week, isLaid]);
  const begin = useEffectEvent((bar: TimelineBar) => {
    gestures.step(bar, 0, 'quarter', false);
    keys.returnTo(byId.has(bar.change) ? bar.change : first);
  });
  useEffect(() => {
    if (held) begin(held);
  }, [held]);
  const ghostAt = move?.by === 'keys' || drawn?.by === 'keys' ? ghost?.period : undefined;
  useEffect(() => {
    if (ghostAt) box.current?.querySelector('.tg-wghost')?.scrollIntoView({ block: 'nearest' });
  }, [ghostAt]);
  const closeMove = () => {
    if (move) keys.returnTo(nodeIds.change(move.bar.change));
    gestures.cancel();
  };
  const said =
    drawn &&
    `${placeDay(drawn.period.start, zone)}, ${placeClock(drawn.period.start, zone)} to ${placeDay(drawn.period.end, zone)}, ${placeClock(drawn.period.end, zone)}`;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its marks are the buttons; it only hears what they let through
    <div
      ref={box}
      className="tg-week-scroll"
      role="group"
      aria-label="The week. Arrow keys walk it, Enter opens, Alt and an arrow moves a change, with Shift as well stretches it, N draws a window."
      style={{ scrollPaddingTop: headPx, '--head': `${String(headPx)}px` } as React.CSSProperties}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onBlur={keys.onBlur}
      onPointerOver={(event) => {
        const over = event.target instanceof Element ? event.target.closest('[data-node]') : null;
        setHovered(over?.getAttribute('data-node') ?? null);
      }}
      onPointerLeave={() => setHovered(null)}
      onClick={(event) => {
        if (event.detail !== 0 || !(event.target instanceof Element)) return; // the pointer has said so already
        press(event.target.closest('[data-node]')?.getAttribute('data-node') ?? '');
      }}
      {...gestures.handlers}
    >
      <div className="tg-week-top" ref={head}>
        <WeekHead days={drawing.days} zone={zone} reader={reader} now={now} active={keys.active} openDay={openDay} />
        <WeekStrip
          drawing={drawing}
          zone={zone}
          active={keys.active}
          moving={move?.bar.change ?? null}
          isWhole={isWhole}
        />
      </div>
      <div className="tg-week-hours" data-two={reader !== null || undefined} style={{ height: scale.height }}>
        <WeekHours scale={scale} reader={reader} />
        <div
          className="tg-week-stage"
          ref={stage}
          data-drawing={drawn !== null || undefined}
          style={{ backgroundSize: `100% ${String(scale.hourPx)}px`, backgroundPositionY: yOf(scale, 0) }}
        >
          {drawing.days.map((day, index) => (
            <WeekColumn
              key={day.day.day}
              drawn={day}
              index={index}
              scale={scale}
              zone={zone}
              now={now}
              active={keys.active}
              moving={move?.bar.change ?? null}
              ghost={ghost}
            />
          ))}
        </div>
      </div>
      {isPrinting && (
        <div className="tg-print-list">
          <DayTables view={view} days={days} zone={zone} now={now} isPaper />
        </div>
      )}
      {move === null && drawn === null && (
        <WeekCard node={byId.get(hovered ?? keys.focused ?? '')} zone={zone} box={box} />
      )}
      {isHeld && <MoveNote move={move} zone={zone} />}
      {move?.isDropped && <MoveDialog move={move} zone={zone} onClose={closeMove} />}
      {said && (
        <p className="tg-wdrawn" role="status">
          New window: {said}
          {drawn.by === 'keys' && '. Arrows move it, Shift and arrows its end, Enter goes on, Escape leaves it.'}
        </p>
      )}
    </div>
  );
}
