import { MOST_ADOPTED } from '../../../../shared/api/exchangeCalls.ts';
import type { AdoptedEntry } from '../../../../shared/view/adoption.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Adoption } from './useAdoption.ts';

export interface TooManyProps {
  readonly taken: readonly AdoptedEntry[];
  readonly entries: readonly AdoptedEntry[];
  readonly onChoice: Adoption['onChoice'];
}

/** Says before anything is signed that one signature does not take so many, and offers which to take. */
export function TooMany({ taken, entries, onChoice }: TooManyProps) {
  const take = (chosen: readonly AdoptedEntry[]) => {
    const keys = new Set(chosen.slice(0, MOST_ADOPTED).map(({ read }) => read.key));
    onChoice(
      entries.map(({ read }) => read.key),
      { isTaken: false },
    );
    onChoice([...keys], { isTaken: true });
  };
  const coming = taken
    .filter(({ read }) => read.occurrences.length > 0)
    .toSorted((a, b) => (a.read.occurrences[0]?.start ?? 0) - (b.read.occurrences[0]?.start ?? 0));
  const most = MOST_ADOPTED.toLocaleString('en-GB');
  return (
    <div className="tg-exchange-many" role="status">
      <p>
        {taken.length.toLocaleString('en-GB')} windows are chosen; one signature takes {most} at most. Take fewer here,
        and import the file again for the rest: what is on the board by then is not taken twice.
      </p>
      <div className="tg-row">
        {coming.length > 0 && (
          <Button onPress={() => take(coming)}>
            {coming.length > MOST_ADOPTED
              ? `Take the ${most} that come soonest`
              : `Take the ${String(coming.length)} still to come`}
          </Button>
        )}
        <Button onPress={() => take(taken)}>Take the first {most}</Button>
        <Button kind="quiet" onPress={() => take([])}>
          Take none
        </Button>
      </div>
    </div>
  );
}
