import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import type { LeavingView } from '../../shared/api/boardCalls.ts';
import { TidegateError } from '../../shared/errors.ts';
import { boardFolder } from '../desk/boardFolder.ts';
import { listBoards } from '../desk/boards/listBoards.ts';
import { unsentCommits } from '../desk/boards/unsentCommits.ts';
import type { ApplicationHandlers } from '../desk/boards/openBoard.ts';
import type { BoardSwitch } from '../desk/boards/switchBoards.ts';
import type { Newsroom } from '../desk/newsroom.ts';
import { freeName } from '../workspace/freeName.ts';
import type { Workspace } from '../workspace/openWorkspace.ts';

type Answers = Pick<ApplicationHandlers, 'boards.leaving' | 'boards.leave'>;

/** Removing a board's copy from this machine, once it is plain what goes with it. */
export function createBoardsLeaving(given: {
  readonly home: string;
  readonly sample: string;
  readonly boards: BoardSwitch;
  readonly workspace: Workspace;
  readonly newsroom: Newsroom;
  /** Names of the boards that are being published. */
  readonly publishing: ReadonlySet<string>;
}): Answers {
  const { home, sample, boards, workspace, newsroom, publishing } = given;
  const list = () => listBoards({ home, sample, boards, settings: workspace.settings });
  const rowOf = async (name: string) => {
    const row = (await list()).find((each) => each.name === name && each.state !== 'absent');
    if (!row) throw new TidegateError('board-not-found', { name });
    return row;
  };
  const unsentOf = (name: string): LeavingView['unsent'] =>
    workspace.outbox.list(name).map(({ what, subject }) => ({ what, subject }));

  return {
    'boards.leaving': async ({ name }) => {
      const { title, sample: isSample, remote } = await rowOf(name);
      const { ledger, keys } = boardFolder(home, name);
      return {
        title,
        sample: isSample,
        remote,
        unsent: unsentOf(name),
        unsentCommits: remote === null ? 0 : await unsentCommits(ledger),
        drafts: workspace.drafts.list(name).length,
        keys: existsSync(keys) ? readdirSync(keys).filter((file) => !file.endsWith('.pub')).length : 0,
      };
    },
    'boards.leave': async ({ name, unsent }) => {
      const { state } = await rowOf(name);
      const requireStill = (): void => {
        // Git reads its folder until all of it is sent.
        if (publishing.has(name)) throw new TidegateError('publish-in-progress', { name });
        const left = unsentOf(name).length;
        if (left !== unsent) throw new TidegateError('stale-record', { unsent: left });
      };
      requireStill();
      if (state === 'open' || state === 'failed') await giveWay(name);
      // Until another board had taken its place, more could be signed on it.
      requireStill();
      const folder = boardFolder(home, name);
      rmSync(folder.home, { recursive: true, force: true, maxRetries: 3 });
      if (existsSync(folder.keys)) renameSync(folder.keys, freeName(`${folder.keys}.aside`));
      workspace.forgetBoard(name);
      newsroom.tell('board');
      return null;
    },
  };

  /** The board opened before it takes its place; one that cannot be opened is passed over. */
  async function giveWay(name: string): Promise<void> {
    const others = (await list()).filter((row) => row.name !== name && row.state === 'closed');
    for (const other of others) {
      const opened = await boards.open(other.name).then(
        () => true,
        (error: unknown) => {
          if (error instanceof TidegateError && error.code !== 'import-in-progress') return false;
          throw error;
        },
      );
      if (opened) return;
    }
    await boards.shut();
  }
}
