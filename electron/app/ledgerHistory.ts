import type { HistoryFile, HistoryPage } from '../../shared/api/ledgerCalls.ts';
import { personName } from '../../shared/ledger/board.ts';
import type { Problem } from '../../shared/ledger/standing.ts';
import { changeOfPath, identifyPath } from '../../shared/record/layout.ts';
import { toMs } from '../../shared/time/instant.ts';
import type { HistoryRow } from '../catalog/recordTable.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { runGit } from '../git/runGit.ts';

const COMMITS_A_PAGE = 40;
const FILES_A_COMMIT = 30;

/** What came in with which commit, newest first, whether it counts or not. */
export async function ledgerHistory(
  { model, catalog, ledgerFolder }: Pick<DeskParts, 'model' | 'catalog' | 'ledgerFolder'>,
  { before, by }: { readonly before: number | null; readonly by: string | null },
): Promise<HistoryPage> {
  const board = model.replay().board();
  const end = Math.min(before ?? board.length, board.length);
  const problems = byCommit(by === null ? model.replay().problems() : []);
  const positions =
    by === null
      ? Array.from({ length: Math.min(COMMITS_A_PAGE, end) }, (_, n) => end - 1 - n)
      : catalog.records.positionsBy(by, end, COMMITS_A_PAGE);
  const names = await commitsAt(ledgerFolder, board.head, board.length, positions);
  const commits = positions.map((position) => {
    const commit = names.get(position) ?? '';
    const counted = catalog.records
      .at(position, by, FILES_A_COMMIT)
      .map((row) => fileOf(row, (person) => personName(board, person)));
    const aside = (problems.get(commit) ?? []).map(asideFile);
    return {
      commit,
      position,
      files: [...counted, ...aside].slice(0, FILES_A_COMMIT),
      fileCount: catalog.records.countAt(position, by) + aside.length,
    };
  });
  const last = positions.at(-1) ?? 0;
  return { commits, next: last > 0 && positions.length === COMMITS_A_PAGE ? last : null };
}

/** The names of these commits; the line is asked once, from the newest of them on. */
async function commitsAt(
  folder: string,
  head: string,
  length: number,
  positions: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const [first = 0] = positions;
  const count = first - (positions.at(-1) ?? first) + 1;
  const skip = length - 1 - first;
  const range = ['--first-parent', `--skip=${skip}`, `--max-count=${count}`];
  const { stdout } = await runGit(folder, ['rev-list', ...range, head, '--']);
  const names = stdout.toString().trim().split('\n');
  return new Map(names.map((name, n) => [first - n, name]));
}

function byCommit(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const found = new Map<string, Problem[]>();
  for (const problem of problems) {
    const known = found.get(problem.commit);
    if (known) known.push(problem);
    else found.set(problem.commit, [problem]);
  }
  return found;
}

function fileOf({ path, kind, subject, by, at, standing }: HistoryRow, name: (person: string) => string): HistoryFile {
  return { path, kind, subject, by, name: name(by), at: toMs(at), standing, reason: null };
}

function asideFile({ path, reason }: Problem): HistoryFile {
  const kind = identifyPath(path)?.kind ?? 'file';
  const subject = changeOfPath(path) ?? identifyPath(path)?.subject ?? null;
  return { path, kind, subject, by: null, name: null, at: null, standing: 'set-aside', reason };
}
