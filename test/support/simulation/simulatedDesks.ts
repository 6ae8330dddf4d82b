import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'node:test';
import type { Scribe } from '../../../electron/desk/scribe.ts';
import type { RemoteLine } from '../../../electron/desk/sync/remoteLine.ts';
import { TidegateError } from '../../../shared/errors.ts';
import type { Dice } from '../../../shared/sample/dice.ts';
import { DAY_MS, MINUTE_MS, type Ms } from '../../../shared/time/instant.ts';
import { tempFolder } from '../gitServer.ts';
import { killPoints, type KillPoint } from '../killedDesk.ts';
import { syncDesk, type SyncDesk } from '../syncDesk.ts';
import { statementOf, type Trader, type Word } from './simulatedWords.ts';

const program = fileURLToPath(new URL('../killedDesk.ts', import.meta.url));

/** One desk of the simulation: it works, loses its network, is closed, is killed. */
export interface SimulatedDesk {
  readonly person: Trader;
  /**
   * Signs it; it is due a moment later. A clock that is behind what others have signed is put right first.
   *
   * @returns false where this desk does not know the change yet, or may not follow another's text
   */
  readonly say: (word: Word, change: string) => boolean;
  readonly sync: () => Promise<void>;
  /** Until told otherwise nothing reaches the remote. */
  readonly cutOff: (isOff: boolean) => void;
  readonly restart: () => Promise<void>;
  /**
   * Signs a change in a process of its own, which is killed with signal 9 on its way to the remote; answers where, or
   * null when it ended before. Where it is cut off, or the remote refuses, it may be killed on finding that out.
   */
  readonly killWhileSending: (change: string, isRefused: boolean) => Promise<KillPoint | null>;
  /** Paths of everything that was signed here, in whichever process. */
  readonly said: readonly string[];
  /** Opens it with the same clock as all others, sends what is left and answers what it holds. */
  readonly settle: (now: Ms) => Promise<SyncDesk>;
}

export async function simulateDesk(
  t: TestContext,
  place: { readonly address: string; readonly dice: Dice; readonly now: Ms; readonly person: Trader },
): Promise<SimulatedDesk> {
  const { address, dice, now, person } = place;
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
  const open = (at: Ms): Promise<SyncDesk> => syncDesk({ address, folder, person, now: at, clocks: false, line });
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
    person,
    say: (word, change) => {
      setRight();
      const statement = statementOf(word, change, { person, dice, now: desk.now(), model: desk.model });
      if (statement === null) return false;
      const row = sayIfEntitled(desk, { what: 'submit', subject: change, statements: [statement] });
      if (row === null) return false;
      const [file] = desk.workspace.outbox.list('board').find((each) => each.row === row)?.files ?? [];
      said.push(file?.path ?? '');
      desk.pass(9_000);
      return true;
    },
    sync,
    cutOff: (given) => (isOff = given),
    restart: () => reopen(desk.now()),
    killWhileSending: async (change, isRefused) => {
      setRight();
      const at = desk.now();
      await close();
      const refusing: readonly KillPoint[] = ['followed', 'landed', 'failed'];
      const point = dice.pick(isOff ? (['failed'] as const) : isRefused ? refusing : killPoints);
      const words = [folder, address, change, point, String(at), person, isOff ? 'off' : 'on'];
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...words], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const [path, [, signal]] = await Promise.all([buffer(child.stdout), once(child, 'close')]);
      assert.notEqual(path.length, 0, 'it signed before it was killed');
      said.push(path.toString());
      await reopen(at);
      return signal === 'SIGKILL' ? point : null;
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

function sayIfEntitled({ scribe }: SyncDesk, action: Parameters<Scribe['say']>[0]): number | null {
  try {
    return scribe.say(action);
  } catch (error) {
    if (error instanceof TidegateError && error.code === 'not-entitled') return null;
    throw error;
  }
}
