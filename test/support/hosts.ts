import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from './sources.ts';

const START_LIMIT_MS = 60_000;

export interface RunningHost {
  /** With the launch token in its fragment. */
  readonly address: string;
  readonly home: string;
  /** Asks it to end as Ctrl-C does. Answers the exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends it as a power cut does: nothing of it runs on. */
  readonly kill: () => Promise<void>;
  /** Ends it and removes its data folder. */
  readonly close: () => Promise<void>;
}

/** A new data folder; a copy of the runner's first start when there is one, because the sample board takes its time. */
export function createHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'tidegate home '));
  const first = process.env['TIDEGATE_FIRST_HOME'];
  if (first) cpSync(first, home, { recursive: true });
  return home;
}

/** Starts the built browser host on a data folder of its own, or on one that is given. */
export async function startLoopback(
  given: { readonly home?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<RunningHost> {
  const entry = join(projectRoot, 'dist', 'electron', 'loopback.mjs');
  if (!existsSync(entry)) throw new Error('not built: run "npm run build" first');
  const home = given.home ?? createHome();
  const child = spawn(process.execPath, [entry], {
    env: { ...process.env, TIDEGATE_HOME: home, ...given.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const address = await new Promise<string>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`the host did not start in time: ${said}`)), START_LIMIT_MS);
    createInterface({ input: child.stdout }).on('line', (line) => {
      said += `${line}\n`;
      const found = /^Tidegate is at (\S+)/.exec(line)?.[1];
      if (found === undefined) return;
      clearTimeout(limit);
      resolve(found);
    });
    child.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`the host ended with ${code}: ${said}`));
    });
  });
  const stop = (): Promise<number | null> => {
    child.kill('SIGINT');
    return ended;
  };
  return {
    address,
    home,
    stop,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    close: async () => {
      await stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
