import { spawnSync } from 'node:child_process';

function isOld(path: string): boolean {
  return Number(spawnSync(path, ['-p', 'parseInt(process.versions.node)'], { encoding: 'utf8' }).stdout || 99) < 22;
}

/** A Node older than 22 on this machine, as pipelines still have, or null. */
export function findOldNode(): string | null {
  return ['/usr/bin/node', '/usr/local/bin/node'].find(isOld) ?? null;
}
