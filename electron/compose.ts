import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../shared/api/desk.ts';
import { newsKinds, type News } from '../shared/api/news.ts';
import type { Ms } from '../shared/time/instant.ts';
import { answerByBoard } from './app/boardsAnswers.ts';
import { createBoardsJoining } from './app/boardsJoining.ts';
import { createBoardsLeaving } from './app/boardsLeaving.ts';
import { createBoardsService } from './app/boardsService.ts';
import { createDispatch, type Dispatch } from './app/dispatch.ts';
import { createHolidayDesk, createHolidayService } from './app/holidayService.ts';
import { requireNapi } from './catalog/requireNapi.ts';
import { composeBoard } from './composeBoard.ts';
import { boardFolder, ensureLedger } from './desk/boardFolder.ts';
import { createJoining } from './desk/boards/joining.ts';
import { createBoardSwitch } from './desk/boards/switchBoards.ts';
import { createJobs } from './desk/jobs.ts';
import { createNewsroom } from './desk/newsroom.ts';
import { requireGit } from './git/requireGit.ts';
import { createSample } from './sample/createSample.ts';
import type { KeyStore } from './seal/keyStore.ts';
import { openWorkspace } from './workspace/openWorkspace.ts';

export interface Application {
  readonly dispatch: Dispatch;
  /** Settled once the board of the last run is open, or cannot be; `boards.opening` tells how far it is. */
  readonly opened: Promise<void>;
  readonly subscribe: (listener: (news: News) => void) => () => void;
  /** Notices that time has passed; the application's timers do the same every minute. */
  readonly tick: () => void;
  /** Sends what is due now; the application's timers do the same. */
  readonly sendDue: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The board of a first start. Its keys follow from this seed and protect nothing. */
const SAMPLE = { name: 'sample', seed: 'brackwater' };

/** Builds the whole application once, for whichever host. It starts without a usable board too, and says why. */
export async function compose(deps: {
  readonly home: string;
  readonly desk: Desk;
  readonly now: () => Ms;
  readonly version: string;
  /** Where the system keeps secrets; without one, keys are private files. */
  readonly keyStore?: KeyStore;
  /** Off in tests. */
  readonly timers?: boolean;
  readonly reportDefect?: (call: string, defect: unknown) => void;
}): Promise<Application> {
  const { home, desk, now, version, timers = true } = deps;
  const reportDefect = deps.reportDefect ?? logDefect;
  requireNapi();
  await requireGit();
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const workspace = await openWorkspace(join(home, 'workspace.sqlite'));
  const { settings } = workspace;
  const newsroom = createNewsroom();
  const holidays = createHolidayDesk();
  const { capabilities } = desk;
  const keyStore = deps.keyStore ?? null;
  const around = { home, workspace, newsroom, holidays, capabilities, keyStore, now, version, timers, reportDefect };
  const ensureSample = (name: string): Promise<void> =>
    name === SAMPLE.name
      ? ensureLedger(boardFolder(home, name), (ledger, keysFolder) =>
          createSample(ledger, { now: now(), seed: SAMPLE.seed, keysFolder }),
        )
      : Promise.resolve();
  const boards = createBoardSwitch({
    compose: async (name, progress) => {
      await ensureSample(name);
      return composeBoard(around, name, progress);
    },
    reportDefect,
    onSwitched: (board) => {
      if (board) {
        settings.save('board', board.name);
        settings.save(`opened:${board.name}`, String(now()));
      }
      newsroom.tell(...newsKinds);
    },
    onOpening: () => newsroom.tell('jobs'),
  });
  // Work that is no board's: joining one, publishing one.
  const jobs = createJobs({ table: workspace.jobs, boardName: '', newsroom, now, reportDefect });
  const publishing = new Set<string>();
  const joining = createJoining({ home, jobs, now });
  // Questions wait for it. Why it cannot be opened is the answer to each of them until another is.
  const opened = boards.open(settings.read('board') ?? SAMPLE.name).catch(() => undefined);

  const dispatch = createDispatch(
    {
      ...answerByBoard(boards, jobs),
      ...createHolidayService(holidays),
      ...createBoardsService({
        home,
        sample: SAMPLE.name,
        boards,
        settings,
        keyStore,
        newsroom,
        jobs,
        now,
        publishing,
      }),
      ...createBoardsJoining({ home, sample: SAMPLE.name, joining, settings, newsroom }),
      ...createBoardsLeaving({ home, sample: SAMPLE.name, boards, workspace, newsroom, publishing }),
    },
    reportDefect,
  );
  return {
    dispatch,
    opened,
    subscribe: newsroom.subscribe,
    tick: () => boards.current()?.tick(),
    sendDue: async () => boards.current()?.sendDue(),
    close: async () => {
      await jobs.close();
      await boards.close();
      workspace.close();
    },
  };
}

/** The stack and the call, never what was asked or stored: record text does not belong in a log. */
function logDefect(call: string, defect: unknown): void {
  const stack = defect instanceof Error ? (defect.stack ?? '').split('\n').filter((each) => /^\s+at /.test(each)) : [];
  const kind = defect instanceof Error ? defect.name : typeof defect;
  console.error(`defect in ${call}: ${kind}\n${stack.join('\n')}`);
}
