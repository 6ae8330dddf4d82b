import { isShallow } from '../git/cloneFacts.ts';
import type { Verification } from '../git/verifyLine.ts';
import { verifyToEnd } from '../git/verifyToEnd.ts';
import { verifySshsig } from '../seal/sshsig.ts';
import { exitCodes } from './exitCodes.ts';
import { runProofs, unexplained, type Proof } from './proofs.ts';
import type { Place } from './argumentParts.ts';
import { requireCommit } from './resolveCommit.ts';
import { tellVerified } from './tellVerified.ts';

export interface Verified {
  readonly text: string;
  readonly exitCode: number;
}

/**
 * Is every record of the ledger what it was, up to this commit?
 * Reads the whole line from its first commit, trusts no checkpoint, checks every signature, and runs the auditor's two
 * commands. What was set aside never counted and fails nothing; what is signed and cannot be understood does.
 */
export async function runVerify({ ledger, root, commit: named }: Place): Promise<Verified> {
  const commit = await requireCommit(ledger, named);
  if (await isShallow(ledger)) {
    const text = `commit      ${commit}\n\nnot verified: this clone is shallow: git fetch --unshallow, then verify again\n`;
    return { text, exitCode: exitCodes.indeterminate };
  }
  const verification = await verifyToEnd(ledger, { to: commit, root, verify: verifySshsig });
  const proofs = await runProofs(ledger, commit);
  const failures = failuresOf(verification, proofs);
  return {
    text: tellVerified({ verification, root, proofs, failures }),
    exitCode: failures.length === 0 ? exitCodes.allow : exitCodes.indeterminate,
  };
}

function failuresOf({ halt, problems, board, falseCheckpoints }: Verification, proofs: readonly Proof[]): string[] {
  const unreadable = problems.filter((problem) => problem.unreadable).length;
  const [merges = 0, altered = 0] = proofs.map((proof) => unexplained(proof, board?.identity.heals ?? []));
  return [
    ...(halt ? [`the line breaks at ${halt.commit.slice(0, 12)}: ${halt.why.replaceAll('-', ' ')}`] : []),
    ...(unreadable > 0 ? [`${unreadable} signed records cannot be understood`] : []),
    ...(falseCheckpoints.length > 0 ? [`checkpoints that vouch for something else: ${falseCheckpoints.length}`] : []),
    ...(merges > 0 ? [`${merges} commits have two parents`] : []),
    ...(altered > 0 ? [`${altered} entries were altered`] : []),
  ];
}
