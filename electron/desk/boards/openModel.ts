import { TidegateError } from '../../../shared/errors.ts';
import { createReplay, restoreReplay } from '../../../shared/ledger/replay.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import type { Catalog } from '../../catalog/openCatalog.ts';
import { runGit } from '../../git/runGit.ts';
import type { Workspace } from '../../workspace/openWorkspace.ts';
import type { BoardFolder } from '../boardFolder.ts';
import { createBoardModel, type BoardModel, type TakenIn } from '../boardModel.ts';
import { createAheadChecker } from '../checkAhead.ts';
import type { Progress } from '../jobs.ts';
import type { LedgerGit } from '../ledgerGit.ts';
import { createLineFollower } from '../lineFollower.ts';
import type { Newsroom } from '../newsroom.ts';
import { openLedgerGit } from '../openLedgerGit.ts';

/**
 * The board in this folder with its line read and its changes judged; what it trusts from the first time on is pinned.
 *
 * @param progress told how far that is: minutes on a large board whose catalogue has to be made anew. Its signal ends it
 *   where that costs nothing
 * @throws TidegateError `board-unreadable`, `root-mismatch`, `git-failed`; `cancelled`
 */
export async function openModel(
  given: {
    readonly boardName: string;
    readonly folder: BoardFolder;
    readonly catalog: Catalog;
    readonly workspace: Workspace;
    readonly newsroom: Newsroom;
    readonly now: () => Ms;
  },
  progress: Progress,
): Promise<{ readonly git: LedgerGit; readonly model: BoardModel; readonly onSealed: (digest: string) => void }> {
  const { boardName, folder, catalog, workspace, newsroom, now } = given;
  const { settings, outbox } = workspace;
  const git = openLedgerGit(folder.ledger);
  const signedHere = new Set<string>();
  const trusted = (digest: string): boolean => signedHere.has(digest);
  const pinned = settings.read(`root:${boardName}`);
  const checker = createAheadChecker();
  const verification = { verify: checker.verify, trusted, ...(pinned === null ? {} : { root: pinned }) };
  const read = async (): Promise<BoardModel> => {
    const line = createLineFollower({
      git: { ...git, read: (range) => checker.ahead(git.read(range)) },
      catalog,
      maker: {
        create: () => createReplay(verification),
        restore: (saved) => restoreReplay(saved, verification),
      },
    });
    const model = createBoardModel({ catalog, line, outbox, boardName, newsroom, now });
    await model.refresh(undefined, toldBy(progress, catalog, await toRead(folder.ledger, git, catalog)));
    return model;
  };
  const isAnew = catalog.note('head') === null;
  const model = await read().catch((error: unknown) => {
    if (isAnew || !mayBeOfTheIndex(error)) throw error;
    catalog.clear();
    return read();
  });
  if (pinned === null) settings.save(`root:${boardName}`, model.board().rootFingerprint);
  return { git, model, onSealed: (digest) => void signedHere.add(digest) };
}

/** What the index holds makes no sense, rather than what Git says: whatever it is, the line has it all. */
function mayBeOfTheIndex(error: unknown): boolean {
  return !(error instanceof TidegateError) || error.code === 'input-rejected';
}

function toldBy({ say, signal }: Progress, catalog: Catalog, commits: number): TakenIn {
  // What was there before is worth more than the moment that giving up would save: it would be read anew.
  const isAnew = catalog.note('head') === null;
  return (what, done, changes) => {
    if (signal.aborted && (isAnew || what === 'changes')) throw new TidegateError('cancelled');
    if (what === 'commits') say('Reading the record', done, Math.max(done, commits));
    else say('Assessing the changes', done, changes ?? 0);
  };
}

/** How many commits the catalogue lacks; 0 when Git cannot say, as of a line that was rewritten. */
async function toRead(ledger: string, git: LedgerGit, catalog: Catalog): Promise<number> {
  const at = catalog.note('head');
  const head = await git.head().catch(() => null);
  if (head === null || head === at) return 0;
  const range = at === null ? [head] : [head, `^${at}`];
  const counted = await runGit(ledger, ['rev-list', '--count', '--first-parent', ...range, '--']).catch(() => null);
  return Number(counted?.stdout.toString() ?? 0);
}
