import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Memory that Linux lends as a folder: tests make thousands of small files that need not outlive them. */
const MEMORY = '/dev/shm';
const ROOM_BYTES = 6 * 2 ** 30;

/** Where a run keeps what its tests write: in memory where there is plenty and programs may be run from it. */
export function scratchRoot(): string {
  // Full counts write more than a run should ask of anybody's memory.
  return process.env['TIDEGATE_LONG'] === undefined && isRoomy() ? MEMORY : tmpdir();
}

function isRoomy(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM_BYTES && mayRunPrograms();
  } catch {
    return false;
  }
}

function mayRunPrograms(): boolean {
  const folder = mkdtempSync(join(MEMORY, 'tidegate-probe-'));
  try {
    const program = join(folder, 'probe');
    writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o700 });
    execFileSync(program);
    return true;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
