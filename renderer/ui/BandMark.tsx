import type { Band } from '../../shared/record/words.ts';
import { bandLetters, bandWords } from './tradeWords.ts';

/** Circle, triangle, diamond, hexagon in a square of 12: told apart without colour. */
export const bandShapes = {
  low: 'M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9Z',
  moderate: 'M6 1L11.5 10.5H.5Z',
  high: 'M6 .4L11.6 6L6 11.6L.4 6Z',
  critical: 'M3.2 .9H8.8L11.7 6L8.8 11.1H3.2L.3 6Z',
} satisfies Record<Band, string>;

export interface BandMarkProps {
  readonly band: Band;
  readonly score?: number;
  /** `letter` in rows, `word` where there is room. */
  readonly as?: 'letter' | 'word';
}

/** Band by shape, letter or word, and colour; with the score when it is given. */
export function BandMark({ band, score, as = 'letter' }: BandMarkProps) {
  return (
    <span className="tg-band" data-band={band}>
      <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden>
        <path d={bandShapes[band]} fill="currentColor" />
      </svg>
      {as === 'word' ? (
        bandWords[band]
      ) : (
        <>
          <span aria-hidden>{bandLetters[band]}</span>
          <span className="tg-hidden">{bandWords[band]}</span>
        </>
      )}
      {score !== undefined && <span>{score}</span>}
    </span>
  );
}
