import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import type { Sealed } from '../../shared/record/seal.ts';
import { toMs } from '../../shared/time/instant.ts';
import { REMOTE_MAIN } from '../git/fetchLine.ts';
import { landCommit, pathsAt } from '../git/landCommit.ts';
import { openForCheck } from '../git/openForCheck.ts';
import { pushLine } from '../git/pushLine.ts';
import { runGit } from '../git/runGit.ts';
import { verifySshsig } from '../seal/sshsig.ts';
import { contactLine, type Contact } from './contactLine.ts';

/** `moved`: somebody else was faster, or nobody answered and it is not on the line: it may be tried again. */
export type Landing = { readonly landed: CommitId } | 'moved';

/**
 * Puts a receipt on the line, on this very head and nowhere else.
 *
 * Before anything leaves this machine the receipt is read back as every reader will: one that would not count is no
 * lock. A push whose answer does not come is looked for on the line.
 *
 * @throws TidegateError `not-entitled` when it would not count; else in the words of `pushLine`
 */
export async function landReceipt(
  { ledger, root }: { readonly ledger: string; readonly root: string },
  { record, path, text }: Sealed<'receipt'>,
  { head, isRemote }: Contact,
): Promise<Landing> {
  const author = { name: record.signed.by, email: `${record.signed.by}@tidegate.invalid` };
  const message = `Receipt of ${record.body.change}: ${record.body.event}`;
  const draft = { parent: head, files: [{ path, text }], message, author, at: toMs(record.signed.at) };
  const { commit, landing } = await landCommit(ledger, draft);
  try {
    const { file } = await openForCheck(ledger, commit, { root, change: record.body.change, verify: verifySshsig });
    if (!file?.receipts.some(({ record: { id } }) => id === record.id))
      throw new TidegateError('not-entitled', { person: record.signed.by, why: 'its receipts do not count here' });
    return isRemote ? await pushOnto(ledger, { commit, head, path }) : await moveMain(ledger, commit, head);
  } finally {
    await runGit(ledger, ['update-ref', '-d', landing]);
  }
}

interface Push {
  readonly commit: CommitId;
  readonly head: CommitId;
  readonly path: string;
}

async function pushOnto(ledger: string, { commit, head, path }: Push): Promise<Landing> {
  try {
    await pushLine(ledger, { commit });
    await runGit(ledger, ['update-ref', REMOTE_MAIN, commit]);
    return { landed: commit };
  } catch (error) {
    if (!(error instanceof TidegateError)) throw error;
    // Whatever was said about the push: the line tells whether it happened.
    const now = await contactLine(ledger);
    if ((await pathsAt(ledger, now.head, [path])).length > 0) return { landed: commit };
    if (now.head !== head || again.has(error.code)) return 'moved';
    throw error;
  }
}

/** Refusals that the next try may not meet. */
const again: ReadonlySet<string> = new Set(['remote-moved', 'remote-unreachable', 'git-failed']);

/** Without a remote, `main` of this copy is the line. */
async function moveMain(ledger: string, commit: CommitId, head: CommitId): Promise<Landing> {
  try {
    await runGit(ledger, ['update-ref', 'refs/heads/main', commit, head]);
    return { landed: commit };
  } catch (error) {
    if ((await contactLine(ledger)).head !== head) return 'moved';
    throw error;
  }
}
