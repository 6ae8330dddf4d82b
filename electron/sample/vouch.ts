import type { CommitId, Fingerprint } from '../../shared/ids.ts';
import { createCensus } from '../../shared/ledger/census.ts';
import { createReplay } from '../../shared/ledger/replay.ts';
import type { CheckpointBody } from '../../shared/record/body/ledgerBody.ts';
import { TidegateError } from '../../shared/errors.ts';
import { readLine } from '../git/readLine.ts';
import { verifySshsig } from '../seal/sshsig.ts';

/**
 * What does a full verification of this line, trusting nothing, let an auditor vouch for?
 * @throws TidegateError `ledger-halted` when the line is broken
 */
export async function vouchFor(folder: string, to: CommitId, root: Fingerprint): Promise<CheckpointBody> {
  const replay = createReplay({ verify: verifySshsig, root });
  const census = createCensus();
  for await (const commit of readLine(folder, { to })) census.note(replay.apply(commit));
  const halt = replay.halt();
  if (halt) throw new TidegateError('ledger-halted', { commit: halt.commit, why: halt.why });
  return census.checkpointBody(replay);
}
