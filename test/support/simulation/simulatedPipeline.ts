import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../../../scripts/build/projectRoot.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { artifact } from '../gateBoard.ts';
import type { Pipelines, Told } from '../pipelines.ts';

const bundle = join(projectRoot, 'dist/tidegate-gate.mjs');

const clock = fileURLToPath(new URL('clockOff.ts', import.meta.url));

/** What became of one `begin`. */
export interface Begun {
  /** Null when it was killed. */
  readonly code: number | null;
  readonly receipt: string | null;
  /** Why it was not allowed, in the codes of the verdict, or in one line where there was none. */
  readonly refusal: string | null;
}

/**
 * Runs `tidegate-gate begin` as a pipeline does.
 *
 * @param killAfter milliseconds until signal 9; null lets it end
 * @param clockOff milliseconds by which its clock is ahead, or behind
 */
export async function beginIn(
  { board, key }: Pipelines,
  given: {
    readonly folder: string;
    readonly change: string;
    readonly run: string;
    readonly killAfter: number | null;
    readonly clockOff: Ms;
  },
): Promise<Begun> {
  const { folder, change, run, killAfter, clockOff } = given;
  const words = ['begin', '--ledger', folder, '--root', board.root, '--change', change, '--env', 'production'];
  const more = ['--digest', artifact, '--key', key, '--run', run, '--format', 'json'];
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', clock, bundle, ...words, ...more],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, TIDEGATE_TEST_CLOCK_OFF: String(clockOff) },
    },
  );
  const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const [stdout, stderr, [code]] = (await Promise.all([
    buffer(child.stdout),
    buffer(child.stderr),
    once(child, 'close'),
  ])) as [Buffer, Buffer, [number | null]];
  if (timer) clearTimeout(timer);
  const told = stdout.length > 0 && code !== null ? (JSON.parse(stdout.toString()) as Told) : null;
  const reasons = told?.reasons.map((reason) => reason.code).join(' ') ?? stderr.toString().trim();
  return {
    code,
    receipt: (code === 0 && told?.receipt?.id) || null,
    refusal: code === 0 || code === null ? null : reasons,
  };
}
