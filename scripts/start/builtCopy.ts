import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../../electron/host/homeLock.ts';

/**
 * A copy of what was built for this process to serve: whoever builds anew meanwhile empties the original, and a page
 * that is open still asks for the parts that it has not loaded. It is removed when this process ends; what a killed one
 * left goes with the next start.
 *
 * @param dist with `electron` and `renderer`; the copy lies in it, so that packages are found from there as well
 */
export function copyBuilt(dist: string): string {
  const running = join(dist, 'running');
  for (const pid of existsSync(running) ? readdirSync(running) : [])
    if (!isAlive(Number(pid))) remove(join(running, pid));
  const copy = join(running, String(process.pid));
  remove(copy);
  process.once('exit', () => remove(copy));
  mkdirSync(copy, { recursive: true });
  for (const part of ['electron', 'renderer']) cpSync(join(dist, part), join(copy, part), { recursive: true });
  return copy;
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // On Windows what is still open stays until the next start.
  }
}
