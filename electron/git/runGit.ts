import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { TidegateError } from '../../shared/errors.ts';
import { plainAddress } from './remoteAddress.ts';
import { spawnGit } from './spawnGit.ts';

export interface GitOptions {
  /** Written to standard input as it is taken; nothing when absent. */
  readonly input?: string | Buffer | Iterable<string | Buffer>;
  /** Two minutes unless told; the process is killed then. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

const DEFAULT_TIMEOUT_MS = 120_000;

/**
 * Runs one Git command to its end.
 *
 * @throws TidegateError `git-failed` with the command, exit status and Git's last words; `git-missing`; `disk-full`;
 *   `cancelled` when `signal` fires
 */
export async function runGit(
  folder: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<{ readonly stdout: Buffer }> {
  if (options.signal?.aborted) throw new TidegateError('cancelled');
  const child = spawnGit(folder, args);
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const limit = AbortSignal.timeout(timeoutMs);
  const stop = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
  const kill = () => child.kill('SIGKILL');
  stop.addEventListener('abort', kill);

  try {
    // A process that ends early closes its input; its own exit status says why, not our broken pipe.
    child.stdin.on('error', () => undefined);
    feed(options.input).pipe(child.stdin);
    const closed = once(child, 'close');
    const [stdout, stderr, [status]] = await Promise.all([buffer(child.stdout), buffer(child.stderr), closed]);
    if (options.signal?.aborted) throw new TidegateError('cancelled');
    const command = args[0] ?? '';
    if (limit.aborted) throw new TidegateError('git-failed', { command, timeoutMs });
    if (status !== 0) throw failure(command, Number(status), lastWords(stderr));
    return { stdout };
  } catch (error) {
    throw asRefusal(error);
  } finally {
    stop.removeEventListener('abort', kill);
  }
}

function failure(command: string, status: number, stderr: string): TidegateError {
  const isFull = /No space left on device|Disk quota exceeded/.test(stderr);
  if (isFull) return new TidegateError('disk-full', { where: 'here', command, stderr });
  return new TidegateError('git-failed', { command, status, stderr });
}

function feed(input: GitOptions['input']): Readable {
  if (input === undefined) return Readable.from([]);
  return Readable.from(typeof input === 'string' || Buffer.isBuffer(input) ? [input] : input, { objectMode: true });
}

/** Git's explanation, short enough for a fact and without a secret that a URL may carry. */
export function lastWords(stderr: Buffer): string {
  return plainAddress(stderr.toString().trim()).slice(-600);
}

/** A program that is not there becomes a refusal people can act on. */
export function asRefusal(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return new TidegateError('git-missing', {}, error);
  return error;
}
