import { existsSync } from 'node:fs';
import type { Capabilities } from '../shared/api/desk.ts';
import { TidegateError } from '../shared/errors.ts';
import type { Ms } from '../shared/time/instant.ts';
import { createAppService } from './app/appService.ts';
import { createCalendarService } from './app/calendarService.ts';
import { createChangeService } from './app/changeService.ts';
import { createChangeWriting } from './app/changeWriting.ts';
import { createExchangeService } from './app/exchangeService.ts';
import type { createHolidayDesk } from './app/holidayService.ts';
import { createImportService } from './app/importService.ts';
import { createLedgerService } from './app/ledgerService.ts';
import { createMapService } from './app/mapService.ts';
import { createPackService } from './app/packService.ts';
import { createPeopleService } from './app/peopleService.ts';
import { createSuggestionService } from './app/suggestionService.ts';
import { createSyncService } from './app/syncService.ts';
import { createWaiverService } from './app/waiverService.ts';
import { createWindowService } from './app/windowService.ts';
import { openCatalog, type Catalog } from './catalog/openCatalog.ts';
import { createActing } from './desk/acting.ts';
import { createAuditing } from './desk/auditing.ts';
import { boardFolder, type BoardFolder } from './desk/boardFolder.ts';
import { rememberFacts, type BoardFacts } from './desk/boards/boardFacts.ts';
import type { OpenBoard } from './desk/boards/openBoard.ts';
import { openModel } from './desk/boards/openModel.ts';
import { createChores } from './desk/chores.ts';
import type { DeskParts } from './desk/deskParts.ts';
import { createDueActions } from './desk/dueActions.ts';
import { createJobs, type Progress } from './desk/jobs.ts';
import { createMending } from './desk/mending.ts';
import type { Newsroom } from './desk/newsroom.ts';
import { createReissue } from './desk/reissue.ts';
import { createRenumberings } from './desk/renumberings.ts';
import { createScribe } from './desk/scribe.ts';
import { createSync } from './desk/sync/createSync.ts';
import { createExchange } from './desk/sync/exchange.ts';
import { openRemoteLine } from './desk/sync/openRemoteLine.ts';
import { contactNoted, folderClock } from './desk/sync/remoteClock.ts';
import { createSyncNotes } from './desk/sync/syncMemory.ts';
import { createTurn } from './desk/turn.ts';
import { createWriter } from './desk/writer.ts';
import { clearStaleLocks } from './git/clearStaleLocks.ts';
import { maintain } from './git/maintain.ts';
import { openKeyring } from './seal/keyring.ts';
import type { KeyStore } from './seal/keyStore.ts';
import type { Workspace } from './workspace/openWorkspace.ts';

/** What every board of a desk shares. */
export interface BoardSurroundings {
  readonly home: string;
  readonly workspace: Workspace;
  readonly newsroom: Newsroom;
  readonly holidays: ReturnType<typeof createHolidayDesk>;
  readonly capabilities: Capabilities;
  /** Where the system keeps secrets; without one, keys are private files. */
  readonly keyStore: KeyStore | null;
  readonly now: () => Ms;
  readonly version: string;
  /** Off in tests. */
  readonly timers: boolean;
  readonly reportDefect: (call: string, defect: unknown) => void;
}

/** @throws TidegateError `board-gone` when its ledger is not in the data folder; `board-unreadable`, `git-failed` */
export async function composeBoard(
  around: BoardSurroundings,
  boardName: string,
  progress: Progress,
): Promise<OpenBoard> {
  const folder = boardFolder(around.home, boardName);
  if (!existsSync(folder.ledger)) throw new TidegateError('board-gone', { board: boardName });
  const catalog = await openCatalog(folder.catalog);
  try {
    return await compose(around, { boardName, folder, catalog }, progress);
  } catch (error) {
    catalog.close();
    throw error;
  }
}

/** Everything of one board. */
async function compose(
  { workspace, newsroom, holidays, capabilities, keyStore, now, version, timers, reportDefect }: BoardSurroundings,
  given: { readonly boardName: string; readonly folder: BoardFolder; readonly catalog: Catalog },
  progress: Progress,
): Promise<OpenBoard> {
  const { boardName, folder, catalog } = given;
  const { settings, outbox } = workspace;
  clearStaleLocks(folder.ledger);
  const { git, model, onSealed } = await openModel({ ...given, workspace, newsroom, now }, progress);
  const keyring = openKeyring(folder.keys, keyStore);
  const acting = createActing({ board: model.board, keys: keyring.keys, settings, boardName, now });
  const renumberings = createRenumberings(settings, boardName);
  const actions = createDueActions({ model, outbox, renumberings, boardName, now });
  const notes = createSyncNotes(settings, boardName);
  const turn = createTurn();
  const remote = await git.remote();
  const exchange =
    remote === null
      ? null
      : createExchange({
          line: openRemoteLine(folder.ledger),
          model,
          actions,
          notes,
          onContact: contactNoted(notes, now),
          // A clock that is given is no machine's: it is not held against those of others.
          probeClock: timers ? () => folderClock(remote) : async () => null,
          now,
          random: Math.random,
        });
  await exchange?.start();
  const writer = createWriter({ git, model, actions, turn, exchange, now, random: Math.random });
  const sync = createSync({
    remote,
    exchange,
    turn,
    writer,
    model,
    outbox,
    boardName,
    notes,
    newsroom,
    now,
    random: Math.random,
    schedule: (at) => chores.expect(at),
  });
  const chores = createChores({
    model,
    sync,
    auditing: () => auditing,
    maintain: (signal) => maintain(folder.ledger, signal),
    reissue: () => reissue(),
    now,
    reportDefect,
    timers,
  });
  const scribe = createScribe({
    model,
    acting,
    workspace,
    boardName,
    now,
    seen: sync.seen,
    requireClock: sync.requireClock,
    onSaid: chores.expect,
    onSealed,
    reportDefect,
  });
  const mending = createMending({ folder: folder.ledger, git, model, catalog, acting, sync, turn, now });
  const reissue = createReissue({
    workspace,
    boardName,
    acting,
    scribe,
    model,
    renumberings,
    ledgerFolder: folder.ledger,
    isSending: writer.isSending,
    newsroom,
    now,
  });
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
    renumberings,
    acting,
    keyring,
    scribe,
    writer,
    sync,
    mending,
    jobs,
    auditing,
    newsroom,
    capabilities,
    zone: Intl.DateTimeFormat('en-GB').resolvedOptions().timeZone,
    version,
    now,
    onSealed,
    reportDefect,
  };
  const facts = (): BoardFacts => {
    const { identity, ledger, rootFingerprint } = model.board();
    return { title: identity.name, sample: identity.sample, ledger, root: rootFingerprint };
  };
  rememberFacts(settings, boardName, facts());
  // What the last run left unsent becomes due as if it had gone on.
  chores.expect(writer.nextDue() ?? now());

  return {
    name: boardName,
    handlers: {
      ...createAppService(parts),
      ...createChangeService(parts),
      ...createChangeWriting(parts),
      ...createWaiverService(parts),
      ...createWindowService(parts),
      ...createExchangeService(parts),
      ...createCalendarService(parts),
      ...createMapService(parts),
      ...createImportService(parts),
      ...createPackService(parts),
      ...createPeopleService(parts),
      ...createLedgerService(parts),
      ...createSuggestionService(parts, holidays),
      ...createSyncService(parts),
    },
    facts,
    jobs,
    tick: chores.tick,
    sendDue: chores.run,
    close: async () => {
      await jobs.close();
      // What runs is ended before it is waited for.
      await Promise.all([chores.close(), sync.close()]);
      try {
        model.save();
      } finally {
        catalog.close();
      }
    },
  };
}
