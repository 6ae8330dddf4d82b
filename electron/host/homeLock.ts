import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOKEN_HEADER } from './loopbackGuard.ts';

const ANSWER_LIMIT_MS = 3_000;

/** Who works in a data folder now. */
export interface Holder {
  readonly pid: number;
  readonly host: 'desktop' | 'browser';
  /** Where the browser host is to be found; it holds the launch token, hence the file's mode. */
  readonly address: string;
}
export interface HomeLock {
  readonly announce: (address: string) => void;
  readonly release: () => void;
}

/** Does a process of this number run, somebody else's included? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // it is there, only not ours to signal
  }
}

function readHolder(path: string): Holder | null {
  try {
    const { pid, host, address } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>; // our own file; checked below
    if (typeof pid !== 'number' || (host !== 'desktop' && host !== 'browser')) return null;
    return { pid, host, address: typeof address === 'string' ? address : '' };
  } catch {
    return null;
  }
}

/** Writes a new file that its owner alone can read. Answers false when something is there already. */
function createOwn(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Does the holder's page answer? A process id alone may belong to somebody else by now, after a crash or in a container. */
async function answers(address: string): Promise<boolean> {
  try {
    const { origin, hash } = new URL(address);
    const headers = { [TOKEN_HEADER]: hash.slice('#t='.length) };
    const signal = AbortSignal.timeout(ANSWER_LIMIT_MS);
    const response = await fetch(`${origin}/api/events`, { headers, signal });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** Is the holder at work? Without an address, starting or a desktop, its process id must do. */
async function isAtWork({ pid, address }: Holder): Promise<boolean> {
  if (pid === process.pid || !isAlive(pid)) return false;
  return address === '' || answers(address);
}

/** Who works in this data folder now; null when nobody does. */
export async function whoWorksIn(home: string): Promise<Holder | null> {
  const holder = readHolder(join(home, 'running.json'));
  return holder && (await isAtWork(holder)) ? holder : null;
}

/**
 * Takes the data folder for this process, so that one writer works in it at a time, or answers who has it.
 * A holder that is no longer at work is replaced.
 */
export async function lockHome(home: string, host: Holder['host']): Promise<HomeLock | Holder> {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const path = join(home, 'running.json');
  const textWith = (address: string): string => JSON.stringify({ pid: process.pid, host, address });
  if (!createOwn(path, textWith(''))) {
    const holder = readHolder(path);
    if (holder && (await isAtWork(holder))) return holder;
    rmSync(path, { force: true });
    // Whoever was quicker in these few microseconds has it.
    if (!createOwn(path, textWith(''))) return readHolder(path) ?? { pid: 0, host, address: '' };
  }
  const announce = (address: string): void => {
    // Beside and renamed: whatever mode or link the old file had, the token is in a new one of ours.
    rmSync(`${path}.new`, { force: true });
    createOwn(`${path}.new`, textWith(address));
    renameSync(`${path}.new`, path);
  };
  return { announce, release: () => rmSync(path, { force: true }) };
}
