import type { SuggestionRow } from '../../../../shared/api/suggestionCalls.ts';
import type { SuggestionField, Trade } from '../../../../shared/suggest/suggestion.ts';
import { countWords } from '../../../ui/spanWords.ts';

export const tradeNames = {
  grocery: 'Grocery',
  fashion: 'Fashion',
  'home-electronics': 'Home and electronics',
  wholesale: 'Wholesale',
  logistics: 'Logistics',
  marketplace: 'Marketplace',
  finance: 'Finance function',
} satisfies Record<Trade, string>;

/** `25 for France; 3 of them adopted.` */
export function countSentence(rows: readonly SuggestionRow[], place: string): string {
  const adopted = rows.filter((row) => row.adopted.length > 0).length;
  const taken = adopted === 0 ? 'none adopted yet' : `${String(adopted)} of them adopted`;
  return `${countWords(rows.length, 'ready-made window')} for ${place}; ${taken}.`;
}

/** What the rule behind it asks for when its unit says too little. */
export function unitWords({ unit }: Extract<SuggestionField, { kind: 'number' }>): string {
  return unit === 'nth' ? '' : unit;
}

/** Fields whose days nobody has named yet. */
export function asksDays({ fields }: Pick<SuggestionRow, 'fields'>): boolean {
  return fields.some(({ kind }) => kind === 'day');
}

/** Does one of the words it is told by hold this? */
export function isFound({ title, words, covers }: SuggestionRow, text: string): boolean {
  return `${title} ${words} ${covers ?? ''}`.toLowerCase().includes(text.trim().toLowerCase());
}
