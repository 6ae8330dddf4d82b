import type { Filed } from '../record/envelope.ts';
import { actOf, admit, cosignsOn } from './admit.ts';
import { isComplete } from './chain.ts';
import { isOfSubject } from './entitlement.ts';
import { isChainRecord, judgeFile, type Judged, type JudgeDeps } from './judgeFile.ts';
import type { AddedFile, LineCommit, Standing } from './line.ts';
import { asItStands, setAside } from './setAside.ts';
import { isOfKind, type LedgerState } from './state.ts';
import { takeEffect } from './takeEffect.ts';

/** Judges the files of the next commit in path order and takes in what counts. */
export function applyCommit(state: LedgerState, commit: LineCommit, deps: JudgeDeps): readonly Standing[] {
  return [...applyCommitInParts(state, commit, deps, commit.added.length)].flat();
}

/** The same, so many files at a time: between two parts the state holds half a commit, and is nobody's to read. */
export function* applyCommitInParts(
  state: LedgerState,
  { commit, added }: LineCommit,
  deps: JudgeDeps,
  size: number,
): Generator<readonly Standing[], void> {
  const position = state.length;
  state.head = commit;
  state.length += 1;
  state.positions.set(commit, position);
  for (let from = 0; from < added.length; from += size)
    yield applyFiles(state, added.slice(from, from + size), position, deps);
}

export function applyFiles(
  state: LedgerState,
  files: readonly AddedFile[],
  position: number,
  deps: JudgeDeps,
): readonly Standing[] {
  const standings: Standing[] = [];
  for (const file of files) {
    const judged = judgeFile(state, file, position, deps);
    if (judged === null) continue;
    if ('filed' in judged) standings.push(...takeIn(state, judged, file.blob, position));
    else standings.push(setAside(state, file, judged, judged.outcome === 'unreadable'));
  }
  return standings;
}

function takeIn(
  state: LedgerState,
  { filed, outcome, isManager }: Extract<Judged, { filed: Filed }>,
  blob: string,
  position: number,
): Standing[] {
  const counted: Standing = { standing: 'counted', filed, blob };
  if (outcome === 'counted') {
    admit(state, filed, blob, { isManager });
    // A recovery roster is the only chain revision that counts at once.
    if (isChainRecord(filed)) return [counted, ...takeEffect(state, filed, blob, position)];
    if (isOfKind(filed, 'quarantine')) return [counted, ...quarantined(state, filed)];
    return isOfKind(filed, 'cosign') ? [counted, ...settle(state, filed, position)] : [counted];
  }
  state.pending.set(filed.digest, { filed, blob });
  const settled = complete(state, filed, blob, position);
  return settled.length > 0 ? settled : [{ standing: 'pending', filed, blob }];
}

/** What a new signature completes. */
function settle(state: LedgerState, cosign: Filed<'cosign'>, position: number): Standing[] {
  const { digest, kind } = cosign.record.body.of;
  const waiting = state.pending.get(digest);
  if (waiting?.filed.record.kind !== kind) return [];
  return complete(state, waiting.filed, waiting.blob, position);
}

/** Puts a waiting revision in force if it has what it needs; nothing when it must go on waiting. */
function complete(state: LedgerState, filed: Filed, blob: string, position: number): Standing[] {
  if (isChainRecord(filed)) {
    if (!isComplete(state, filed)) return [];
    admit(state, filed, blob);
    return [{ standing: 'counted', filed, blob }, ...takeEffect(state, filed, blob, position)];
  }
  const author = actOf(state, filed).person;
  const cosign = cosignsOn(state, filed).find(({ person, isManager }) => isManager && person !== author);
  if (!cosign || !isOfSubject(filed)) return [];
  state.pending.delete(filed.digest);
  admit(state, filed, blob, { restsOn: cosign });
  return [{ standing: 'counted', filed, blob }];
}

function quarantined(state: LedgerState, { record }: Filed<'quarantine'>): Standing[] {
  const problem = state.problems.get(record.body.path);
  return problem ? [{ standing: 'set-aside', problem: asItStands(state, problem) }] : [];
}
