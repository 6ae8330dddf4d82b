import { applyCommit } from './applyCommit.ts';
import { hasThreshold } from './chain.ts';
import type { JudgeDeps } from './judgeFile.ts';
import type { LineCommit, Standing } from './line.ts';
import { copyState, type LedgerState, type Link } from './state.ts';

/**
 * Do the commits after a merge hold a ledger revision that accepts it?
 *
 * The revision names every broken commit among them, and is signed by the threshold of those who were admins
 * *before* the break and had seen no more than the unbroken line: nothing that the break brought in can vouch
 * for it. Only merges are healed: an edited or removed file stays a break, and the line before it is put back.
 *
 * @param before the state at the break's parent; not changed
 * @param commits from the broken commit on
 */
export function healed(
  before: LedgerState,
  commits: readonly LineCommit[],
  deps: JudgeDeps,
): { readonly state: LedgerState; readonly standings: readonly Standing[] } | null {
  if (!commits.at(-1)?.added.some(({ path }) => path.startsWith('ledger/'))) return null;
  if (commits.some(({ disturbed }) => disturbed.length > 0)) return null;
  const state = copyState(before);
  const standings = commits.flatMap((commit) => applyCommit(state, commit, deps));
  const broken = commits.filter(({ parents }) => parents.length > 1);
  const cures = state.chains.ledger.slice(before.chains.ledger.length);
  const accepted = cures.filter((link) => isByAdminsOf(before, link)).flatMap(healsOf);
  return broken.every(({ commit }) => accepted.includes(commit)) ? { state, standings } : null;
}

function healsOf({ filed }: Link<'ledger'>): readonly string[] {
  return filed.record.body.heals ?? [];
}

function isByAdminsOf(before: LedgerState, { filed, signers }: Link<'ledger'>): boolean {
  const informed = signers.filter(({ seen }) => seen < before.length);
  return hasThreshold(before, filed, informed);
}
