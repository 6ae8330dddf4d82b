import { useMemo, useRef, useState } from 'react';
import type { Ms, Period } from '../../../shared/time/instant.ts';
import { wallAt } from '../../../shared/time/zone.ts';
import { edgeAt, findNode, nodeAt, nodeId } from '../../../shared/view/laneHit.ts';
import { laneAtY } from '../../../shared/view/laneStack.ts';
import { timeAtX, xOf } from '../../../shared/view/timeScale.ts';
import { useAsked } from '../../api/useAsked.ts';
import { hrefOf, navigate } from '../../route.ts';
import { drawnScope } from './drawnScope.ts';
import { LaneTile } from './LaneTile.tsx';
import { LaneStops } from './LaneStops.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { MoveNote } from './MoveNote.tsx';
import { NodeCard } from './NodeCard.tsx';
import { StageGhost } from './StageGhost.tsx';
import { TILE_PX } from './placedLanes.ts';
import { useTiles } from './useTiles.ts';
import { useLaneGestures, type Spot } from './useLaneGestures.ts';
import { useLaneKeys, type LaneStageProps } from './useLaneKeys.ts';
import { useResting } from './useResting.ts';

export interface StageTicks {
  readonly ticks: readonly Ms[];
  readonly headings: readonly Ms[];
}

const nowhere: Spot = { lane: null, node: null, bar: null, edge: null };
const helpWords =
  'Arrow keys walk changes and windows, Enter opens one. Alt and an arrow moves a change; Shift, Alt and left or right stretch its end, up or down its start. N draws a window, plus and minus zoom.';

/** The lanes themselves: what is painted, pressed, dragged and walked. */
export function LaneStage(props: LaneStageProps & StageTicks) {
  const { view, model, place, scale, zoom, visible, width, height, zone, now, ink, ticks, headings, top, bottom } =
    props;
  const stage = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<{ id: string | null; cursor: string }>({ id: null, cursor: 'draw' });
  const status = useAsked('app.status', {});
  const tiles = useTiles(model, top, bottom);
  const isResting = useResting(scale, top);
  const zoneOf = (lane: number) => view.lanes[lane]?.zone ?? zone;
  const nodeOf = (id: string) => findNode(id, model.drawings);

  const openWindow = (lane: number, period: Period) => {
    const drawn = zoneOf(lane);
    const covered = drawnScope(props.by, view.lanes[lane]?.id ?? '', status.data?.me.owns);
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
  const spotAt = (clientX: number, clientY: number): Spot => {
    const box = stage.current?.getBoundingClientRect();
    const y = clientY - (box?.top ?? 0);
    const x = clientX - (box?.left ?? 0);
    const stacked = laneAtY(model.stack, y);
    const drawing = stacked && model.drawings[stacked.index];
    if (!stacked || !drawing) return nowhere;
    const node = nodeAt(stacked.index, drawing, scale, x, y - stacked.top);
    const spot = { ...nowhere, lane: stacked.index, node: node && nodeId(node) };
    if (node?.kind !== 'mark') return spot;
    const [only] = node.mark.members;
    if (only === undefined || node.mark.members.length > 1) return spot;
    return { ...spot, bar: only.bar, edge: only.bar.movable ? edgeAt(node.mark, scale, x) : null };
  };
  const gestures = useLaneGestures({
    zoom,
    zoneOf,
    spotAt,
    barOf: (id) => {
      const node = nodeOf(id);
      const only = node?.kind === 'mark' && node.mark.members.length === 1 ? node.mark.members[0] : undefined;
      return node && only ? { bar: only.bar, lane: node.lane } : null;
    },
    timeAt: (clientX) => timeAtX(scale, clientX - (stage.current?.getBoundingClientRect().left ?? 0)),
    panBy: place.panBy,
    onPress: press,
    onDrawn: ({ lane, period }) => openWindow(lane, period),
  });
  const keys = useLaneKeys({ ...props, stage, gestures, press, openWindow });
  const { move, drawing } = gestures;
  const hover = (event: React.PointerEvent) => {
    if (event.buttons !== 0) return;
    const { node, bar, edge } = spotAt(event.clientX, event.clientY);
    const cursor = edge ? 'edge' : bar?.movable ? 'move' : node?.includes('|w:') || node === null ? 'draw' : 'press';
    if (node !== hovered.id || cursor !== hovered.cursor) setHovered({ id: node, cursor });
  };
  const shownLane = (lane: number) => model.shown.find(({ index }) => index === lane);
  const lanes = useMemo(() => view.lanes.map(({ id }) => id), [view]);

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its stops are the buttons; it only hears what they let through */}
      <div
        ref={stage}
        className="tg-stage"
        role="group"
        aria-label={`Changes by ${props.by}. ${helpWords}`}
        style={{ width, height }}
        data-cursor={move ? (move.minutes === undefined ? 'move' : 'edge') : hovered.cursor}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        onBlur={keys.onBlur}
        {...gestures.handlers}
        onPointerMove={(event) => {
          gestures.handlers.onPointerMove(event);
          hover(event);
        }}
        onPointerLeave={() => setHovered({ id: null, cursor: 'draw' })}
      >
        {tiles.map((tile) => (
          <LaneTile
            key={tile.top}
            top={tile.top}
            height={Math.min(TILE_PX, height - tile.top)}
            lanes={tile.lanes}
            scale={scale}
            width={width}
            ticks={ticks}
            headings={headings}
            moving={move?.bar.change ?? null}
            ink={ink}
            isPrinting={props.isPrinting}
          />
        ))}
        {now > visible.start && now < visible.end && <i className="tg-now-line" style={{ left: xOf(scale, now) }} />}
        <StageGhost move={move} drawing={drawing} model={model} scale={scale} zoneOf={zoneOf} />
        {model.shown.map(({ index, top: laneTop }) => {
          const drawn = model.drawings[index];
          if (drawn === undefined) return null;
          return (
            <LaneStops
              key={lanes[index]}
              lane={index}
              drawing={drawn}
              scale={scale}
              width={width}
              top={laneTop}
              zone={zoneOf(index)}
              active={keys.active?.startsWith(`${String(index)}|`) ? keys.active : null}
              isResting={isResting}
            />
          );
        })}
      </div>
      {move === null && drawing === null && (
        <NodeCard
          id={hovered.id ?? keys.focused}
          nodeOf={nodeOf}
          scale={scale}
          zoneOf={zoneOf}
          stage={stage}
          shownLane={shownLane}
          model={model}
        />
      )}
      {move !== null && !move.isDropped && (
        <MoveNote
          move={move}
          zone={zoneOf(move.lane)}
          svg={stage}
          x={Math.max(0, xOf(scale, move.start))}
          y={(shownLane(move.lane)?.top ?? 0) + 40}
        />
      )}
      {move?.isDropped && <MoveDialog move={move} zone={zoneOf(move.lane)} onClose={gestures.cancel} />}
    </>
  );
}
