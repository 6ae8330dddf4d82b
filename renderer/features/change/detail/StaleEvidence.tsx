import type { StaleByStart } from '../../../../shared/change/staleByStart.ts';
import type { Place } from '../../../api/useCatalogue.ts';
import { LongList } from '../../../ui/LongList.tsx';
import { PlaceTime } from '../../../ui/PlaceTime.tsx';
import { evidenceWords } from '../../../ui/tradeWords.ts';

interface StaleEvidenceProps {
  readonly stale: readonly StaleByStart[];
  readonly place: Place;
}

/** What was shown and will be too old when the work begins: each item, and when it goes stale. */
export function StaleEvidence({ stale, place }: StaleEvidenceProps) {
  return (
    <LongList items={stale} className="tg-lines" label="Evidence too old by then">
      {({ kind, title, staleAt, required }) => (
        <li key={kind}>
          <span>
            {evidenceWords[kind]}
            {title && `: ${title}`}
          </span>
          <span className="tg-quiet">
            too old from <PlaceTime at={staleAt} zone={place.zone} place={place.name} short="day" />
            {!required && ', not asked for by this band'}
          </span>
        </li>
      )}
    </LongList>
  );
}
