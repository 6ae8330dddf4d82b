import { TidegateError } from '../../../shared/errors.ts';
import type { CommitId } from '../../../shared/ids.ts';
import { fetchBranches, REMOTE_MAIN } from '../../git/fetchLine.ts';
import { landCommit, LANDINGS, pathsAt } from '../../git/landCommit.ts';
import { pushLine } from '../../git/pushLine.ts';
import { runGit } from '../../git/runGit.ts';
import { isAlive } from '../../host/homeLock.ts';
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
const ATTACHMENTS = ['refs/heads/attachments', 'refs/remotes/origin/attachments'];

type Refs = ReadonlyMap<string, CommitId>;

/** The line in this bare clone and at its `origin`, by the system's Git. */
export function openRemoteLine(folder: string): RemoteLine {
  /** As they stood after the last fetch, and as they were moved since: a round asks for them often. */
  let refs: Refs | null = null;
  /** The commit that the remote's head stands on: mostly ours, and then nothing need be asked about the line between. */
  let theirParent: CommitId | null = null;
  /** What the remote calls `main` is a commit, as it is everywhere but on a server where somebody put it there by hand. */
  let isLine = true;
  const list = async (format: string): Promise<readonly (readonly string[])[]> => {
    const places = ['refs/heads', 'refs/remotes/origin', 'refs/tidegate'];
    const { stdout } = await runGit(folder, ['for-each-ref', `--format=${format}`, ...places]);
    const lines = stdout.toString().split('\n').filter(Boolean);
    return lines.map((line) => line.split(' '));
  };
  const read = async (): Promise<Refs> => {
    // A branch that points at nothing can be listed, only its parents cannot.
    const plain = '%(refname) %(objectname) %(objecttype)';
    const rows = await list(`${plain} %(parent)`).catch(() => list('%(refname) %(objectname)'));
    const [, , type = 'commit', parent = null] = rows.find(([ref]) => ref === REMOTE_MAIN) ?? [];
    theirParent = parent;
    isLine = type === 'commit';
    return new Map(rows.map(([ref = '', commit = '']) => [ref, commit]));
  };
  const known = async (): Promise<Refs> => (refs ??= await read());
  const under = async (prefix: string): Promise<readonly (readonly [string, CommitId])[]> =>
    [...(await known())].filter(([ref]) => ref.startsWith(prefix));
  const move = async (...orders: readonly string[]): Promise<void> => {
    const before = refs;
    refs = null;
    await runGit(folder, ['update-ref', '--stdin'], { input: `start\n${orders.join('\n')}\nprepare\ncommit\n` });
    refs = before && moved(before, orders);
    if (refs?.get(REMOTE_MAIN) !== before?.get(REMOTE_MAIN)) theirParent = null;
  };

  return {
    main: async () => {
      const head = (await known()).get(MAIN);
      if (head === undefined) throw new TidegateError('board-unreadable');
      return head;
    },
    held: async () => {
      const held = (await known()).get(HELD);
      if (held !== undefined) return held;
      // A clone that was made a moment ago knows only what it fetched.
      const fetched = (await known()).get(REMOTE_MAIN) ?? null;
      if (fetched !== null) await move(`update ${HELD} ${fetched}`);
      return fetched;
    },
    fetch: async (options) => {
      const { clock } = await fetchBranches(folder, { ...options, maintained: true });
      refs = await read();
      if (!isLine) throw new TidegateError('remote-not-a-board', { why: 'no-line' });
      return { head: refs.get(REMOTE_MAIN) ?? null, clock };
    },
    stand: async (ends) =>
      ends.theirs !== null && refs?.get(REMOTE_MAIN) === ends.theirs && theirParent === ends.main
        ? { how: 'behind', commits: 1 }
        : lineStand(folder, ends),
    follow: (from, to) => move(`update ${MAIN} ${to} ${from}`, `update ${HELD} ${to}`),
    noteHeld: (commit) => move(`update ${HELD} ${commit}`),
    setAside: (ours, theirs) =>
      move(`update ${OWN}${ours} ${ours}`, `update ${MAIN} ${theirs} ${ours}`, `update ${HELD} ${theirs}`),
    ownCommits: async (on) => {
      const commits = [];
      for (const [, own] of await under(OWN)) commits.push(...(await readOwnCommits(folder, { own, on })));
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
      const done = [...landings, ...(await under(OWN)).map(([ref]) => ref)].map((ref) => `delete ${ref}`);
      const level = [MAIN, HELD, REMOTE_MAIN].map((ref) => `update ${ref} ${tip}${ref === MAIN ? ` ${from}` : ''}`);
      await move(...level, ...done);
    },
    attach: async (options) => {
      const there = [...(await known()).keys()].some((ref) => ATTACHMENTS.includes(ref));
      if (!there) return;
      await levelAttachments(folder, options);
      refs = null;
    },
    tidy: async () => {
      const left = (await under(LANDINGS)).filter(([ref]) => !isAnothers(ref));
      if (left.length > 0) await move(...left.map(([ref]) => `delete ${ref}`));
    },
    describe: (ends) => describeRewrite(folder, ends),
    addedBy: async (path) => {
      if ((await pathsAt(folder, MAIN, [path])).length === 0) return null;
      const { stdout } = await runGit(folder, ['rev-list', '--max-count=1', MAIN, '--', path]);
      return stdout.toString().trim();
    },
  };
}

/** The refs after these orders of `git update-ref --stdin` have been carried out. */
function moved(refs: Refs, orders: readonly string[]): Refs {
  const after = new Map(refs);
  for (const [what, ref = '', commit = ''] of orders.map((order) => order.split(' '))) {
    if (what === 'update') after.set(ref, commit);
    else after.delete(ref);
  }
  return after;
}

/** Does a process that still runs, and is not this one, own this landing? An import command may. */
function isAnothers(landing: string): boolean {
  const pid = Number(landing.slice(LANDINGS.length).split('-', 1)[0]);
  return pid !== process.pid && isAlive(pid);
}
