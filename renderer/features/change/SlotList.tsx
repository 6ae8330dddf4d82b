import type { UseQueryResult } from '@tanstack/react-query';
import type { Output } from '../../../shared/api/contract.ts';
import type { Place } from '../../api/useCatalogue.ts';
import { BandMark } from '../../ui/BandMark.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PlaceTime } from '../../ui/PlaceTime.tsx';
import { Problem } from '../../ui/Problem.tsx';

interface SlotListProps {
  readonly slots: UseQueryResult<Output<'changes.slots'>>;
  readonly place: Place;
  readonly chosen: number | null;
  readonly onChoose: (start: number) => void;
}

/** Starts at which no window objects, with the score each would have; one press takes one. */
export function SlotList({ slots, place, chosen, onChoose }: SlotListProps) {
  if (slots.isPending) return <Loading what="free slots" rows={4} />;
  if (slots.isError) return <Problem compact error={slots.error} onRetry={() => void slots.refetch()} />;
  if (slots.data.length === 0)
    return <p className="tg-quiet">No free slot within 400 days. Shorten the work, or ask the window’s owner.</p>;
  return (
    <ul className="tg-slots" aria-label="Free slots">
      {slots.data.map(({ start, score, band }) => (
        <li key={start}>
          <button type="button" className="tg-slot" aria-pressed={start === chosen} onClick={() => onChoose(start)}>
            <PlaceTime at={start} zone={place.zone} place={place.name} short="day" />
            <BandMark band={band} score={score} />
          </button>
        </li>
      ))}
    </ul>
  );
}
