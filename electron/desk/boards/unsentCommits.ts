import { REMOTE_MAIN } from '../../git/fetchLine.ts';
import { headOf } from '../../git/repository.ts';
import { runGit } from '../../git/runGit.ts';

/** How many commits of this machine's line the remote is not known to have; 0 for a ledger that cannot be read. */
export async function unsentCommits(ledger: string): Promise<number> {
  try {
    const [ours, theirs] = [await headOf(ledger), await headOf(ledger, REMOTE_MAIN)];
    if (ours === null) return 0;
    const range = theirs === null ? [ours] : [ours, `^${theirs}`];
    const { stdout } = await runGit(ledger, ['rev-list', '--count', ...range, '--']);
    return Number(stdout.toString());
  } catch {
    return 0;
  }
}
