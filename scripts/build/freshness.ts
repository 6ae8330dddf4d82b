import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './projectRoot.ts';

/** Name, size and time of every file under the given places; also notices files that went away. */
function fingerprintOf(places: readonly string[]): string {
  const hash = createHash('sha256');
  for (const place of places) {
    const path = join(projectRoot, place);
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' })
          .toSorted()
          .map((file) => join(path, file))
      : [path];
    for (const file of files) {
      const stat = statSync(file);
      if (!stat.isDirectory()) hash.update(`${file} ${stat.size} ${stat.mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

export interface Target {
  readonly name: string;
  readonly sources: readonly string[];
  readonly outputs: readonly string[];
}

/** Runs `make` unless the sources are those of its last success. Answers whether it ran. */
export async function makeIfStale(target: Target, make: () => Promise<unknown>): Promise<boolean> {
  const stamp = join(projectRoot, 'dist', `.${target.name}-made-of`);
  const now = fingerprintOf(target.sources);
  const whole = target.outputs.every((output) => existsSync(join(projectRoot, output)));
  if (whole && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false;
  await make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}
