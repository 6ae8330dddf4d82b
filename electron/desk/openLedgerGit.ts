import { TidegateError } from '../../shared/errors.ts';
import type { LineCommit } from '../../shared/ledger/line.ts';
import { asDamage } from '../git/ledgerDamage.ts';
import { putBack } from '../git/putBack.ts';
import { readLine } from '../git/readLine.ts';
import { plainAddress } from '../git/remoteAddress.ts';
import { headOf } from '../git/repository.ts';
import { runGit } from '../git/runGit.ts';
import { writeCommit } from '../git/writeCommit.ts';
import type { LedgerGit } from './ledgerGit.ts';

/** The bare repository in this folder, by the system's Git. */
export function openLedgerGit(folder: string): LedgerGit {
  return {
    head: () => headOf(folder).catch(throwDamage),
    read: (range) => readSound(folder, range),
    write: (commit) => writeCommit(folder, commit).catch(throwDamage),
    putBack: (commit) => putBack(folder, commit).catch(throwDamage),
    remote: async () => {
      try {
        const { stdout } = await runGit(folder, ['config', '--get', 'remote.origin.url']);
        // A password in an address is nobody's to see.
        return plainAddress(stdout.toString().trim()) || null;
      } catch (error) {
        if (error instanceof TidegateError && error.facts['status'] === 1) return null;
        throw error;
      }
    },
  };
}

async function* readSound(folder: string, range: Parameters<LedgerGit['read']>[0]): AsyncIterable<LineCommit> {
  try {
    yield* readLine(folder, range);
  } catch (error) {
    throwDamage(error);
  }
}

function throwDamage(error: unknown): never {
  throw asDamage(error);
}
