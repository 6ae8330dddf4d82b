import { contract, type CallName } from '../../shared/api/contract.ts';
import type { BoardHandlers } from '../desk/boards/openBoard.ts';
import type { BoardSwitch } from '../desk/boards/switchBoards.ts';
import type { Jobs } from '../desk/jobs.ts';

/** Hands every call about a board to the one that is open; long work of the application is listed with the board's. */
export function answerByBoard(boards: BoardSwitch, jobs: Jobs): BoardHandlers {
  const names = (Object.keys(contract) as CallName[]).filter((name) => !/^(boards|holidays)\./.test(name));
  const handed = Object.fromEntries(
    names.map((name) => [
      name,
      (input: unknown) =>
        boards.ask(({ handlers }) => {
          const handler = handlers[name as keyof BoardHandlers] as (given: unknown) => unknown;
          return handler(input);
        }),
    ]),
  ) as unknown as BoardHandlers; // one function under each name, which answers as the board's own does
  return {
    ...handed,
    'jobs.list': async () => [...jobs.list(), ...(boards.current() ? await handed['jobs.list']({}) : [])],
    'jobs.cancel': ({ job }) => {
      if (!jobs.list().some((each) => each.job === job)) return handed['jobs.cancel']({ job });
      jobs.cancel(job);
      return null;
    },
  };
}
