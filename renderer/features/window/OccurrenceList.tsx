import type { Span } from '../../../shared/window/span.ts';
import { OccurrenceWords } from './OccurrenceWords.tsx';

/** The occurrences to come, by the place's clock and by the reader's. */
export function OccurrenceList({ spans }: { readonly spans: readonly Span[] }) {
  if (spans.length === 0) return <p className="tg-quiet tg-window-none">None within 400 days.</p>;
  return (
    <ol className="tg-occurrences">
      {spans.map((span) => (
        <li key={`${span.site ?? ''}/${String(span.start)}`}>
          <OccurrenceWords span={span} />
        </li>
      ))}
    </ol>
  );
}
