import type { Band } from '../../../shared/record/words.ts';
import { bandShapes } from '../../ui/BandMark.tsx';

/** A band's shape alone, where its number or letter stands beside it. */
export function BandGlyph({ band, size }: { readonly band: Band; readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden>
      <path d={bandShapes[band]} fill="currentColor" />
    </svg>
  );
}
