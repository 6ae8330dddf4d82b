import type { Halt } from '../../shared/ledger/standing.ts';

const ROOTS = 'ledger roster policy services sites windows templates changes meetings people checkpoints schemas';

/** Two commands that print nothing as long as the ledger has only grown. */
export function proofCommands(ledgerFolder: string): string[] {
  const git = `git -C ${quoted(ledgerFolder)}`;
  return [
    `${git} rev-list --min-parents=2 HEAD`,
    `${git} log -m --no-renames --diff-filter=a --raw --format=%h HEAD -- ${ROOTS}`,
  ];
}

/** Shows what a merge brought in, and heals it when an admin's key is added; null for what nothing heals. */
export function healCommand({ why, paths }: Halt, ledgerFolder: string): string | null {
  return why === 'merge' && paths.length === 0 ? `npm run heal -- --ledger ${quoted(ledgerFolder)}` : null;
}

/** Quoted for a shell when it has to be; a folder's name may hold anything. */
export function quoted(path: string): string {
  return /^[\w./@:+-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
