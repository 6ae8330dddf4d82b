import type { Tally } from '../approval/tally.ts';
import type { PolicyBody } from '../record/body/policyBody.ts';
import type { Band, LifecycleState } from '../record/words.ts';
import { isAbove } from '../risk/bandOf.ts';
import { HOUR_MS, toMs, type Ms } from '../time/instant.ts';
import { waitingFor } from '../approval/tallyOf.ts';
import { evidenceGaps } from './evidenceOf.ts';
import type { EvidenceState } from './evidenceState.ts';
import { evidenceWords } from './evidenceWords.ts';
import { importedLifecycle } from './importedLifecycle.ts';
import { STILL_OWED, type Lifecycle } from './lifecycle.ts';
import type { Progress } from './progress.ts';
import { isTimed, type RequestText } from './requestText.ts';
import type { Settlement } from './settlement.ts';
import { unfinishedText } from './unfinishedText.ts';

export interface LifecycleFacts {
  readonly text: RequestText;
  readonly policy: PolicyBody;
  readonly band: Band;
  readonly tally: Tally;
  readonly evidence: readonly EvidenceState[];
  readonly progress: Progress;
  readonly forked: boolean;
  readonly settlement: Settlement;
  readonly now: Ms;
}

interface Row {
  readonly state: LifecycleState;
  readonly hypercare?: true;
  /** The condition in words when it holds, else null. */
  readonly when: (facts: LifecycleFacts) => string | null;
}

const holds = (condition: boolean, because: string) => (condition ? because : null);

/** Read from above: the first condition that holds gives the state. */
const rows: readonly Row[] = [
  { state: 'cancelled', when: ({ text }) => holds(text.cancelled !== undefined, 'it was called off') },
  { state: 'implementing', when: ({ progress }) => holds(progress.running, 'a run has begun and not ended') },
  {
    state: 'review',
    when: (facts) => holds(facts.progress.failed && !isReviewed(facts), 'a run failed or was rolled back'),
  },
  {
    state: 'implementing',
    when: ({ text, progress, now }) =>
      holds(
        progress.started && !progress.failed && progress.remaining.length > 0 && now < latestEnd(text),
        `still to do: ${progress.remaining.slice(0, 5).join(', ')}`,
      ),
  },
  {
    state: 'validating',
    when: (facts) =>
      holds(isWatched(facts) && smokeMissing(facts.evidence), 'the business has not confirmed the work yet'),
  },
  {
    state: 'validating',
    hypercare: true,
    when: (facts) => holds(isWatched(facts), 'the work is done and is being watched'),
  },
  {
    state: 'review',
    when: (facts) =>
      holds(
        facts.progress.started && needsReview(facts) && !isReviewed(facts),
        facts.settlement.waived
          ? 'the work is done under a waiver and its review is open'
          : 'the work is done and its review is open',
      ),
  },
  {
    state: 'review',
    when: ({ progress, settlement: { owed } }) =>
      holds(progress.started && owed.length > 0, `${STILL_OWED}${owed.slice(0, 5).join(', ')}`),
  },
  { state: 'closed', when: ({ progress }) => holds(progress.started, 'the work is done') },
  { state: 'rejected', when: ({ tally }) => holds(tally.rejected, 'a decider said no to this text') },
  {
    state: 'expired',
    when: ({ text, now }) => holds(now >= latestEnd(text), 'the latest end passed and nothing was begun'),
  },
  {
    state: 'assessment',
    when: ({ forked }) => holds(forked, 'two versions of the text are open'),
  },
  {
    state: 'assessment',
    when: ({ text, tally }) => {
      const missing = unfinishedText(text).map(({ problem }) => problem);
      return holds(missing.length > 0 && !anyCounts(tally), missing.join(', '));
    },
  },
  {
    state: 'assessment',
    when: ({ text, evidence, tally }) => {
      // What will be too old by the start can still be shown anew: no reason to keep people from reading the plan now.
      const missing = evidenceGaps(evidence)
        .filter(({ standing }) => standing !== 'stale-by-start')
        .map(({ kind, standing }) =>
          standing === 'missing' ? evidenceWords[kind] : `${evidenceWords[kind]} (too old)`,
        );
      const waits = missing.length > 0 && text.type !== 'emergency' && !anyCounts(tally);
      return holds(waits, `evidence is missing: ${missing.join(', ')}`);
    },
  },
  {
    state: 'assessment',
    when: ({ text, band, tally }) => holds(!tally.allowed, `a ${text.type} change is not allowed in band ${band}`),
  },
  {
    state: 'authorization',
    when: ({ tally }) => holds(!tally.complete, `waits for ${waitingFor(tally).join(', ').replaceAll('-', ' ')}`),
  },
  { state: 'scheduled', when: () => 'everybody who must agree has agreed' },
];

const latestEnd = (text: RequestText) => (isTimed(text) ? toMs(text.timing.latestEnd) : Number.POSITIVE_INFINITY);
const anyCounts = ({ decisions }: Tally) => decisions.some(({ standing }) => standing === 'counts');
const smokeMissing = (evidence: readonly EvidenceState[]) =>
  evidence.some(({ kind, required, standing }) => kind === 'business-smoke' && required && standing === 'missing');
const needsReview = ({ band, text, settlement }: LifecycleFacts) =>
  isAbove(band, 'moderate') || text.type === 'emergency' || settlement.waived;
/** A review speaks of what happened before it. */
const isReviewed = ({ progress: { lastAt }, settlement }: LifecycleFacts) =>
  settlement.reviews.some(({ at }) => lastAt === null || at >= lastAt);
const isWatched = ({ progress: { lastAt, failed }, policy, band, now }: LifecycleFacts) =>
  lastAt !== null && !failed && now < lastAt + policy.hypercareHours[band] * HOUR_MS;

/**
 * Where does the change stand?
 * Computed from one table; an imported change stands where its source or its dates put it.
 */
export function lifecycleOf(facts: LifecycleFacts): Lifecycle {
  if (facts.text.imported) return importedLifecycle(facts.text, facts.text.imported, facts.now);
  for (const { state, hypercare, when } of rows) {
    const because = when(facts);
    if (because !== null) return { state, hypercare: hypercare === true, because };
  }
  return { state: 'assessment', hypercare: false, because: 'nothing else holds' };
}
