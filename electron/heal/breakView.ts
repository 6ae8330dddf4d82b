import type { BrokenCommit, HistoryFile, LineBreak } from '../../shared/api/ledgerCalls.ts';
import { legibleLine } from '../../shared/audit/legible.ts';
import { personName, type Board } from '../../shared/ledger/board.ts';
import { thresholdOf } from '../../shared/ledger/chain.ts';
import type { LineCommit, Standing } from '../../shared/ledger/line.ts';
import { changeOfPath, identifyPath } from '../../shared/record/layout.ts';
import { toMs, type Ms } from '../../shared/time/instant.ts';
import { runGit } from '../git/runGit.ts';
import { commitsIn } from './breakWords.ts';
import { waitingCures, type BrokenLine } from './brokenLine.ts';
import { healersOf } from './drawCure.ts';

/** So many commits, and files of each, are shown; the rest is counted. */
const SHOWN_COMMITS = 20;
const SHOWN_FILES = 200;

/** What stands on the line since the break and who could heal it, as the page shows it to this person. */
export async function breakView(
  folder: string,
  found: BrokenLine,
  asked: { readonly person: string; readonly now: Ms },
): Promise<LineBreak> {
  const { replay, commits, head } = found;
  const board = replay.board();
  const healers = healersOf(found, asked.now);
  const [waiting] = waitingCures(found);
  const signed = waiting ? [waiting.record.signed.by] : [];
  const isHealer = healers.some(({ person }) => person === asked.person);
  const shown = commits.slice(0, SHOWN_COMMITS);
  return {
    head,
    last: board.head,
    commits: await Promise.all(shown.map((commit) => brokenCommit(folder, commit, found))),
    commitCount: commits.length,
    healers: healers.map(({ name }) => name),
    signed: signed.map((person) => personName(board, person)),
    missing: Math.max(1, thresholdOf(board.roster, asked.now) - signed.length),
    isHealer,
    maySign: isHealer && !signed.includes(asked.person),
  };
}

async function brokenCommit(folder: string, given: LineCommit, found: BrokenLine): Promise<BrokenCommit> {
  const { commit, parents, added } = given;
  const isMerge = parents.length > 1;
  const board = found.supposed.board();
  return {
    commit,
    isMerge,
    author: await authorOf(folder, commit),
    sideCommits: isMerge ? (await commitsIn(folder, given)).length : 0,
    files: added.slice(0, SHOWN_FILES).map(({ path }) => fileOf(path, found.standings.get(path), board)),
    fileCount: added.length,
  };
}

/** The name that the commit itself claims, in characters that can be seen. */
async function authorOf(folder: string, commit: string): Promise<string> {
  const { stdout } = await runGit(folder, ['show', '--no-patch', '--format=%an', commit, '--']);
  return legibleLine(stdout.toString()).slice(0, 120);
}

function fileOf(path: string, standing: Standing | undefined, board: Board): HistoryFile {
  const subject = changeOfPath(path) ?? identifyPath(path)?.subject ?? null;
  const kind = identifyPath(path)?.kind ?? 'file';
  const unsigned = { path, kind, subject, by: null, name: null, at: null };
  // Among the records lie a few plain files, such as their schemas.
  if (!standing) return { ...unsigned, standing: 'counted', reason: null };
  if ('problem' in standing) return { ...unsigned, standing: 'set-aside', reason: standing.problem.reason };
  const { by, at } = standing.filed.record.signed;
  return {
    ...unsigned,
    by,
    name: personName(board, by),
    at: toMs(at),
    standing: standing.standing === 'counted' ? 'counted' : 'pending',
    reason: null,
  };
}
