import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { openCatalog } from '../../electron/catalog/openCatalog.ts';
import type { Acting } from '../../electron/desk/acting.ts';
import { createBoardModel, type BoardModel } from '../../electron/desk/boardModel.ts';
import { createDueActions } from '../../electron/desk/dueActions.ts';
import { createLineFollower } from '../../electron/desk/lineFollower.ts';
import { createNewsroom } from '../../electron/desk/newsroom.ts';
import { openLedgerGit } from '../../electron/desk/openLedgerGit.ts';
import { createReissue } from '../../electron/desk/reissue.ts';
import { createRenumberings, type Renumberings } from '../../electron/desk/renumberings.ts';
import { createScribe, type Scribe } from '../../electron/desk/scribe.ts';
import { createSync, type Sync } from '../../electron/desk/sync/createSync.ts';
import { createExchange } from '../../electron/desk/sync/exchange.ts';
import { openRemoteLine } from '../../electron/desk/sync/openRemoteLine.ts';
import { contactNoted } from '../../electron/desk/sync/remoteClock.ts';
import type { RemoteLine } from '../../electron/desk/sync/remoteLine.ts';
import { createSyncNotes } from '../../electron/desk/sync/syncMemory.ts';
import { createTurn } from '../../electron/desk/turn.ts';
import { createWriter, type Writer } from '../../electron/desk/writer.ts';
import { cloneLedger } from '../../electron/git/cloneLedger.ts';
import { plainAddress } from '../../electron/git/remoteAddress.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import { openWorkspace, type Workspace } from '../../electron/workspace/openWorkspace.ts';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';
import { createReplay, restoreReplay } from '../../shared/ledger/replay.ts';
import type { Kind } from '../../shared/record/kinds.ts';
import type { Ms } from '../../shared/time/instant.ts';
import { catalogDigest } from './catalogDigest.ts';
import { tempFolder, type TestRemote } from './gitServer.ts';
import { requestOf } from './ledgerBodies.ts';
import { START } from './ledgerLine.ts';
import { people, signerNamed } from './ledgerPeople.ts';
import { createRepository, type Repository } from './ledgerRepository.ts';

/** Puts a small board onto the remote. */
export async function publishSmall(t: TestContext, { address }: Pick<TestRemote, 'address'>): Promise<Repository> {
  const board = await createRepository(t);
  await runGit(board.folder, ['config', 'remote.origin.url', address]);
  await runGit(board.folder, ['push', '--quiet', 'origin', 'main']);
  return board;
}

/** For `assert.throws` and `assert.rejects`. */
export function refused(code: ErrorCode): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof TidegateError, String(error));
    assert.equal(error.code, code, JSON.stringify(error.facts));
    return true;
  };
}

/** One desk of the small board: everything between an action and the remote, without services or timers. */
export interface SyncDesk {
  readonly folder: string;
  readonly ledger: string;
  readonly sync: Sync;
  readonly scribe: Scribe;
  readonly writer: Writer;
  readonly model: BoardModel;
  readonly workspace: Workspace;
  readonly renumberings: Renumberings;
  /** Asked before the key signs: it may throw. */
  readonly lockKey: (lock: Lock | null) => void;
  /** What the chores do after every round. */
  readonly reissue: () => Promise<void>;
  readonly now: () => Ms;
  readonly pass: (ms: Ms) => void;
  /** Asks for a change under this id; answers the path of its record. Due after nine seconds. */
  readonly request: (change: string) => string;
  /** The request and nine seconds, so that it is due. */
  readonly say: (change: string) => string;
  /** Paths of all records of these kinds, requests unless told, that the board counts on its line, sorted. */
  readonly counted: (kinds?: readonly Kind[]) => readonly string[];
  readonly digest: () => string;
  readonly close: () => Promise<void>;
}

type Lock = () => void;

export interface SyncDeskGiven {
  readonly address: string;
  readonly folder: string;
  readonly person?: string;
  /** Whose key signs; the person's own unless told. */
  readonly key?: string;
  readonly now?: Ms;
  /** False: what the remote says of the time is not listened to. */
  readonly clocks?: boolean;
  /** Stands between the desk and its line, to fail or to kill where it wants. */
  readonly line?: (line: RemoteLine) => RemoteLine;
}

/** Opens the desk in `folder`, joining the board at the address first where it is new. Close it. */
export async function syncDesk(given: SyncDeskGiven): Promise<SyncDesk> {
  const { address, folder, person = 'rita', line: between = (line: RemoteLine) => line } = given;
  let at = given.now ?? START + 3_600_000;
  const now = (): Ms => at;
  const ledger = join(folder, 'ledger.git');
  const catalogFile = join(folder, 'catalog.sqlite');
  const boardName = 'board';
  if (!existsSync(ledger)) await cloneLedger(address, ledger);
  const workspace = await openWorkspace(join(folder, 'workspace.sqlite'));
  const { outbox, settings } = workspace;
  const catalog = await openCatalog(catalogFile);
  const newsroom = createNewsroom();
  const git = openLedgerGit(ledger);
  const sealed = new Set<string>();
  const trusted = (digest: string): boolean => sealed.has(digest);
  const verification = { verify: verifySshsig, trusted, root: signerNamed('root').fingerprint };
  const maker = {
    create: () => createReplay(verification),
    restore: (saved: unknown) => restoreReplay(saved, verification),
  };
  const follower = createLineFollower({ git, catalog, maker });
  const model = createBoardModel({ catalog, line: follower, outbox, boardName, newsroom, now });
  await model.refresh();
  const renumberings = createRenumberings(settings, boardName);
  const actions = createDueActions({ model, outbox, renumberings, boardName, now });
  const notes = createSyncNotes(settings, boardName);
  const turn = createTurn();
  const heard = contactNoted(notes, now);
  const exchange = createExchange({
    line: between(openRemoteLine(ledger)),
    model,
    actions,
    notes,
    now,
    onContact: (clock) => heard(given.clocks === false ? null : clock),
    probeClock: async () => null,
    random: () => 0.5,
  });
  await exchange.start();
  const writer = createWriter({ git, model, actions, turn, exchange, now, random: () => 0.5 });
  const remote = plainAddress(address);
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
    random: () => 0.5,
    schedule: () => undefined,
  });
  let lock: Lock | null = null;
  const acting = actingAs(person, given.key ?? person, () => lock?.());
  const scribe = createScribe({
    model,
    acting,
    workspace,
    boardName,
    now,
    seen: sync.seen,
    requireClock: sync.requireClock,
    onSaid: () => undefined,
    onSealed: (digest) => void sealed.add(digest),
    reportDefect: (_call, defect) => {
      throw defect;
    },
  });
  const parts = { workspace, boardName, ledgerFolder: ledger, acting, model, renumberings, newsroom, now };
  let open = true;
  const pass = (ms: Ms): void => void (at += ms);
  const request = (change: string): string => {
    const body = requestOf({ change, requester: person });
    const row = scribe.say({ what: 'submit', subject: change, statements: [{ kind: 'request', body }] });
    return outbox.list(boardName).find((each) => each.row === row)?.files[0]?.path ?? '';
  };
  return {
    folder,
    ledger,
    sync,
    scribe,
    writer,
    model,
    workspace,
    renumberings,
    lockKey: (next) => void (lock = next),
    reissue: createReissue({ ...parts, scribe, isSending: writer.isSending }),
    now,
    pass,
    request,
    say: (change) => {
      const path = request(change);
      pass(9_000);
      return path;
    },
    counted: (kinds = ['request']) => countedPaths(model, catalog, kinds),
    digest: () => catalogDigest(catalogFile),
    close: async () => {
      if (!open) return;
      open = false;
      await sync.close();
      catalog.close();
      workspace.close();
    },
  };
}

/** As `syncDesk`, in a folder of its own, closed when the test ends. */
export async function openSyncDesk(
  t: TestContext,
  given: Omit<SyncDeskGiven, 'folder'> & { readonly folder?: string },
): Promise<SyncDesk> {
  const desk = await syncDesk({ folder: tempFolder(t, 'desk'), ...given });
  t.after(() => desk.close());
  return desk;
}

function countedPaths(
  model: BoardModel,
  catalog: Awaited<ReturnType<typeof openCatalog>>,
  kinds: readonly Kind[],
): readonly string[] {
  return kinds
    .flatMap((kind) => catalog.records.ofKind(kind))
    .map(({ path }) => path)
    .filter((path) => !model.isUnsent(path))
    .toSorted();
}

function actingAs(person: string, key: string, beforeSigning: Lock): Acting {
  const member = people.find((each) => each.person === person);
  if (!member) throw new Error(`nobody is called ${person}`);
  const { fingerprint, publicKey, sign } = signerNamed(key);
  const locked: typeof sign = (...message) => {
    beforeSigning();
    return sign(...message);
  };
  return {
    person: () => person,
    member: () => member,
    reader: () => member,
    key: () => ({ fingerprint, publicKey, place: 'private-file', sign: locked }),
    could: () => [member],
    actAs: () => undefined,
  };
}
