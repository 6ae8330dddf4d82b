import { effectiveTime } from '../ledger/effectiveTime.ts';
import type { Ms } from '../time/instant.ts';
import type { Band } from '../record/words.ts';
import { waiverStandings } from '../waiver/waiverStanding.ts';
import { stillToSign } from '../waiver/waiverWords.ts';
import type { EvidenceState } from './evidenceState.ts';
import { evidenceGaps } from './evidenceOf.ts';
import { evidenceWords } from './evidenceWords.ts';
import type { ChangeReading } from './readChange.ts';

/** What the work leaves to be done when it is over. */
export interface Settlement {
  /** When what happened was reviewed. */
  readonly reviews: readonly { readonly at: Ms }[];
  /** A start rested on a waiver. */
  readonly waived: boolean;
  /** What was done without and is still owed: signatures of broken glass, an emergency's evidence. */
  readonly owed: readonly string[];
}

export function settlementOf(
  { file, text, board, now }: ChangeReading,
  evidence: readonly EvidenceState[],
  band: Band,
): Settlement {
  if (!file) return { reviews: [], waived: false, owed: [] };
  const broken = waiverStandings(file, board, { at: now, band }).filter(({ debtDueAt }) => debtDueAt !== null);
  const signatures = new Set(broken.flatMap((standing) => stillToSign(standing.signatures, board)));
  // Filed afterwards it still pays the debt, although it was too late for the start.
  const filed = new Set(file.evidence.map(({ record }) => record.body.evidence));
  const missing = text.type === 'emergency' ? evidenceGaps(evidence).filter(({ kind }) => !filed.has(kind)) : [];
  return {
    reviews: file.reviews.map((review) => ({ at: effectiveTime(review) })),
    waived: file.receipts.some(({ record: { body } }) => body.event === 'started' && (body.waivers ?? []).length > 0),
    owed: [
      ...[...signatures].map((who) => `the signature of ${who}`),
      ...missing.map(({ kind }) => evidenceWords[kind]),
    ],
  };
}
