import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { TidegateError } from '../../shared/errors.ts';

/** Bits by which a group or anybody else may read or write. */
const FOR_OTHERS = 0o077;

/**
 * Reads what only its owner may read.
 *
 * @throws TidegateError `key-exposed` when others on this machine may read it too; `key-unusable` when it cannot be
 *   read. Windows has no such modes: there the rights of the profile's folder stand in for them.
 */
export function readPrivate(path: string, platform: string = process.platform): Buffer {
  try {
    const { mode } = statSync(path);
    if (platform !== 'win32' && (mode & FOR_OTHERS) !== 0)
      throw new TidegateError('key-exposed', { file: path, mode: (mode & 0o777).toString(8) });
    return readFileSync(path);
  } catch (error) {
    if (error instanceof TidegateError) throw error;
    throw new TidegateError('key-unusable', { why: 'unreadable' }, error);
  }
}

/** Writes a new file for its owner alone (0600, in a folder 0700), never over one that is there. */
export function writePrivate(path: string, content: string | Buffer): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  writeFileSync(path, content, { mode: 0o600, flag: 'wx' });
}
