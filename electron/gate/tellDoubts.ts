import { safeText } from '../../shared/gate/safeText.ts';
import type { Reason } from '../../shared/gate/verdict.ts';

/** Why a ledger cannot be relied upon, a line for each reason. */
export function doubtLines(doubts: readonly Reason[]): string {
  return doubts.map(({ text, rule }) => `  undecided     ${safeText(text)} (rule ${safeText(rule)})`).join('\n');
}
