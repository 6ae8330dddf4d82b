import { safeText } from '../../shared/gate/safeText.ts';
import type { Problem } from '../../shared/ledger/standing.ts';
import { kinds } from '../../shared/record/kinds.ts';
import type { Verification } from '../git/verifyLine.ts';
import type { Proof } from './proofs.ts';

/** A log is no place for thousands of lines; the rest is counted. */
const MOST_LINES = 50;

/** The result of a full verification, line by line; the last line is `verified`, or what failed. */
export function tellVerified(given: {
  readonly verification: Verification;
  readonly root: string;
  readonly proofs: readonly Proof[];
  readonly failures: readonly string[];
}): string {
  const { verification, root, proofs, failures } = given;
  const { board, head, commits, counts, problems, falseCheckpoints } = verification;
  const sample = board?.identity.sample ? ', a sample' : '';
  return `${[
    ...(board ? [`ledger      ${safeText(board.identity.name)}${sample}`] : []),
    `commit      ${head}`,
    `commits     ${commits}`,
    `root        ${root}`,
    ...countLines(counts),
    ...problemLines(problems),
    ...falseCheckpoints.map((path) => `  vouches for something else: ${safeText(path)}`),
    ...proofs.flatMap(proofLines),
    '',
    failures.length === 0 ? 'verified' : `not verified: ${failures.join('; ')}`,
  ].join('\n')}\n`;
}

function countLines(counts: Verification['counts']): string[] {
  const found = kinds.map((kind) => ({ kind, count: counts[kind] ?? 0 }));
  const total = found.reduce((sum, { count }) => sum + count, 0);
  const rows = found.filter(({ count }) => count > 0);
  return [
    `records     ${total} count`,
    ...rows.map(({ kind, count }) => `  ${kind.padEnd(12)}${String(count).padStart(8)}`),
  ];
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
