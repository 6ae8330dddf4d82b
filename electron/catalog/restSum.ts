import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';

const CHUNK_BYTES = 1 << 20;
const sumFile = (file: string): string => `${file}.sum`;

/**
 * Is the file as it was when it was last closed well? Null when nobody can say: it was never, or the last run was cut off.
 * SQLite sees when its own pages are out of joint, and not when a stored value has changed on the disk.
 */
export function isAsLeft(file: string): boolean | null {
  if (!existsSync(sumFile(file)) || !existsSync(file)) return null;
  return readFileSync(sumFile(file), 'utf8') === sumOf(file);
}

/** From here on the file is written to. */
export function forgetRest(file: string): void {
  rmSync(sumFile(file), { force: true });
}

/** Notes what the file holds, now that everybody has closed it; says nothing while something is still beside it. */
export function noteRest(file: string): void {
  if (existsSync(`${file}-wal`) || !existsSync(file)) return;
  try {
    writeFileSync(sumFile(file), sumOf(file));
  } catch {
    // A full disk keeps nobody from closing: without a sum, or with half of one, the next start looks for itself.
  }
}

/** Against disks, not against people: whoever can write here can write the sum as well. */
function sumOf(file: string): string {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  const handle = openSync(file, 'r');
  try {
    let sum = 0;
    let size = 0;
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
      sum = crc32(chunk.subarray(0, read), sum);
      size += read;
    }
    return `${size} ${sum.toString(16).padStart(8, '0')}\n`;
  } finally {
    closeSync(handle);
  }
}
