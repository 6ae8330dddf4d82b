import { bands, effects } from '../../../shared/record/words.ts';
import { bandWords } from '../../ui/tradeWords.ts';
import { EffectMark } from '../../ui/EffectMark.tsx';
import { BandGlyph } from './BandGlyph.tsx';

/** What the marks mean. */
export function Legend() {
  return (
    <ul className="tg-legend" aria-label="Legend">
      {effects.map((effect) => (
        <li key={effect}>
          <EffectMark effect={effect} />
        </li>
      ))}
      {bands.map((band) => (
        <li key={band} className="tg-mday-count" data-band={band}>
          <BandGlyph band={band} size={10} />
          {bandWords[band]}
        </li>
      ))}
    </ul>
  );
}
