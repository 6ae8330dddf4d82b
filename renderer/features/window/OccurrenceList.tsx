import { Clock } from 'lucide-react';
import { zoneName } from '../../../shared/time/placeTime.ts';
import type { Span } from '../../../shared/window/span.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { readersClock } from '../../ui/PlaceTime.tsx';
import { occurrenceWords } from './windowWords.ts';

const clockSentences = {
  start: 'The clocks change as it begins; the wider reading holds.',
  end: 'The clocks change as it ends; the wider reading holds.',
  both: 'The clocks change as it begins and as it ends; the wider reading holds.',
};

/** The occurrences to come, by the place's clock and by the reader's. */
export function OccurrenceList({ spans }: { readonly spans: readonly Span[] }) {
  const names = useCatalogue();
  if (spans.length === 0) return <p className="tg-quiet tg-window-none">None within 400 days.</p>;
  return (
    <ol className="tg-occurrences">
      {spans.map((span) => {
        const other = readersClock(span.start, span.zone);
        return (
          <li key={`${span.site ?? ''}/${String(span.start)}`}>
            <span>
              {occurrenceWords(span)}{' '}
              <span className="tg-quiet">{span.site ? names.site(span.site) : zoneName(span.zone)}</span>
            </span>
            {other && <span className="tg-quiet">begins {other}</span>}
            {span.clockChange && (
              <span className="tg-occurrence-clock">
                <Clock size={12} aria-hidden /> {clockSentences[span.clockChange]}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
