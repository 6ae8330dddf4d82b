import { shownText, type ChangeFile } from '../change/changeFile.ts';
import { toMs, type Period } from '../time/instant.ts';

/**
 * Does this change belong to an audit of the period? It does when its planned work lies in it, in part or whole,
 * or when anything about it was signed in it: asked for, decided, shown or done.
 */
export function belongsTo(file: ChangeFile, period: Period): boolean {
  const { earliestStart, latestEnd } = shownText(file).timing;
  if (toMs(earliestStart) < period.end && period.start < toMs(latestEnd)) return true;
  return [...file.requests, ...file.decisions, ...file.evidence, ...file.receipts].some(({ record }) => {
    const at = toMs(record.signed.at);
    return period.start <= at && at < period.end;
  });
}
