import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../shared/api/desk.ts';
import type { News } from '../shared/api/news.ts';
import { createReplay, restoreReplay } from '../shared/ledger/replay.ts';
import type { Ms } from '../shared/time/instant.ts';
import { createAppService } from './app/appService.ts';
import { createCalendarService } from './app/calendarService.ts';
import { createChangeService } from './app/changeService.ts';
import { createChangeWriting } from './app/changeWriting.ts';
import { createDispatch, type Dispatch } from './app/dispatch.ts';
import { createHolidayDesk, createHolidayService } from './app/holidayService.ts';
import { createImportService } from './app/importService.ts';
import { createLedgerService } from './app/ledgerService.ts';
import { createMapService } from './app/mapService.ts';
import { createPackService } from './app/packService.ts';
import { createSuggestionService } from './app/suggestionService.ts';
import { createExchangeService } from './app/exchangeService.ts';
import { createSyncService } from './app/syncService.ts';
import { createWindowService } from './app/windowService.ts';
import { openCatalog } from './catalog/openCatalog.ts';
import { requireNapi } from './catalog/requireNapi.ts';
import { createActing } from './desk/acting.ts';
import { createAuditing } from './desk/auditing.ts';
import { boardFolder, ensureLedger } from './desk/boardFolder.ts';
import { createBoardModel } from './desk/boardModel.ts';
import { createChores } from './desk/chores.ts';
import type { DeskParts } from './desk/deskParts.ts';
import { createJobs } from './desk/jobs.ts';
import { createLineFollower } from './desk/lineFollower.ts';
import { createNewsroom } from './desk/newsroom.ts';
import { openLedgerGit } from './desk/openLedgerGit.ts';
import { createScribe } from './desk/scribe.ts';
import { createSync } from './desk/sync/createSync.ts';
import { createWriter } from './desk/writer.ts';
import { requireGit } from './git/requireGit.ts';
import { createSample } from './sample/createSample.ts';
import { openKeyring } from './seal/keyring.ts';
import type { KeyStore } from './seal/keyStore.ts';
import { verifySshsig } from './seal/sshsig.ts';
import { openWorkspace } from './workspace/openWorkspace.ts';

export interface Application {
  readonly dispatch: Dispatch;
  readonly subscribe: (listener: (news: News) => void) => () => void;
  /** Notices that time has passed; the application's timers do the same every minute. */
  readonly tick: () => void;
  /** Sends what is due now; the application's timers do the same. */
  readonly sendDue: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The board of a first start. Its keys follow from this seed and protect nothing. */
const SAMPLE = { name: 'sample', seed: 'brackwater' };

/** Builds the whole application once, for whichever host. */
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
  const { settings, outbox } = workspace;
  const boardName = settings.read('board') ?? SAMPLE.name;
  const folder = boardFolder(home, boardName);
  if (boardName === SAMPLE.name)
    await ensureLedger(folder, (ledger, keysFolder) =>
      createSample(ledger, { now: now(), seed: SAMPLE.seed, keysFolder }),
    );

  const catalog = await openCatalog(folder.catalog);
  const newsroom = createNewsroom();
  const git = openLedgerGit(folder.ledger);
  const signedHere = new Set<string>();
  const trusted = (digest: string): boolean => signedHere.has(digest);
  const pinned = settings.read(`root:${boardName}`);
  const verification = { verify: verifySshsig, trusted, ...(pinned === null ? {} : { root: pinned }) };
  const line = createLineFollower({
    git,
    catalog,
    maker: {
      create: () => createReplay(verification),
      restore: (saved) => restoreReplay(saved, verification),
    },
  });
  const model = createBoardModel({ catalog, line, outbox, boardName, newsroom, now });
  await model.refresh();
  if (pinned === null) settings.save(`root:${boardName}`, model.board().rootFingerprint);

  const keyring = openKeyring(folder.keys, deps.keyStore ?? null);
  const acting = createActing({ board: model.board, keys: keyring.keys, settings, boardName, now });
  const writer = createWriter({ git, model, outbox, boardName, now });
  const remote = await git.remote();
  const sync = createSync({ remote, writer, outbox, settings, newsroom, boardName });
  const chores = createChores({ model, writer: () => writer, auditing: () => auditing, now, reportDefect, timers });
  const onSealed = (digest: string): void => void signedHere.add(digest);
  const scribe = createScribe({ model, acting, outbox, boardName, now, onSaid: chores.expect, onSealed, reportDefect });
  const jobs = createJobs({ table: workspace.jobs, boardName, newsroom, now, reportDefect });
  const auditing = createAuditing({ folder: folder.ledger, model, acting, scribe, jobs, now });
  const parts: DeskParts = {
    boardName,
    ledgerFolder: folder.ledger,
    exportFolder: folder.exports,
    remote,
    model,
    catalog,
    workspace,
    acting,
    keyring,
    scribe,
    writer,
    sync,
    jobs,
    auditing,
    newsroom,
    capabilities: desk.capabilities,
    zone: Intl.DateTimeFormat('en-GB').resolvedOptions().timeZone,
    tzVersion: process.versions.tz ?? 'unknown',
    version,
    now,
    onSealed,
    reportDefect,
  };
  const holidays = createHolidayDesk();
  const dispatch = createDispatch(
    {
      ...createAppService(parts),
      ...createChangeService(parts),
      ...createChangeWriting(parts),
      ...createWindowService(parts),
      ...createExchangeService(parts),
      ...createCalendarService(parts),
      ...createMapService(parts),
      ...createImportService(parts),
      ...createPackService(parts),
      ...createLedgerService(parts),
      ...createHolidayService(holidays),
      ...createSuggestionService(parts, holidays),
      ...createSyncService(parts),
    },
    reportDefect,
  );
  // What the last run left unsent becomes due as if it had gone on.
  chores.expect(writer.nextDue() ?? now());

  return {
    dispatch,
    subscribe: newsroom.subscribe,
    tick: chores.tick,
    sendDue: chores.run,
    close: async () => {
      await jobs.close();
      await chores.close();
      catalog.close();
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
