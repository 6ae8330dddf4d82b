import { Clock } from 'lucide-react';
import { zoneName } from '../../../shared/time/placeTime.ts';
import type { Span } from '../../../shared/window/span.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { clockChangeWords, occurrenceWords, readersSpan } from './windowWords.ts';

/** One occurrence, by the place's clock and by the reader's; what is done on a night when the clocks change. */
export function OccurrenceWords({ span }: { readonly span: Span }) {
  const names = useCatalogue();
  const here = readersSpan(span);
  return (
    <>
      <span>
        {occurrenceWords(span)}{' '}
        <span className="tg-quiet">{span.site ? names.site(span.site) : zoneName(span.zone)}</span>
      </span>
      {here && <span className="tg-quiet">{here}</span>}
      {span.clockChange && (
        <span className="tg-occurrence-clock">
          <Clock size={12} aria-hidden /> {clockChangeWords(span)}
        </span>
      )}
    </>
  );
}
