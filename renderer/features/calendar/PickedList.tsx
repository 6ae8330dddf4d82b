import { TriangleAlert } from 'lucide-react';
import type { TimelineBar } from '../../../shared/api/calendarCalls.ts';
import type { Period } from '../../../shared/time/instant.ts';
import { isOver } from '../../../shared/view/isOver.ts';
import { spanTime } from '../../../shared/view/spanTime.ts';
import { hrefOf } from '../../route.ts';
import { BandMark } from '../../ui/BandMark.tsx';
import { Button } from '../../ui/Button.tsx';
import { readersClock } from '../../ui/PlaceTime.tsx';
import { StateMark } from '../../ui/StateMark.tsx';

export type Picked = Omit<TimelineBar, 'lanes' | 'movable'>;

/** From when to when, as read today. */
export function spanWords(span: Period, zone: string): string {
  return spanTime(span, zone, Date.now());
}

export interface PickedListProps {
  readonly picked: readonly Picked[];
  readonly zone: string;
  /** Begins to move one by keys; null for what may not be moved. */
  readonly onMove?: (change: string) => (() => void) | null;
}

/** The changes behind a mark or a day, each a link. */
export function PickedList({ picked, zone, onMove }: PickedListProps) {
  return (
    <ul className="tg-picked">
      {picked.map((change) => (
        <li key={change.change} className="tg-picked-item">
          <a
            className="tg-picked-line"
            href={hrefOf('change', change.change)}
            data-over={isOver(change.state) || undefined}
          >
            <span className="tg-picked-facts">
              <BandMark band={change.band} as="word" />
              <StateMark state={change.state} />
              {change.hits > 0 && (
                <span className="tg-picked-hits">
                  <TriangleAlert size={12} aria-hidden /> {change.hits} {change.hits === 1 ? 'hit' : 'hits'}
                </span>
              )}
            </span>
            <span className="tg-picked-title">{change.title}</span>
            <span className="tg-picked-when">
              {spanWords(change, zone)}
              {readersClock(change.start, zone) && (
                <span className="tg-quiet"> ({readersClock(change.start, zone)})</span>
              )}
            </span>
          </a>
          <MoveButton title={change.title} move={onMove?.(change.change) ?? null} />
        </li>
      ))}
    </ul>
  );
}

function MoveButton({ title, move }: { readonly title: string; readonly move: (() => void) | null }) {
  if (move === null) return null;
  return (
    <Button size="small" kind="quiet" aria-label={`Move ${title}`} onPress={move}>
      Move
    </Button>
  );
}
