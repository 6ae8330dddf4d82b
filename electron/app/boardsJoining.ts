import { TidegateError } from '../../shared/errors.ts';
import { boardNames } from '../desk/boards/listBoards.ts';
import { recallFacts, rememberFacts } from '../desk/boards/boardFacts.ts';
import type { Joining } from '../desk/boards/joining.ts';
import type { ApplicationHandlers } from '../desk/boards/openBoard.ts';
import type { Newsroom } from '../desk/newsroom.ts';
import type { SettingTable } from '../workspace/settingTable.ts';
import { freshName } from './freshName.ts';

type Answers = Pick<ApplicationHandlers, 'boards.join' | 'boards.joined' | 'boards.keep' | 'boards.discard'>;

/** Joining a board at a Git address: fetched and checked first, pinned and kept once a person has said that it is the one. */
export function createBoardsJoining(given: {
  readonly home: string;
  readonly sample: string;
  readonly joining: Joining;
  readonly settings: SettingTable;
  readonly newsroom: Newsroom;
}): Answers {
  const { home, sample, joining, settings, newsroom } = given;
  /** The board of this machine that is this ledger. */
  const hereAs = (ledger: string): string | null =>
    boardNames(home).find((name) => recallFacts(settings, name)?.ledger === ledger) ?? null;
  return {
    'boards.join': ({ address, root }) => ({ job: joining.start(address, root) }),
    'boards.joined': ({ job }) => {
      const found = joining.found(job);
      return { ...found, already: hereAs(found.ledger) };
    },
    'boards.keep': ({ job, root }) => {
      const { title, sample: isSample, ledger, rootFingerprint } = joining.found(job);
      if (root !== rootFingerprint)
        throw new TidegateError('root-mismatch', { expected: root, found: rootFingerprint });
      const already = hereAs(ledger);
      if (already !== null) throw new TidegateError('board-is-here', { name: already });
      const taken = new Set([...boardNames(home), sample]);
      const name = freshName(title, (each) => taken.has(each), 'board');
      // The pin first: a board without one would trust whatever it finds.
      settings.save(`root:${name}`, root);
      rememberFacts(settings, name, { title, sample: isSample, ledger, root });
      joining.keep(job, name);
      newsroom.tell('board');
      return { name };
    },
    'boards.discard': ({ job }) => {
      joining.discard(job);
      return null;
    },
  };
}
