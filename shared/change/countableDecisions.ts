import { readDecisions } from '../approval/readDecisions.ts';
import type { CountedDecision } from '../approval/tally.ts';
import type { Filed } from '../record/envelope.ts';
import { roles } from '../record/words.ts';
import type { ChangeReading } from './readChange.ts';

/** Decisions that would count if every role were asked: what a person said does not depend on which band asked them. */
function countable(reading: ChangeReading): { readonly filed: Filed<'decision'>; readonly read: CountedDecision }[] {
  const decisions = reading.file?.decisions ?? [];
  if (decisions.length === 0) return [];
  const read = readDecisions(decisions, {
    ...reading,
    topology: reading.windows.topology,
    roles: new Set(roles),
    owners: new Set(),
    now: reading.asOf,
  });
  return decisions.flatMap((filed, at) => {
    const one = read[at];
    return one?.standing === 'counts' ? [{ filed, read: one }] : [];
  });
}

/** The newest decision on this text by somebody who may decide; null when there is none. */
export function newestCountable(reading: ChangeReading): Filed<'decision'> | null {
  return countable(reading).at(-1)?.filed ?? null;
}

/** Who has agreed to this text, asked or not? */
export function countableApprovals(reading: ChangeReading): CountedDecision[] {
  return countable(reading).flatMap(({ read }) => (read.verdict === 'approve' ? [read] : []));
}
