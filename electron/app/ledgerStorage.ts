import { readdirSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { StorageView } from '../../shared/api/ledgerCalls.ts';
import { runGit } from '../git/runGit.ts';

/** How much room the board takes on this machine, and how much is left. */
export async function ledgerStorage(ledgerFolder: string): Promise<StorageView> {
  const board = dirname(ledgerFolder);
  const home = dirname(dirname(board));
  const { stdout } = await runGit(ledgerFolder, ['count-objects', '-v']);
  const counted = new Map(
    stdout
      .toString()
      .trim()
      .split('\n')
      .map((line) => line.split(': ') as [string, string]), // `count-objects -v` prints `name: value`
  );
  const { bavail, bsize } = await statfs(board);
  return {
    ledger: sizeOf(ledgerFolder),
    catalogue: filesNamed(board, 'catalog.sqlite'),
    workspace: filesNamed(home, 'workspace.sqlite'),
    freeOnDisk: bavail * bsize,
    packs: Number(counted.get('packs') ?? 0),
    looseObjects: Number(counted.get('count') ?? 0),
  };
}

/** A database and the files beside it. */
function filesNamed(folder: string, name: string): number {
  return ['', '-wal', '-shm'].reduce((sum, suffix) => sum + bytes(join(folder, name + suffix)), 0);
}

function sizeOf(folder: string): number {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + bytes(join(entry.parentPath, entry.name)), 0);
}

/** What is gone by the time it is asked takes no room. */
function bytes(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
