import type { CommitId } from '../../shared/ids.ts';
import { roots } from '../../shared/record/layout.ts';
import { runGit } from '../git/runGit.ts';

export interface Proof {
  /** As an auditor types it. */
  readonly command: string;
  /** What Git printed; nothing when the proof holds. */
  readonly lines: readonly string[];
}

/** The two commands by which anybody proves, with Git alone, that the line is one line and that nothing was altered. */
export async function runProofs(folder: string, commit: CommitId): Promise<readonly Proof[]> {
  return [
    await runProof(folder, ['rev-list', '--min-parents=2', commit]),
    await runProof(folder, [
      'log',
      '-m',
      '--no-renames',
      '--diff-filter=a',
      '--raw',
      '--format=%h',
      commit,
      '--',
      ...roots,
    ]),
  ];
}

async function runProof(folder: string, args: readonly string[]): Promise<Proof> {
  const { stdout } = await runGit(folder, args, { timeoutMs: 600_000 });
  const lines = stdout.toString().split('\n').filter(Boolean);
  return { command: `git ${args.join(' ')}`, lines };
}

/**
 * How many lines of a proof does no accepted merge explain?
 * An entry stands under the abbreviated commit that has it; a merge stands alone, in full.
 */
export function unexplained({ lines }: Proof, accepted: readonly string[]): number {
  let commit = '';
  let count = 0;
  for (const line of lines) {
    if (!line.startsWith(':')) commit = line;
    const tells = line.startsWith(':') || line.length >= 40;
    if (tells && !accepted.some((heal) => heal.startsWith(commit))) count += 1;
  }
  return count;
}
