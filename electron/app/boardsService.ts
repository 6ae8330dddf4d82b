import type { BoardRow } from '../../shared/api/boardCalls.ts';
import { TidegateError } from '../../shared/errors.ts';
import { listBoards } from '../desk/boards/listBoards.ts';
import type { ApplicationHandlers } from '../desk/boards/openBoard.ts';
import type { Newsroom } from '../desk/newsroom.ts';
import type { KeyStore } from '../seal/keyStore.ts';
import type { Ms } from '../../shared/time/instant.ts';
import { createBoard } from './boardsCreating.ts';
import type { BoardSwitch } from '../desk/boards/switchBoards.ts';
import type { SettingTable } from '../workspace/settingTable.ts';

type Answers = Pick<ApplicationHandlers, 'boards.list' | 'boards.open' | 'boards.create'>;

/** The boards of this machine, and the way between them. */
export function createBoardsService(given: {
  readonly home: string;
  readonly sample: string;
  readonly boards: BoardSwitch;
  readonly settings: SettingTable;
  readonly keyStore: KeyStore | null;
  readonly newsroom: Newsroom;
  readonly now: () => Ms;
}): Answers {
  const { boards } = given;
  const list = (): Promise<readonly BoardRow[]> => listBoards(given);
  return {
    'boards.list': list,
    'boards.open': async ({ name }) => {
      if (!(await list()).some((each) => each.name === name)) throw new TidegateError('board-not-found', { name });
      await boards.open(name);
      return null;
    },
    'boards.create': async (wanted) => {
      const created = await createBoard(given, wanted);
      given.newsroom.tell('board');
      return created;
    },
  };
}
