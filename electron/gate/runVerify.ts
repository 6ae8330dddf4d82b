import { TidegateError } from '../../shared/errors.ts';
import { safeText } from '../../shared/gate/safeText.ts';
import { createReplay } from '../../shared/ledger/replay.ts';
import type { Problem } from '../../shared/ledger/standing.ts';
import type { Replay } from '../../shared/ledger/line.ts';
import { kinds } from '../../shared/record/kinds.ts';
import { readLine } from '../git/readLine.ts';
import { runGit } from '../git/runGit.ts';
import { verifySshsig } from '../seal/sshsig.ts';
import { exitCodes } from './exitCodes.ts';
import { runProofs, type Proof } from './proofs.ts';
import type { Place } from './readArguments.ts';
import { requireCommit } from './resolveCommit.ts';

export interface Verified {
  readonly text: string;
  readonly exitCode: number;
}

/** A log is no place for thousands of lines; the rest is counted. */
const MOST_LINES = 50;

/**
 * Is every record of the ledger what it was, up to this commit?
 * Reads the whole line from its first commit, trusts no checkpoint, checks every signature, and runs the auditor's two
 * commands. What was set aside never counted and fails nothing; what is signed and cannot be understood does.
 */
export async function runVerify({ ledger, root, commit: named }: Place): Promise<Verified> {
  const commit = await requireCommit(ledger, named);
  const { stdout } = await runGit(ledger, ['rev-parse', '--is-shallow-repository']);
  if (stdout.toString().trim() === 'true') {
    return failed(commit, ['this clone is shallow: git fetch --unshallow, then verify again']);
  }
  const replay = createReplay({ verify: verifySshsig, root });
  const standingByPath = new Map<string, string>();
  let commits = 0;
  for await (const next of readLine(ledger, { to: commit })) {
    commits += 1;
    for (const standing of replay.apply(next)) {
      if (standing.standing === 'counted') standingByPath.set(standing.filed.path, standing.filed.record.kind);
      else standingByPath.delete('problem' in standing ? standing.problem.path : standing.filed.path);
    }
  }
  const proofs = await runProofs(ledger, commit);
  const problems = replay.problems();
  const failures = failuresOf(replay, problems, proofs);
  const name = nameOf(replay);
  const lines = [
    ...(name === null ? [] : [`ledger      ${safeText(name)}`]),
    `commit      ${commit}`,
    `commits     ${commits}`,
    `root        ${root}`,
    ...countLines([...standingByPath.values()]),
    ...problemLines(problems),
    ...proofs.flatMap(proofLines),
    '',
  ];
  const end = failures.length === 0 ? 'verified' : `not verified: ${failures.join('; ')}`;
  return {
    text: `${lines.join('\n')}\n${end}\n`,
    exitCode: failures.length === 0 ? exitCodes.allow : exitCodes.indeterminate,
  };
}

function failed(commit: string, failures: readonly string[]): Verified {
  return {
    text: `commit      ${commit}\n\nnot verified: ${failures.join('; ')}\n`,
    exitCode: exitCodes.indeterminate,
  };
}

function nameOf(replay: Replay): string | null {
  try {
    const { identity } = replay.board();
    return identity.sample ? `${identity.name} (a sample)` : identity.name;
  } catch (error) {
    if (error instanceof TidegateError) return null; // the first commit could not be read; the halt says why
    throw error;
  }
}

function countLines(found: readonly string[]): string[] {
  const rows = kinds.flatMap((kind) => {
    const count = found.filter((each) => each === kind).length;
    return count === 0 ? [] : [`  ${kind.padEnd(12)}${String(count).padStart(8)}`];
  });
  return [`records     ${found.length} count`, ...rows];
}

function problemLines(problems: readonly Problem[]): string[] {
  const rows = problems.slice(0, MOST_LINES).map(({ path, reason, detail, commit, unreadable }) => {
    const what = unreadable ? 'cannot be understood' : 'set aside';
    const more = detail === '' ? '' : `: ${safeText(detail, 120)}`;
    return `  ${what}, ${reason}: ${safeText(path)} in ${commit.slice(0, 12)}${more}`;
  });
  const rest = problems.length > rows.length ? [`  and ${problems.length - rows.length} more`] : [];
  return [`problems    ${problems.length}`, ...rows, ...rest];
}

function proofLines({ command, lines }: Proof): string[] {
  const shown = lines.slice(0, MOST_LINES).map((line) => `  ${safeText(line)}`);
  return ['', `$ ${command}`, ...(lines.length === 0 ? ['  (nothing, as it must be)'] : shown)];
}

function failuresOf(replay: Replay, problems: readonly Problem[], proofs: readonly Proof[]): string[] {
  const halt = replay.halt();
  const unreadable = problems.filter((problem) => problem.unreadable).length;
  const accepted = acceptedMerges(replay);
  const [merges = 0, altered = 0] = proofs.map((proof) => unexplained(proof, accepted));
  return [
    ...(halt ? [`the line breaks at ${halt.commit.slice(0, 12)}: ${halt.why.replaceAll('-', ' ')}`] : []),
    ...(unreadable > 0 ? [`${unreadable} signed records cannot be understood`] : []),
    ...(merges > 0 ? [`${merges} commits have two parents`] : []),
    ...(altered > 0 ? [`${altered} entries were altered`] : []),
  ];
}

/** Lines that no accepted merge explains; a raw line belongs to the abbreviated commit above it. */
function unexplained({ lines }: Proof, accepted: readonly string[]): number {
  let commit = '';
  let count = 0;
  for (const line of lines) {
    if (!line.startsWith(':')) commit = line;
    const explained = accepted.some((heal) => heal.startsWith(commit));
    const isEntry = line.startsWith(':') || line.length >= 40;
    if (isEntry && !explained) count += 1;
  }
  return count;
}

/** Commits with two parents that the admins have accepted. */
function acceptedMerges(replay: Replay): readonly string[] {
  try {
    return replay.board().identity.heals ?? [];
  } catch (error) {
    if (error instanceof TidegateError) return [];
    throw error;
  }
}
