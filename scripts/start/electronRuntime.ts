import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const DAY_MS = 86_400_000;
/** How long nothing may arrive before we give up: a proxy that swallows a download never ends it. */
const STALL_MS = 60_000;
const LOOK_EVERY_MS = 500;

export interface RuntimePlace {
  /** The folder of the `electron` package. */
  readonly folder: string;
  /** The data folder, where a failure is remembered. */
  readonly home: string;
  readonly say: (line: string) => void;
  readonly now: number;
  readonly stallMs?: number;
}
export type Runtime = { readonly binary: string } | { readonly missing: string };

/** The program of an installed runtime, or null. */
export function findRuntime(folder: string): string | null {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

function bytesUnder(folder: string): number {
  if (!existsSync(folder)) return 0;
  let bytes = 0;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    bytes += statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0; // the installer moves files meanwhile
  }
  return bytes;
}

/** Runs Electron's own installer. Answers why it failed, or null. */
function runInstaller(place: RuntimePlace): Promise<string | null> {
  const scratch = mkdtempSync(join(place.home, 'electron-download-'));
  const child = spawn(process.execPath, [join(place.folder, 'install.js')], {
    // Its downloads go through the temporary folder; ours alone shows whether anything still arrives.
    env: { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch, ELECTRON_GET_NO_PROGRESS: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  let stalled = false;
  let known = 0;
  let grewAt = performance.now();
  let saidMegabytes = 0;
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const look = setInterval(
    () => {
      const bytes = bytesUnder(scratch) + bytesUnder(join(place.folder, 'dist'));
      if (bytes !== known) grewAt = performance.now();
      known = bytes;
      const megabytes = Math.floor(bytes / 1e6);
      if (megabytes >= saidMegabytes + 20) place.say(`  ${(saidMegabytes = megabytes)} MB …`);
      stalled = performance.now() - grewAt > (place.stallMs ?? STALL_MS);
      if (stalled) child.kill('SIGKILL');
    },
    Math.min(LOOK_EVERY_MS, (place.stallMs ?? STALL_MS) / 2),
  );
  return new Promise((resolve) => {
    const end = (problem: string | null): void => {
      clearInterval(look);
      rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
      resolve(problem);
    };
    child.on('error', (error) => end(error.message));
    child.on('close', (code) => {
      if (stalled) return end('nothing arrived for a minute');
      return end(
        code === 0 ? null : (/^(?:\w*Error: )?(.+)$/m.exec(complaint)?.[1] ?? `the installer ended with ${code}`),
      );
    });
  });
}

/** Electron's runtime, fetched when absent; a failure is remembered for a day unless `insist`. */
export async function ensureRuntime(place: RuntimePlace, insist: boolean): Promise<Runtime> {
  const here = findRuntime(place.folder);
  if (here !== null) return { binary: here };
  const memory = join(place.home, 'electron-runtime.json');
  if (!insist && existsSync(memory)) {
    const { failedAt, why } = JSON.parse(readFileSync(memory, 'utf8')) as { failedAt: number; why: string }; // written below
    if (place.now - failedAt < DAY_MS) return { missing: `${why}; not tried again today` };
  }
  mkdirSync(place.home, { recursive: true, mode: 0o700 });
  place.say("Fetching Electron's runtime, once …");
  const why = await runInstaller(place);
  const binary = findRuntime(place.folder);
  if (why === null && binary !== null) return { binary };
  writeFileSync(memory, JSON.stringify({ failedAt: place.now, why: why ?? 'it did not arrive' }));
  return { missing: why ?? 'it did not arrive' };
}
