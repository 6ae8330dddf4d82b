import { bands, type Band } from '../../../shared/record/words.ts';
import { bandWords } from '../../ui/tradeWords.ts';

/** `2 High, 5 Low`: how many of each band, the highest first. */
export function countedBands(items: readonly { readonly band: Band }[]): string {
  return bands
    .toReversed()
    .map((band) => [items.filter((item) => item.band === band).length, bandWords[band]] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${String(count)} ${word}`)
    .join(', ');
}
