import type { BoardRow } from '../../shared/api/boardCalls.ts';
import { TidegateError } from '../../shared/errors.ts';
import { listBoards } from '../desk/boards/listBoards.ts';
import type { ApplicationHandlers } from '../desk/boards/openBoard.ts';
import type { Newsroom } from '../desk/newsroom.ts';
import type { KeyStore } from '../seal/keyStore.ts';
import type { Ms } from '../../shared/time/instant.ts';
import { boardFolder } from '../desk/boardFolder.ts';
import { recallFacts } from '../desk/boards/boardFacts.ts';
import { publishLine } from '../desk/boards/publishLine.ts';
import type { Jobs } from '../desk/jobs.ts';
import { createTurn } from '../desk/turn.ts';
import { checkAddress, plainAddress } from '../git/remoteAddress.ts';
import { createBoard } from './boardsCreating.ts';
import type { BoardSwitch } from '../desk/boards/switchBoards.ts';
import type { SettingTable } from '../workspace/settingTable.ts';

type Answers = Pick<
  ApplicationHandlers,
  'boards.list' | 'boards.opening' | 'boards.open' | 'boards.create' | 'boards.publish'
>;

/** The boards of this machine, and the way between them. */
export function createBoardsService(given: {
  readonly home: string;
  readonly sample: string;
  readonly boards: BoardSwitch;
  readonly settings: SettingTable;
  readonly keyStore: KeyStore | null;
  readonly newsroom: Newsroom;
  readonly jobs: Jobs;
  readonly now: () => Ms;
  /** Names of the boards that are being published; kept here. */
  readonly publishing: Set<string>;
}): Answers {
  const { home, sample, boards, settings, jobs, publishing } = given;
  const list = (): Promise<readonly BoardRow[]> => listBoards(given);
  /** Each new board is called by a name that none has yet. */
  const inTurn = createTurn();
  return {
    'boards.list': list,
    'boards.opening': () => {
      const opening = boards.opening();
      if (!opening) return null;
      const { name, ...far } = opening;
      return { ...far, title: recallFacts(settings, name)?.title ?? (name === sample ? 'Sample board' : name) };
    },
    'boards.open': async ({ name }) => {
      if (!(await list()).some((each) => each.name === name)) throw new TidegateError('board-not-found', { name });
      await boards.open(name);
      return null;
    },
    'boards.create': async (wanted) => {
      const created = await inTurn(() => createBoard(given, wanted));
      given.newsroom.tell('board');
      return created;
    },
    'boards.publish': async ({ address }) => {
      const open = (await list()).find(({ name }) => name === boards.current()?.name);
      if (!open) throw new TidegateError('no-board');
      if (open.remote !== null)
        throw new TidegateError('input-rejected', { field: 'address', problem: 'has a remote' });
      // Its keys are on every desk: what it says must never be taken for a board's word.
      if (open.sample)
        throw new TidegateError('input-rejected', { field: 'board', problem: 'a sample is not published' });
      if (publishing.has(open.name)) throw new TidegateError('publish-in-progress', { name: open.name });
      if (boards.current()?.jobs.isRunning('import')) throw new TidegateError('import-in-progress');
      const checked = checkAddress(address);
      const title = `Publishing ${open.title} to ${plainAddress(checked)}`;
      return {
        job: jobs.start('publish', title, async ({ signal, say }) => {
          publishing.add(open.name);
          try {
            say('Reaching the address', 0, 0);
            await publishLine(boardFolder(home, open.name).ledger, checked, {
              signal,
              progress: ({ done, total }) => say('Sending', done, total),
            });
          } finally {
            publishing.delete(open.name);
          }
          // From now on it syncs: its parts begin anew with a remote.
          if (boards.current()?.name === open.name) await boards.reopen();
          return { address: plainAddress(checked) };
        }),
      };
    },
  };
}
