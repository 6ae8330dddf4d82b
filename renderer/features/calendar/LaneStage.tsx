import { useMemo, useRef, useState } from 'react';
import type { Period } from '../../../shared/time/instant.ts';
import { wallAt } from '../../../shared/time/zone.ts';
import { laneAtY } from '../../../shared/view/laneStack.ts';
import { timeAtX, xOf } from '../../../shared/view/timeScale.ts';
import { hrefOf, navigate } from '../../route.ts';
import { Hatches } from './LaneBackground.tsx';
import { LaneGrid } from './LaneGrid.tsx';
import { goneMarks, LaneMarks } from './LaneMarks.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { MoveNote } from './MoveNote.tsx';
import { NodeCard } from './NodeCard.tsx';
import { StageGhost } from './StageGhost.tsx';
import { StickyTitles } from './StickyTitles.tsx';
import { findNode } from './timelineNode.ts';
import { useLaneGestures } from './useLaneGestures.ts';
import { useLaneKeys, type LaneStageProps } from './useLaneKeys.ts';

/** The lanes themselves: what is drawn, pressed, dragged and walked. */
export function LaneStage(props: LaneStageProps) {
  const { view, model, shown, place, scale, zoom, visible, origin, width, height, zone, now } = props;
  const svg = useRef<SVGSVGElement>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const zoneOf = (lane: number) => view.lanes[lane]?.zone ?? zone;
  const nodeOf = (id: string) => findNode(id, model.drawings);

  const openWindow = (lane: number, period: Period) => {
    const id = view.lanes[lane]?.id;
    const drawn = zoneOf(lane);
    const covered = props.by === 'site' ? { sites: id } : { services: id };
    const span = { start: wallAt(period.start, drawn), end: wallAt(period.end, drawn), zone: drawn };
    navigate(hrefOf('windows', null, { edit: 'new', ...span, ...covered }));
  };
  const press = (id: string) => {
    const node = nodeOf(id);
    if (node === null) return;
    if (node.kind === 'band') navigate(hrefOf('windows', node.band.band.window));
    else if (node.mark.members.length === 1) navigate(hrefOf('change', node.mark.members[0]?.bar.change));
    else
      props.onPick(
        view.lanes[node.lane]?.label ?? '',
        node.mark.members.map(({ bar }) => bar),
      );
  };
  const gestures = useLaneGestures({
    zoom,
    zoneOf,
    barOf: (id) => {
      const node = nodeOf(id);
      const only = node?.kind === 'mark' && node.mark.members.length === 1 ? node.mark.members[0] : undefined;
      return node && only ? { bar: only.bar, lane: node.lane } : null;
    },
    laneAt: (clientY) => laneAtY(model.stack, clientY - (svg.current?.getBoundingClientRect().top ?? 0))?.index ?? null,
    timeAt: (clientX) => timeAtX(scale, clientX - (svg.current?.getBoundingClientRect().left ?? 0)),
    panBy: place.panBy,
    onPress: press,
    onDrawn: ({ lane, period }) => openWindow(lane, period),
  });
  const keys = useLaneKeys({ ...props, svg, gestures, press, openWindow });
  const { move, drawing } = gestures;

  // Drawn with half a view's width to spare on each side; scrolling inside of it only shifts what is there.
  const half = (visible.end - visible.start) / 2;
  const first = Math.floor(visible.start / half);
  const period = useMemo(() => ({ start: (first - 1) * half, end: (first + 4) * half }), [first, half]);
  const shift = xOf(scale, origin);
  const shownLane = (lane: number) => shown.find(({ index }) => index === lane);

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its marks are the buttons; it only hears what they let through */}
      <svg
        ref={svg}
        className="tg-stage"
        role="group"
        aria-label={`Changes by ${props.by}. Arrow keys walk the changes, Enter opens one, Alt and an arrow moves one, N draws a window.`}
        width={width}
        height={height}
        data-drawing={drawing !== null || undefined}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        onPointerOver={(event) => {
          const over = event.target instanceof Element ? event.target.closest('[data-node]') : null;
          setHovered(over?.getAttribute('data-node') ?? null);
        }}
        onPointerLeave={() => setHovered(null)}
        {...gestures.handlers}
      >
        <Hatches />
        <LaneGrid scale={scale} visible={visible} zone={zone} width={width} height={height} shown={shown} />
        <g transform={`translate(${String(shift)} 0)`}>
          {shown.map(({ index, top }) => {
            const drawn = model.drawings[index];
            const content = model.contents[index];
            if (drawn === undefined || content === undefined) return null;
            return (
              <LaneMarks
                key={view.lanes[index]?.id}
                lane={index}
                drawing={drawn}
                windows={content.bands}
                period={period}
                gone={goneMarks(drawn.rows, visible.start)}
                origin={origin}
                msPerPx={scale.msPerPx}
                zone={zoneOf(index)}
                top={top}
                active={keys.active?.startsWith(`${String(index)}|`) ? keys.active : null}
                moving={move?.bar.change ?? null}
              />
            );
          })}
        </g>
        {shown.map(({ index, top }) => {
          const drawn = model.drawings[index];
          if (drawn === undefined) return null;
          return <StickyTitles key={index} drawing={drawn} top={top} scale={scale} visible={visible} width={width} />;
        })}
        <StageGhost move={move} drawing={drawing} model={model} scale={scale} zoneOf={zoneOf} shownLane={shownLane} />
        {now > visible.start && now < visible.end && (
          <line className="tg-now-line" x1={xOf(scale, now)} x2={xOf(scale, now)} y1={0} y2={height} />
        )}
      </svg>
      {move === null && drawing === null && (
        <NodeCard
          id={hovered ?? keys.focused}
          nodeOf={nodeOf}
          scale={scale}
          zoneOf={zoneOf}
          svg={svg}
          shownLane={shownLane}
          model={model}
        />
      )}
      {move !== null && !move.isDropped && (
        <MoveNote
          move={move}
          zone={zoneOf(move.lane)}
          svg={svg}
          x={xOf(scale, move.start)}
          y={(shownLane(move.lane)?.top ?? 0) + 40}
        />
      )}
      {move?.isDropped && <MoveDialog move={move} zone={zoneOf(move.lane)} onClose={gestures.cancel} />}
    </>
  );
}
