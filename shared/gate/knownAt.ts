import type { ChangeFile } from '../change/changeFile.ts';
import { isFutureDated } from '../ledger/futureDated.ts';
import type { Filed } from '../record/envelope.ts';
import type { Ms } from '../time/instant.ts';
import type { Reason } from './verdict.ts';

/** What of this change counts at this moment? What was said in its future is left out; a text from its future denies. */
export function knownAt(file: ChangeFile, at: Ms): { readonly file: ChangeFile; readonly reasons: readonly Reason[] } {
  const isKnown = (filed: Filed) => !isFutureDated(filed, at);
  const known: ChangeFile = {
    ...file,
    decisions: file.decisions.filter(isKnown),
    evidence: file.evidence.filter(isKnown),
    receipts: file.receipts.filter(isKnown),
    waivers: file.waivers.filter(isKnown),
    cosigns: file.cosigns.filter(isKnown),
    reviews: file.reviews.filter(isKnown),
  };
  const ahead = file.heads.filter((head) => !isKnown(head));
  return {
    file: known,
    reasons: ahead.map(({ record }) => ({
      code: 'future-dated',
      answer: 'deny',
      text: 'The text of the change is dated later than this moment',
      rule: 'time-is-a-claim',
      record: `request/${record.id}`,
      until: record.signed.at,
    })),
  };
}
