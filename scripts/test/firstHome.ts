import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../build/projectRoot.ts';

/** A data folder as a first start leaves it, for tests to copy: making the sample board anew for each takes its time. */
export async function makeFirstHome(): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'tidegate-first-home-'));
  const child = spawn(process.execPath, [join(projectRoot, 'dist', 'electron', 'loopback.mjs')], {
    env: { ...process.env, TIDEGATE_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.once('data', () => child.kill('SIGINT')); // its first line is its address
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`the first start ended with ${code}`);
  return home;
}
