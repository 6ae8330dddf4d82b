import type { UseQueryResult } from '@tanstack/react-query';
import type { Output } from '../../../shared/api/contract.ts';
import type { Names, Place } from '../../api/useCatalogue.ts';
import { BandMark } from '../../ui/BandMark.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PlaceTime } from '../../ui/PlaceTime.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { RefusedStarts } from './RefusedStarts.tsx';

interface SlotListProps {
  readonly slots: UseQueryResult<Output<'changes.slots'>>;
  readonly names: Names;
  readonly place: Place;
  readonly chosen: number | null;
  /** Null where nothing can be begun or moved there: the slots are only told. */
  readonly onChoose: ((start: number) => void) | null;
}

/** Starts at which the work fits, with the score each would have; one press takes one. Why not earlier stands below. */
export function SlotList({ slots, names, place, chosen, onChoose }: SlotListProps) {
  if (slots.isPending) return <Loading what="free slots" rows={4} />;
  if (slots.isError) return <Problem compact error={slots.error} onRetry={() => void slots.refetch()} />;
  const { slots: free, refused } = slots.data;
  return (
    <>
      {free.length === 0 && (
        <p className="tg-quiet">No free slot within 400 days. Shorten the work, or ask the window’s owner.</p>
      )}
      <ul className="tg-slots" aria-label="Free slots">
        {free.map(({ start, score, band }) => (
          <li key={start}>
            <button
              type="button"
              className="tg-slot"
              aria-pressed={start === chosen}
              disabled={onChoose === null}
              onClick={() => onChoose?.(start)}
            >
              <PlaceTime at={start} zone={place.zone} place={place.name} short="day" />
              <BandMark band={band} score={score} />
            </button>
          </li>
        ))}
      </ul>
      <RefusedStarts refused={refused} names={names} place={place} />
    </>
  );
}
