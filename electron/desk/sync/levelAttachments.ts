import type { CommitId } from '../../../shared/ids.ts';
import { TidegateError } from '../../../shared/errors.ts';
import { fetchLine } from '../../git/fetchLine.ts';
import { pushLine } from '../../git/pushLine.ts';
import { headOf } from '../../git/repository.ts';
import { runGit } from '../../git/runGit.ts';
import type { RemoteOptions } from '../../git/runRemoteGit.ts';

const BRANCH = 'attachments';
const OURS = `refs/heads/${BRANCH}`;
const THEIRS = `refs/remotes/origin/${BRANCH}`;
/** What the remote was last known to hold. What it held then and lacks now was erased, and stays erased. */
const HELD = `refs/tidegate/${BRANCH}`;
/** `ab/` and the whole SHA-256 of the content, in hexadecimal. */
const ATTACHMENT = /^([0-9a-f]{2})\/\1[0-9a-f]{62}$/;
const MOST_RACES = 5;
const landing = `refs/tidegate/landing/${process.pid}-${BRANCH}`;

/**
 * Brings the attachments branch level with the remote as it was fetched a moment ago: theirs, and on top of it what
 * was attached here and never sent. Names say what is inside, so that two desks can never disagree about a file.
 *
 * @throws TidegateError in the words of `remoteFailure`
 */
export async function levelAttachments(folder: string, options: RemoteOptions): Promise<void> {
  for (let lost = 0; ; lost += 1) {
    const [ours, theirs, held] = [await headOf(folder, OURS), await headOf(folder, THEIRS), await headOf(folder, HELD)];
    if (ours === theirs && held === theirs) return;
    const tip = await unionOf(folder, { ours, theirs, held });
    if (tip === null) return;
    try {
      if (tip !== theirs) await pushLine(folder, { ...options, commit: tip, branch: BRANCH });
      const level = [OURS, THEIRS, HELD].map((ref) => `update ${ref} ${tip}\n`).join('');
      await runGit(folder, ['update-ref', '--stdin'], { input: level });
      return;
    } catch (error) {
      if (!(error instanceof TidegateError && error.code === 'remote-moved') || lost >= MOST_RACES) throw error;
      await fetchLine(folder, options);
    }
  }
}

async function unionOf(
  folder: string,
  { ours, theirs, held }: Readonly<Record<'ours' | 'theirs' | 'held', CommitId | null>>,
): Promise<CommitId | null> {
  if (ours === null || theirs === null) return theirs ?? ours;
  const [mine, known, there] = [
    await filesAt(folder, ours),
    await filesAt(folder, held),
    await filesAt(folder, theirs),
  ];
  // What was put here in place of a false file is fresh as well; what gave way to another at the remote was erased.
  const fresh = [...mine].filter(([path, blob]) => known.get(path) !== blob && there.get(path) !== blob);
  if (fresh.length === 0) return theirs;
  const who = `Tidegate <attachments@tidegate.invalid> ${Math.floor(Date.now() / 1_000)} +0000`;
  const { stdout } = await runGit(folder, ['fast-import', '--quiet', '--force', '--done'], {
    input: [
      `commit ${landing}\nmark :1\nauthor ${who}\ncommitter ${who}\ndata 10\nAttached\n\n\nfrom ${theirs}\n`,
      ...fresh.map(([path, blob]) => `M 100644 ${blob} ${path}\n`),
      '\nget-mark :1\ndone\n',
    ],
  });
  return stdout.toString().trim();
}

/** Attachments at a commit: blob by path. Anything else on the branch is nobody's. */
async function filesAt(folder: string, commit: CommitId | null): Promise<ReadonlyMap<string, string>> {
  if (commit === null) return new Map();
  const { stdout } = await runGit(folder, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  const entries = stdout.toString().split('\0').filter(Boolean);
  return new Map(
    entries.flatMap((entry) => {
      const [, mode, blob = '', path = ''] = /^(\d+) \w+ (\w+)\t(.*)$/s.exec(entry) ?? [];
      return mode === '100644' && ATTACHMENT.test(path) ? [[path, blob] as const] : [];
    }),
  );
}
