import { TidegateError } from '../../../shared/errors.ts';
import type { CommitId } from '../../../shared/ids.ts';
import { fetchLine, REMOTE_MAIN } from '../../git/fetchLine.ts';
import { landCommit, LANDINGS, pathsAt } from '../../git/landCommit.ts';
import { pushLine } from '../../git/pushLine.ts';
import { headOf } from '../../git/repository.ts';
import { runGit } from '../../git/runGit.ts';
import { describeRewrite } from './describeRewrite.ts';
import { levelAttachments } from './levelAttachments.ts';
import { lineStand } from './lineStand.ts';
import { readOwnCommits } from './ownCommits.ts';
import type { RemoteLine } from './remoteLine.ts';

const MAIN = 'refs/heads/main';
/** The newest commit of the line that the remote is known to have held. */
const HELD = 'refs/tidegate/held';
/** Heads of lines of our own that split off and are to be made again. */
const OWN = 'refs/tidegate/own/';

/** The line in this bare clone and at its `origin`, by the system's Git. */
export function openRemoteLine(folder: string): RemoteLine {
  const move = (...orders: readonly string[]): Promise<unknown> =>
    runGit(folder, ['update-ref', '--stdin'], { input: `start\n${orders.join('\n')}\nprepare\ncommit\n` });
  const refsUnder = async (prefix: string): Promise<readonly { readonly ref: string; readonly commit: CommitId }[]> => {
    const { stdout } = await runGit(folder, ['for-each-ref', '--format=%(refname) %(objectname)', prefix]);
    const lines = stdout.toString().split('\n').filter(Boolean);
    return lines.map((line) => line.split(' ')).map(([ref = '', commit = '']) => ({ ref, commit }));
  };
  const main = async (): Promise<CommitId> => {
    const head = await headOf(folder, MAIN);
    if (head === null) throw new TidegateError('board-unreadable');
    return head;
  };

  return {
    main,
    held: async () => {
      const held = await headOf(folder, HELD);
      if (held !== null) return held;
      // A clone that was made a moment ago knows only what it fetched.
      const fetched = await headOf(folder, REMOTE_MAIN);
      if (fetched !== null) await move(`update ${HELD} ${fetched}`);
      return fetched;
    },
    fetch: (options) => fetchLine(folder, options),
    stand: (ends) => lineStand(folder, ends),
    count: async (from, to) => {
      const { stdout } = await runGit(folder, ['rev-list', '--first-parent', '--count', `${from}..${to}`, '--']);
      return Number(stdout.toString());
    },
    follow: async (from, to) => {
      await move(`update ${MAIN} ${to} ${from}`, `update ${HELD} ${to}`);
    },
    noteHeld: async (commit) => {
      await move(`update ${HELD} ${commit}`);
    },
    setAside: async (ours, theirs) => {
      await move(`update ${OWN}${ours} ${ours}`, `update ${MAIN} ${theirs} ${ours}`, `update ${HELD} ${theirs}`);
    },
    ownCommits: async (on) => {
      const kept = await refsUnder(OWN);
      const commits = [];
      for (const { commit } of kept) commits.push(...(await readOwnCommits(folder, { own: commit, on })));
      return commits;
    },
    land: async (drafts, on) => {
      const landings: string[] = [];
      let tip = on;
      for (const draft of drafts) {
        const landed = await landCommit(folder, { ...draft, parent: tip });
        tip = landed.commit;
        landings.push(landed.landing);
      }
      return { tip, landings };
    },
    push: (commit, options) => pushLine(folder, { ...options, commit }),
    advance: async (from, { tip, landings }) => {
      const own = await refsUnder(OWN);
      const done = [...landings, ...own.map(({ ref }) => ref)].map((ref) => `delete ${ref}`);
      const level = [MAIN, HELD, REMOTE_MAIN].map((ref) => `update ${ref} ${tip}${ref === MAIN ? ` ${from}` : ''}`);
      await move(...level, ...done);
    },
    attach: (options) => levelAttachments(folder, options),
    tidy: async () => {
      const left = (await refsUnder(LANDINGS)).filter(({ ref }) => !isAnothers(ref));
      if (left.length > 0) await move(...left.map(({ ref }) => `delete ${ref}`));
    },
    describe: (ends) => describeRewrite(folder, ends),
    addedBy: async (path) => {
      if ((await pathsAt(folder, MAIN, [path])).length === 0) return null;
      const { stdout } = await runGit(folder, ['rev-list', '--max-count=1', MAIN, '--', path]);
      return stdout.toString().trim();
    },
  };
}

/** Does a process that still runs, and is not this one, own this landing? An import command may. */
function isAnothers(landing: string): boolean {
  const pid = Number(landing.slice(LANDINGS.length).split('-', 1)[0]);
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
