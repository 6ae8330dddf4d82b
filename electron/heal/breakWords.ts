import { safeText } from '../../shared/gate/safeText.ts';
import type { LineCommit, Standing } from '../../shared/ledger/line.ts';
import { runGit } from '../git/runGit.ts';
import { waitingCures, type BrokenLine } from './brokenLine.ts';

/** So many lines of each list; the rest is counted. */
const SHOWN = 40;

/** What the merges brought in, for an admin who must answer for it: commits, files, signers. */
export async function breakWords(folder: string, found: BrokenLine): Promise<string> {
  const { replay, merges } = found;
  const parts = await Promise.all(merges.map((merge) => mergeWords(folder, merge, found)));
  const waiting = waitingCures(found).map(
    ({ record }) => `${record.signed.by} has signed a healing; it waits for another admin.`,
  );
  const counted = merges.length === 1 ? 'a merge' : `${merges.length} merges`;
  return [
    `Read up to ${replay.board().head}; halted by ${counted} behind it.`,
    ...parts.flat(),
    'What would count counts as first seen at its merge: a key revoked before that, on the line, signs nothing.',
    ...waiting,
  ].join('\n');
}

async function mergeWords(folder: string, merge: LineCommit, { standings }: BrokenLine): Promise<readonly string[]> {
  const side = await commitsIn(folder, merge);
  const files = merge.added.map(({ path }) => `    ${safeText(path)}: ${fateOf(standings.get(path))}`);
  return [
    '',
    `Merge ${merge.commit}`,
    `  Commits that only the side held: ${side.length}`,
    ...shortened(side.map((commit) => `    ${commit}`)),
    `  Files under the board’s roots: ${files.length}`,
    ...shortened(files),
    '',
  ];
}

/** Everything that the other parents hold and the first does not. */
export async function commitsIn(folder: string, { parents }: LineCommit): Promise<readonly string[]> {
  const [first = '', ...others] = parents;
  const { stdout } = await runGit(folder, ['rev-list', ...others, `^${first}`, '--']);
  return stdout.toString().split('\n').filter(Boolean);
}

function fateOf(standing: Standing | undefined): string {
  if (!standing) return 'no record';
  if ('problem' in standing) return `set aside (${standing.problem.reason})`;
  const { kind, signed } = standing.filed.record;
  const word = standing.standing === 'counted' ? 'would count' : 'would wait for another signature';
  return `${kind} signed by ${safeText(signed.by)}, ${word}`;
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= SHOWN) return lines;
  return [...lines.slice(0, SHOWN), `    and ${lines.length - SHOWN} more`];
}
