import type { Loosening } from '../../../shared/api/windowCalls.ts';
import { roleWords } from '../../ui/tradeWords.ts';

/** `Daniel Achebe (business owner) and Oliver Grant or Ana Diaz (change manager) sign`. */
export function needWords(needs: Loosening['needs']): string {
  const each = needs.map(({ role, name }) => {
    const trade = roleWords[role].toLowerCase();
    return name === '' ? `a ${trade}` : `${name} (${trade})`;
  });
  return `${each.join(' and ')} ${needs.length === 1 ? 'signs' : 'sign'}`;
}
