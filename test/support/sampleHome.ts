import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestContext } from 'node:test';

const PREFIX = 'tidegate-template-';
const PATIENCE_MS = 120_000;

/**
 * A data folder with the sample board in it, for this test alone. The board is made once a test run and copied, since
 * making it takes seconds: all files of one run are started by the same process, whose number names the original.
 */
export async function sampleHome(t: TestContext, make: (home: string) => Promise<void>): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'tidegate-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  cpSync(await original(make), home, { recursive: true });
  return home;
}

async function original(make: (home: string) => Promise<void>): Promise<string> {
  const shared = join(tmpdir(), `${PREFIX}${process.ppid}`);
  if (existsSync(shared)) return shared;
  clearOld();
  const mine = `${shared}.making`;
  if (!claim(mine)) return awaited(shared);
  await make(mine);
  renameSync(mine, shared);
  return shared;
}

function claim(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

async function awaited(shared: string): Promise<string> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    if (existsSync(shared)) return shared;
    await sleep(50);
  }
  throw new Error(`${shared} was begun by another test file and never finished`);
}

/** Removes what runs that have ended left behind. */
function clearOld(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)`).exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
