import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MINUTE_MS } from '../../shared/time/instant.ts';

/** No command of ours holds a lock for longer; an import command may be at work beside us. */
const STALE_MS = 10 * MINUTE_MS;

/**
 * Removes locks on refs and settings that a Git left behind when the machine lost its power: nobody else ever would,
 * and nothing could be written again. Call it when the repository is opened.
 */
export function clearStaleLocks(folder: string): void {
  const refs = join(folder, 'refs');
  const held = existsSync(refs) ? readdirSync(refs, { recursive: true, encoding: 'utf8' }) : [];
  const locks = [
    ...held.filter((name) => name.endsWith('.lock')).map((name) => join(refs, name)),
    ...['packed-refs.lock', 'config.lock', 'HEAD.lock', 'shallow.lock'].map((name) => join(folder, name)),
  ];
  for (const lock of locks) if (isStale(lock)) rmSync(lock, { force: true });
}

function isStale(lock: string): boolean {
  const found = statSync(lock, { throwIfNoEntry: false });
  return found?.isFile() === true && Date.now() - found.mtimeMs > STALE_MS;
}
