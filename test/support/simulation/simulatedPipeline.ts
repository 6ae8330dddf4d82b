import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { projectRoot } from '../../../scripts/build/projectRoot.ts';
import { artifact } from '../gateBoard.ts';
import type { Pipelines, Told } from '../pipelines.ts';

const bundle = join(projectRoot, 'dist/tidegate-gate.mjs');

/** What became of one `begin`; null when it was killed. */
export interface Begun {
  readonly code: number | null;
  readonly receipt: string | null;
}

/**
 * Runs `tidegate-gate begin` as a pipeline does.
 *
 * @param killAfter milliseconds until signal 9; null lets it end
 */
export async function beginIn(
  { board, key }: Pipelines,
  given: { readonly folder: string; readonly change: string; readonly run: string; readonly killAfter: number | null },
): Promise<Begun> {
  const { folder, change, run, killAfter } = given;
  const words = ['begin', '--ledger', folder, '--root', board.root, '--change', change, '--env', 'production'];
  const more = ['--digest', artifact, '--key', key, '--run', run, '--format', 'json'];
  const child = spawn(process.execPath, [bundle, ...words, ...more], { stdio: ['ignore', 'pipe', 'ignore'] });
  const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const [stdout, [code]] = (await Promise.all([buffer(child.stdout), once(child, 'close')])) as [
    Buffer,
    [number | null],
  ];
  if (timer) clearTimeout(timer);
  const told = code === 0 ? (JSON.parse(stdout.toString()) as Told) : null;
  return { code, receipt: told?.receipt?.id ?? null };
}
