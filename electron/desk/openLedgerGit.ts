import { TidegateError } from '../../shared/errors.ts';
import { readLine } from '../git/readLine.ts';
import { headOf } from '../git/repository.ts';
import { runGit } from '../git/runGit.ts';
import { writeCommit } from '../git/writeCommit.ts';
import type { LedgerGit } from './ledgerGit.ts';

/** The bare repository in this folder, by the system's Git. */
export function openLedgerGit(folder: string): LedgerGit {
  return {
    head: () => headOf(folder),
    read: (range) => readLine(folder, range),
    write: (commit) => writeCommit(folder, commit),
    remote: async () => {
      try {
        const { stdout } = await runGit(folder, ['config', '--get', 'remote.origin.url']);
        // A password in an address is nobody's to see.
        return (
          stdout
            .toString()
            .trim()
            .replaceAll(/:\/\/[^@/\s]+@/g, '://') || null
        );
      } catch (error) {
        if (error instanceof TidegateError && error.facts['status'] === 1) return null;
        throw error;
      }
    },
  };
}
