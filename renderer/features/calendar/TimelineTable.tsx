import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { TimelineBar, TimelineView } from '../../../shared/api/calendarCalls.ts';
import type { Period } from '../../../shared/time/instant.ts';
import { isOver } from '../../../shared/view/isOver.ts';
import { byStart } from '../../../shared/view/laneRows.ts';
import { hrefOf } from '../../route.ts';
import { BandMark } from '../../ui/BandMark.tsx';
import { EffectMark } from '../../ui/EffectMark.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { Button } from '../../ui/Button.tsx';
import { MoveForm } from './MoveForm.tsx';
import { spanWords } from './PickedList.tsx';

export interface TimelineTableProps {
  readonly view: TimelineView;
  readonly visible: Period;
  readonly zone: string;
}

const ROW_PX = 32;

/** The changes and windows in view as a table: for who listens, and for who would rather read than look. */
export function TimelineTable({ view, visible, zone }: TimelineTableProps) {
  const box = useRef<HTMLDivElement>(null);
  const [moving, setMoving] = useState<TimelineBar | null>(null);
  const { start, end } = visible;
  const rows = useMemo(() => {
    const inView = (thing: Period) => thing.start < end && thing.end > start;
    const changes = view.bars.filter(inView).map((bar) => ({ kind: 'change' as const, ...bar }));
    const windows = view.bands.filter(inView).map((band) => ({ kind: 'window' as const, ...band }));
    return [...windows, ...changes].toSorted(byStart);
  }, [view, start, end]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  if (rows.length === 0) return <Empty title="Nothing is planned in the part of time that was in view." />;
  const laneNames = (lanes: readonly number[]) => lanes.map((lane) => view.lanes[lane]?.label).join(', ');
  return (
    <div className="tg-twin" ref={box}>
      <div role="table" aria-label="Changes and windows in view" aria-rowcount={rows.length + 1}>
        <div role="row" className="tg-twin-row tg-twin-head">
          {['When', 'What', 'Title', 'Where', 'Hits', 'Do'].map((name) => (
            <span key={name} role="columnheader">
              {name}
            </span>
          ))}
        </div>
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start: top }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const href = row.kind === 'change' ? hrefOf('change', row.change) : hrefOf('windows', row.window);
            return (
              <div
                key={index}
                role="row"
                aria-rowindex={index + 2}
                className="tg-twin-row"
                data-over={(row.kind === 'change' && isOver(row.state)) || undefined}
                style={{ transform: `translateY(${String(top)}px)` }}
              >
                <span role="cell">{spanWords(row, zone)}</span>
                <span role="cell" className="tg-row">
                  {row.kind === 'change' ? (
                    <>
                      <BandMark band={row.band} />
                      <StateMark state={row.state} />
                    </>
                  ) : (
                    <EffectMark effect={row.effect} proposed={row.proposed} />
                  )}
                </span>
                <span role="cell" className="tg-clip">
                  <a href={href}>{row.title}</a>
                </span>
                <span role="cell" className="tg-clip">
                  {laneNames(row.lanes)}
                </span>
                <span role="cell">{row.kind === 'change' && row.hits > 0 ? row.hits : ''}</span>
                <span role="cell">
                  {row.kind === 'change' && row.movable && (
                    <Button
                      size="small"
                      kind="quiet"
                      aria-label={`Move or stretch ${row.title}`}
                      onPress={() => setMoving(row)}
                    >
                      Move…
                    </Button>
                  )}
                </span>
              </div>
            );
          })}
        </div>
      </div>
      {moving && <MoveForm bar={moving} zone={zone} onClose={() => setMoving(null)} />}
    </div>
  );
}
