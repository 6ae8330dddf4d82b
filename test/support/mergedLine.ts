import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { landCommit } from '../../electron/git/landCommit.ts';
import { readLine } from '../../electron/git/readLine.ts';
import { headOf } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import type { CommitId } from '../../shared/ids.ts';
import type { Replay } from '../../shared/ledger/line.ts';
import { createReplay } from '../../shared/ledger/replay.ts';
import type { Member } from '../../shared/record/body/rosterBody.ts';
import type { TextFile } from './ledgerLine.ts';
import { createRepository, type Repository } from './ledgerRepository.ts';

/** When its merges are made, and healed. */
export const MERGED_AT = Date.parse('2026-11-20T09:00:00Z');
const stranger = { author: { name: 'Mallory', email: 'm@example.invalid' }, at: MERGED_AT, message: 'Tidied up' };

/** A bare ledger in whose line a merge can be put. */
export interface MergedLine extends Repository {
  /** Merges a side commit with these files, made on `from`, into the line's end, as `git merge` would. */
  readonly merge: (from: CommitId, ...files: readonly TextFile[]) => Promise<CommitId>;
  /** Digest of the roster in force where its readers stop. */
  readonly roster: () => Promise<string>;
  /** The line as its readers see it now. */
  readonly read: () => Promise<Replay>;
}

export async function mergedLine(
  t: TestContext,
  given: { readonly people?: readonly Member[] } = {},
): Promise<MergedLine> {
  const board = await createRepository(t, given);
  const { folder } = board;
  const git = async (...words: string[]) => (await runGit(folder, words)).stdout.toString().trim();
  const mallory = ['-c', 'user.name=Mallory', '-c', 'user.email=m@example.invalid'];
  const merge = async (from: CommitId, ...files: readonly TextFile[]): Promise<CommitId> => {
    const head = (await headOf(folder)) ?? '';
    const { commit: side } = await landCommit(folder, { ...stranger, parent: from, files });
    const { commit: both } = await landCommit(folder, { ...stranger, parent: head, files });
    const parents = ['-p', head, '-p', side];
    const merged = await git(...mallory, 'commit-tree', ...parents, '-m', 'Merge', `${both}^{tree}`);
    await git('update-ref', 'refs/heads/main', merged, head);
    return merged;
  };
  const read = () => readAll(folder);
  const roster = async (): Promise<string> => {
    const saved = (await read()).save() as { chains: { roster: readonly { filed: { digest: string } }[] } };
    return saved.chains.roster.at(-1)?.filed.digest ?? '';
  };
  return { ...board, merge, roster, read };
}

/** Every commit of the line, every signature checked. */
async function readAll(folder: string): Promise<Replay> {
  const replay = createReplay({ verify: verifySshsig });
  const head = await headOf(folder);
  assert.ok(head);
  for await (const commit of readLine(folder, { to: head })) replay.apply(commit);
  return replay;
}
