import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEmitter, emitPreventable } from './events.ts';
import { covering } from './uncovered.ts';

const events = createEmitter('app', ['window-all-closed', 'second-instance', 'before-quit', 'will-quit', 'quit']);
const paths = new Map<string, string>();
const closers = new Set<() => Promise<void>>();
let lockFile: string | null = null;
let quitting = false;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function end(code: number): void {
  if (lockFile !== null) rmSync(lockFile, { force: true });
  events.emit('quit', {}, code);
  process.exit(code);
}

async function quit(): Promise<void> {
  if (quitting || emitPreventable(events, 'before-quit')) return;
  quitting = true;
  for (const close of closers) await close();
  if (!emitPreventable(events, 'will-quit')) end(0);
}

/** What must be closed before the application has quit. */
export function closeWithApp(close: () => Promise<void>): void {
  closers.add(close);
}
export function windowClosed(left: number): void {
  if (left === 0 && !quitting) events.emit('window-all-closed');
}
export function pathOf(name: string): string {
  const path = paths.get(name);
  if (path === undefined) throw new Error(`stand-in: the path ${name} is not covered`);
  return path;
}

export const app = covering('app', {
  whenReady: () => new Promise<void>((resolve) => setImmediate(resolve)),
  getVersion: () => '0.0.0-standin',
  setPath: (name: string, path: string) => void paths.set(name, path),
  getPath: pathOf,
  on: (event: string, listener: (...given: unknown[]) => void) => events.on(event, listener),
  once: (event: string, listener: (...given: unknown[]) => void) => events.once(event, listener),
  quit: () => void quit(),
  exit: end,
  requestSingleInstanceLock: () => {
    const path = join(pathOf('userData'), 'standin.lock');
    mkdirSync(pathOf('userData'), { recursive: true });
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
    } catch {
      if (isAlive(Number(readFileSync(path, 'utf8')))) return false;
      writeFileSync(path, String(process.pid));
    }
    lockFile = path;
    return true;
  },
});
