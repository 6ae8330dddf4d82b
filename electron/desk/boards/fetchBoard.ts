import { mkdirSync } from 'node:fs';
import type { JoinedBoard } from '../../../shared/api/boardCalls.ts';
import { TidegateError } from '../../../shared/errors.ts';
import type { Fingerprint } from '../../../shared/ids.ts';
import { createReplay, restoreReplay } from '../../../shared/ledger/replay.ts';
import { openCatalog } from '../../catalog/openCatalog.ts';
import { cloneLedger } from '../../git/cloneLedger.ts';
import { plainAddress } from '../../git/remoteAddress.ts';
import type { GitProgress } from '../../git/remoteWords.ts';
import { runGit } from '../../git/runGit.ts';
import type { BoardFolder } from '../boardFolder.ts';
import { createAheadChecker } from '../checkAhead.ts';
import type { Progress } from '../jobs.ts';
import type { LedgerGit } from '../ledgerGit.ts';
import { createLineFollower } from '../lineFollower.ts';
import { openLedgerGit } from '../openLedgerGit.ts';

const PHASES: Readonly<Record<GitProgress['phase'], string>> = {
  count: 'Counting',
  receive: 'Fetching',
  resolve: 'Unpacking',
  send: 'Sending',
};
const SHOWN_ADMINS = 5;

/**
 * Fetches the board at an address into `folder` and checks every signature on its line. What it finds is for a person
 * to confirm: nothing is pinned here.
 *
 * @param root the fingerprint that its root key must have, when the person was given one beforehand
 * @throws TidegateError `remote-not-a-board`, `root-mismatch`, or in the words of `remoteFailure`
 */
export async function fetchBoard(
  folder: BoardFolder,
  given: { readonly address: string; readonly root: Fingerprint | null },
  { signal, say }: Progress,
): Promise<Omit<JoinedBoard, 'job' | 'already'>> {
  const { address, root } = given;
  mkdirSync(folder.home, { recursive: true, mode: 0o700 });
  say('Reaching the address', 0, 0);
  const head = await cloneLedger(address, folder.ledger, {
    signal,
    progress: ({ phase, done, total }) => say(PHASES[phase], done, total),
  });
  const { stdout } = await runGit(folder.ledger, ['rev-list', '--count', '--first-parent', head, '--']);
  const commits = Number(stdout.toString());
  const catalog = await openCatalog(folder.catalog);
  try {
    const checker = createAheadChecker();
    const git = openLedgerGit(folder.ledger);
    const verification = { verify: checker.verify, ...(root === null ? {} : { root }) };
    const line = createLineFollower({
      git: counted({ ...git, read: (range) => checker.ahead(git.read(range)) }, (done) => {
        signal.throwIfAborted();
        say('Checking signatures', done, commits);
      }),
      catalog,
      keepFresh: false,
      maker: {
        create: () => createReplay(verification),
        restore: (saved) => restoreReplay(saved, verification),
      },
    });
    await line.catchUp().catch((error: unknown) => {
      const isNone = error instanceof TidegateError && error.code === 'board-unreadable';
      throw isNone ? new TidegateError('remote-not-a-board', error.facts, error) : error;
    });
    const halt = line.replay().halt();
    const board = line.replay().board();
    const admins = board.roster.people.filter(({ roles }) =>
      roles.some(({ role, ended }) => role === 'admin' && ended === undefined),
    );
    return {
      address: plainAddress(address.trim()),
      title: board.identity.name,
      sample: board.identity.sample,
      ledger: board.ledger,
      rootFingerprint: board.rootFingerprint,
      rootExpected: root !== null,
      people: board.roster.people.length,
      admins: admins.slice(0, SHOWN_ADMINS).map(({ name }) => name),
      commits,
      setAside: line.replay().problems().length,
      halted: halt?.why ?? null,
    };
  } finally {
    catalog.close();
  }
}

/** Tells how many commits have been read. */
function counted(git: LedgerGit, tell: (done: number) => void): LedgerGit {
  return {
    ...git,
    read: async function* (range) {
      let done = 0;
      for await (const commit of git.read(range)) {
        tell((done += 1));
        yield commit;
      }
    },
  };
}
