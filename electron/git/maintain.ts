import { HOUR_MS, type Ms } from '../../shared/time/instant.ts';
import { runGit } from './runGit.ts';

/** Packing a very large ledger takes minutes. */
const LIMIT_MS: Ms = HOUR_MS;

/**
 * Packs loose objects and small packs when Git finds that there are too many; at most times a matter of milliseconds.
 *
 * @throws TidegateError `git-failed`; `cancelled` when `signal` fires, and nothing is lost by it
 */
export async function maintain(folder: string, signal: AbortSignal): Promise<void> {
  // In the background of Git's own it would outlive us.
  const attached = ['-c', 'gc.autoDetach=false', '-c', 'maintenance.autoDetach=false'];
  await runGit(folder, [...attached, 'maintenance', 'run', '--auto', '--quiet'], { timeoutMs: LIMIT_MS, signal });
}
