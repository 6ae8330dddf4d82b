import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'node:test';
import type { RemoteLine } from '../../../electron/desk/sync/remoteLine.ts';
import type { RequestBody } from '../../../shared/record/body/requestBody.ts';
import { requestOf } from '../ledgerBodies.ts';
import { TidegateError } from '../../../shared/errors.ts';
import type { Dice } from '../../../shared/sample/dice.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, toInstant, type Ms } from '../../../shared/time/instant.ts';
import { tempFolder } from '../gitServer.ts';
import { killPoints } from '../killedDesk.ts';
import { syncDesk, type SyncDesk } from '../syncDesk.ts';

const program = fileURLToPath(new URL('../killedDesk.ts', import.meta.url));

/** One desk of the simulation: it works, loses its network, is closed, is killed. */
export interface SimulatedDesk {
  /** Signs a change; it is due a moment later. A clock that is behind what others have signed is put right first. */
  readonly say: (change: string) => void;
  readonly sync: () => Promise<void>;
  /** Until told otherwise nothing reaches the remote. */
  readonly cutOff: (isOff: boolean) => void;
  readonly restart: () => Promise<void>;
  /** Signs a change in a process of its own, which is killed with signal 9 on its way to the remote. */
  readonly killWhileSending: (change: string) => Promise<void>;
  /** Paths of everything that was signed here, in whichever process. */
  readonly said: readonly string[];
  /** Opens it with the same clock as all others, sends what is left and answers what it holds. */
  readonly settle: (now: Ms) => Promise<SyncDesk>;
}

export async function simulateDesk(
  t: TestContext,
  { address, dice, now }: { readonly address: string; readonly dice: Dice; readonly now: Ms },
): Promise<SimulatedDesk> {
  const folder = tempFolder(t, 'simulated');
  const said: string[] = [];
  let isOff = false;
  const reach = <T>(act: () => Promise<T>): Promise<T> =>
    isOff ? Promise.reject(new TidegateError('remote-unreachable')) : act();
  const line = (inner: RemoteLine): RemoteLine => ({
    ...inner,
    fetch: (...given) => reach(() => inner.fetch(...given)),
    push: (...given) => reach(() => inner.push(...given)),
  });
  // Off by up to a day either way; nobody tells these desks.
  const open = (at: Ms): Promise<SyncDesk> => syncDesk({ address, folder, now: at, clocks: false, line });
  let desk = await open(now + dice.between(-DAY_MS, DAY_MS));
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await desk.close();
    isOpen = false;
  };
  const reopen = async (at: Ms): Promise<void> => {
    await close();
    desk = await open(at);
    isOpen = true;
  };
  t.after(close);
  const sync = async (): Promise<void> => {
    await desk.sync.once();
    desk.pass(dice.between(1, 30) * MINUTE_MS);
  };
  const setRight = (): void => {
    try {
      desk.sync.requireClock();
    } catch (error) {
      if (!(error instanceof TidegateError) || error.code !== 'clock-off') throw error;
      desk.pass(-Number(error.facts['offMs']));
    }
  };
  return {
    said,
    say: (change) => {
      setRight();
      const body = requestOf({ change, requester: 'rita', timing: someDay(dice) });
      const row = desk.scribe.say({ what: 'submit', subject: change, statements: [{ kind: 'request', body }] });
      const [file] = desk.workspace.outbox.list('board').find((each) => each.row === row)?.files ?? [];
      said.push(file?.path ?? '');
      desk.pass(9_000);
    },
    sync,
    cutOff: (given) => (isOff = given),
    restart: () => reopen(desk.now()),
    killWhileSending: async (change) => {
      setRight();
      const at = desk.now();
      await close();
      const words = [folder, address, change, dice.pick(killPoints), String(at)];
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...words], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const [path] = await Promise.all([buffer(child.stdout), once(child, 'close')]);
      assert.notEqual(path.length, 0, 'it signed before it was killed');
      said.push(path.toString());
      await reopen(at);
    },
    settle: async (at) => {
      isOff = false;
      await reopen(at);
      for (let turn = 0; turn < 20 && (await desk.sync.once()).unsent > 0; turn += 1) desk.pass(MINUTE_MS);
      await reopen(at);
      await desk.sync.once();
      return desk;
    },
  };
}

/** An hour in the year to come: works that all fell on one would all collide. */
function someDay(dice: Dice): RequestBody['timing'] {
  const start = Date.parse('2026-12-01T00:00:00Z') + dice.between(0, 24 * 365) * HOUR_MS;
  const [from, to] = [start, start + 2 * HOUR_MS].map(toInstant);
  return { earliestStart: from ?? '', start: from ?? '', minutes: 60, latestEnd: to ?? '' };
}
