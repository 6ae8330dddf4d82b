const ROOTS = 'ledger roster policy services sites windows templates changes meetings people checkpoints schemas';

/** Two commands that print nothing as long as the ledger has only grown. */
export function proofCommands(ledgerFolder: string): string[] {
  const git = `git -C ${quoted(ledgerFolder)}`;
  return [
    `${git} rev-list --min-parents=2 HEAD`,
    `${git} log -m --no-renames --diff-filter=a --raw --format=%h HEAD -- ${ROOTS}`,
  ];
}

/** Quoted for a shell when it has to be; a folder's name may hold anything. */
export function quoted(path: string): string {
  return /^[\w./@:+-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
