import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freeName } from '../workspace/freeName.ts';

/** Where a board's files are in the data folder. */
export interface BoardFolder {
  readonly name: string;
  readonly home: string;
  readonly ledger: string;
  readonly catalog: string;
  readonly keys: string;
  readonly exports: string;
}

export function boardFolder(home: string, name: string): BoardFolder {
  const folder = join(home, 'boards', name);
  return {
    name,
    home: folder,
    ledger: join(folder, 'ledger.git'),
    catalog: join(folder, 'catalog.sqlite'),
    keys: join(home, 'keys', name),
    exports: join(home, 'exports'),
  };
}

/**
 * Makes the board's ledger by `create` unless it is there. What was begun and never finished is thrown away first;
 * keys of a ledger that has gone are put aside, for the ledger may come back from a backup.
 */
export async function ensureLedger(
  folder: BoardFolder,
  create: (ledger: string, keys: string) => Promise<unknown>,
): Promise<void> {
  if (existsSync(folder.ledger)) return;
  const begun = `${folder.ledger}.begun`;
  if (existsSync(begun)) rmSync(folder.keys, { recursive: true, force: true });
  else if (existsSync(folder.keys)) renameSync(folder.keys, freeName(`${folder.keys}.aside`));
  rmSync(begun, { recursive: true, force: true });
  mkdirSync(begun, { recursive: true });
  mkdirSync(folder.keys, { recursive: true, mode: 0o700 });
  await create(begun, folder.keys);
  renameSync(begun, folder.ledger);
}
