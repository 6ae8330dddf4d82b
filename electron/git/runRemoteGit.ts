import { once } from 'node:events';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { TidegateError } from '../../shared/errors.ts';
import type { Ms } from '../../shared/time/instant.ts';
import { remoteFailure } from './remoteFailure.ts';
import { createRemoteWords, type GitProgress } from './remoteWords.ts';
import { asRefusal, runGit } from './runGit.ts';
import { spawnGit } from './spawnGit.ts';

export interface RemoteOptions {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: GitProgress) => void) | undefined;
  /** Given up after so long without a word from the other side; a minute and a half unless told. */
  readonly idleMs?: number | undefined;
}

const IDLE_MS = 90_000;
/** A Git that is told to end removes its lock files; one that does not within this time is killed. */
const GRACE_MS = 3_000;

/**
 * Runs a Git command that talks to a remote. It never asks anybody anything: credential helpers and ssh agents
 * answer, or it fails.
 *
 * @returns standard output, and the server's clock where it tells one (http)
 * @throws TidegateError in the words of `remoteFailure`; `cancelled` when `signal` fires; `git-missing`
 */
export async function runRemoteGit(
  folder: string,
  args: readonly string[],
  { signal, progress, idleMs = IDLE_MS }: RemoteOptions = {},
): Promise<{ readonly stdout: string; readonly clock: Ms | null }> {
  if (signal?.aborted) throw new TidegateError('cancelled');
  const command = args[0] ?? '';
  const ssh = await sshCommand(folder);
  const child = spawnGit(folder, args, { GIT_CURL_VERBOSE: '1', ...(ssh === null ? {} : { GIT_SSH_COMMAND: ssh }) });
  let clock: Ms | null = null;
  let isSilent = false;
  const giveUp = (): void => {
    isSilent = true;
    end(child);
  };
  let idle = setTimeout(giveUp, idleMs);
  const words = createRemoteWords({ progress: (told) => progress?.(told), date: (at) => (clock = at) });
  child.stderr.on('data', (chunk: Buffer) => {
    clearTimeout(idle);
    idle = setTimeout(giveUp, idleMs);
    words.take(chunk.toString());
  });
  const cancel = (): void => end(child);
  signal?.addEventListener('abort', cancel);
  try {
    child.stdin.on('error', () => undefined); // its exit status says more
    child.stdin.end();
    const [stdout, [status]] = await Promise.all([buffer(child.stdout), once(child, 'close')]);
    if (signal?.aborted) throw new TidegateError('cancelled');
    if (isSilent) throw new TidegateError('remote-unreachable', { command, silentMs: idleMs });
    const answers = stdout.toString();
    if (status !== 0) throw remoteFailure({ command, said: words.said(), answers, status: Number(status) });
    return { stdout: answers, clock };
  } catch (error) {
    throw asRefusal(error);
  } finally {
    clearTimeout(idle);
    signal?.removeEventListener('abort', cancel);
  }
}

/** Ends Git and the helpers it has started. */
function end(child: ChildProcessWithoutNullStreams): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on('error', () =>
      child.kill(),
    );
    return;
  }
  const tell = (signal: NodeJS.Signals): void => {
    try {
      process.kill(-pid, signal);
    } catch {
      // The whole group has ended.
    }
  };
  tell('SIGTERM');
  const late = setTimeout(() => tell('SIGKILL'), GRACE_MS);
  child.once('close', () => clearTimeout(late));
}

/** The person's own ssh, told to fail rather than to ask. Null: not OpenSSH, whose options are not known. */
async function sshCommand(folder: string): Promise<string | null> {
  const own = process.env['GIT_SSH_COMMAND'] ?? (await configuredSsh(folder));
  if (own === null && process.env['GIT_SSH'] !== undefined) return null;
  const command = own ?? 'ssh';
  const isOpenSsh = /^(?:\S*[/\\])?ssh(\.exe)?(\s|$)/.test(command);
  if (!isOpenSsh) return own;
  return `${command} -o BatchMode=yes -o ConnectTimeout=20 -o ServerAliveInterval=15`;
}

/** Asked once for each repository: every fetch would ask again. */
const sshByFolder = new Map<string, Promise<string | null>>();

function configuredSsh(folder: string): Promise<string | null> {
  const asked = sshByFolder.get(folder) ?? readSshSetting(folder);
  sshByFolder.set(folder, asked);
  asked.catch(() => sshByFolder.delete(folder));
  return asked;
}

async function readSshSetting(folder: string): Promise<string | null> {
  try {
    const { stdout } = await runGit(folder, ['config', '--get', 'core.sshCommand']);
    return stdout.toString().trim() || null;
  } catch (error) {
    if (error instanceof TidegateError && error.facts['status'] === 1) return null;
    throw error;
  }
}
