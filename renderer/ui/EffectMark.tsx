import type { Effect } from '../../shared/record/words.ts';
import { effectWords } from './tradeWords.ts';

/** What a window does, by swatch and word: hatched, sparsely hatched, outlined, a line above. */
export function EffectMark({ effect, proposed }: { readonly effect: Effect; readonly proposed?: boolean }) {
  return (
    <span className="tg-effect">
      <span className="tg-effect-swatch" data-effect={effect} aria-hidden />
      {effectWords[effect]}
      {proposed && <span className="tg-quiet">(proposed)</span>}
    </span>
  );
}
