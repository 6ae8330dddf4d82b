import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { compose } from '../../electron/compose.ts';
import type { ChangeDraft } from '../../shared/api/changeCalls.ts';
import { syncDesk } from './syncDesk.ts';

/** What the process does until it is killed. Each is given its folder, its clock, and what else it needs. */
const acts = {
  /** Rita's desk says again what has lost its number. */
  reissue: async (folder: string, at: number, address: string): Promise<() => Promise<unknown>> => {
    return (await syncDesk({ folder, address, now: at })).reissue;
  },
  /** The sample's newest draft is submitted. */
  submit: async (home: string, at: number): Promise<() => Promise<unknown>> => {
    const desk = {
      capabilities: { host: 'browser' as const, pickFolder: false, reveal: false },
      pickFolder: async () => null,
      reveal: async () => undefined,
    };
    const { dispatch } = await compose({ home, desk, now: () => at, version: 'test', timers: false });
    const reply = await dispatch('drafts.list', {});
    const [draft] = (reply.ok ? reply.value : []) as { draft: string; change: null; body: ChangeDraft }[];
    return () => dispatch('changes.submit', { draft: draft?.draft, change: null, body: draft?.body });
  },
};

/**
 * Runs the act in a process of its own that is killed after so many steps of writing to its workspace; a commit is one.
 *
 * @returns false when it came to its end before that
 */
export async function killedAt(step: number, act: keyof typeof acts, ...given: readonly string[]): Promise<boolean> {
  const program = fileURLToPath(import.meta.url);
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, String(step), act, ...given],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal === null && code !== 0) throw new Error(`${act} ended with ${code}`);
  return signal === 'SIGKILL';
}

function followed(act: (...values: unknown[]) => unknown, step: () => void) {
  return (...values: unknown[]): unknown => {
    const result = act(...values);
    step();
    return result;
  };
}

/** From now on the process dies after so many steps of writing to an outbox, its settings or its drafts. */
function dieAfter(steps: number): () => void {
  let armed = false;
  let left = steps;
  const step = (): void => {
    if (armed && --left === 0) process.kill(process.pid, 'SIGKILL');
  };
  const { prepare, transaction } = Sqlite.prototype;
  Sqlite.prototype.prepare = function (this: Sqlite.Database, sql: string) {
    const statement = prepare.call(this, sql);
    if (!/^\s*(INSERT|UPDATE|DELETE)\b.*\b(outbox|setting|draft)\b/s.test(sql)) return statement;
    const run = statement.run.bind(statement) as (...values: unknown[]) => Sqlite.RunResult; // whatever it binds
    statement.run = (...values: unknown[]) => {
      const result = run(...values);
      step();
      return result;
    };
    return statement;
  } as typeof prepare;
  Sqlite.prototype.transaction = function (this: Sqlite.Database, act: (...values: unknown[]) => unknown) {
    const whole = transaction.call(this, act);
    if (!this.name.endsWith('workspace.sqlite')) return whole;
    const immediate = whole.immediate.bind(whole);
    return Object.assign(followed(whole, step), { immediate: followed(immediate, step) });
  } as typeof transaction;
  return () => void (armed = true);
}

if (import.meta.main) {
  const [step = '1', act = '', folder = '', at = '0', address = ''] = process.argv.slice(2);
  const arm = dieAfter(Number(step));
  const begin = await acts[act as keyof typeof acts](folder, Number(at), address);
  arm();
  await begin();
  process.exit(0);
}
