import { evidenceGaps } from '../change/evidenceOf.ts';
import type { EvidenceState } from '../change/evidenceState.ts';
import { evidenceWords } from '../change/evidenceWords.ts';
import type { RequestText } from '../change/requestText.ts';
import { toMs, type Ms } from '../time/instant.ts';
import type { Reason } from './verdict.ts';

/** Which evidence that is asked for is not there, or too old? For an emergency it is a debt until it is overdue. */
export function evidenceReasons(text: RequestText, items: readonly EvidenceState[], at: Ms): Reason[] {
  return evidenceGaps(items).map(({ kind, standing, dueAt, staleAt }) => {
    const owed = dueAt !== undefined && at < toMs(dueAt);
    const name = evidenceWords[kind];
    const debt = dueAt === undefined ? '' : owed ? ', a debt of this emergency' : ', a debt that is overdue';
    const base = { rule: `evidence: ${kind}`, record: `policy/evidence/${text.category}` };
    const answer = owed ? 'allow' : 'deny';
    if (standing === 'missing') {
      return {
        code: 'evidence-missing',
        answer,
        text: `Missing: ${name}${debt}`,
        ...base,
        ...(owed ? { until: dueAt } : {}),
      };
    }
    const since = staleAt === undefined ? '' : `, stale since ${staleAt}`;
    return { code: 'evidence-stale', answer, text: `Too old: ${name}${since}${debt}`, ...base };
  });
}
