import type { TestContext } from 'node:test';
import { compose, type Application } from '../../electron/compose.ts';
import type { CallName, Input, Output } from '../../shared/api/contract.ts';
import type { Desk } from '../../shared/api/desk.ts';
import type { News } from '../../shared/api/news.ts';
import { TidegateError } from '../../shared/errors.ts';
import { toMs, type Ms } from '../../shared/time/instant.ts';
import { sampleHome } from './sampleHome.ts';

/** The sample board's today in tests: a Tuesday morning in November. */
const TODAY = toMs('2026-11-17T09:00:00Z');

export interface TestDesk {
  readonly home: string;
  /** One call through dispatch; a refusal is thrown with its code. */
  readonly ask: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>;
  readonly dispatch: Application['dispatch'];
  readonly news: News[];
  readonly defects: unknown[];
  readonly now: () => Ms;
  readonly pass: (ms: Ms) => void;
  readonly sendDue: () => Promise<void>;
  readonly tick: () => void;
  /** Closes and opens again on the same folder, as a restart does. */
  readonly restart: () => Promise<TestDesk>;
  readonly close: () => Promise<void>;
}

/** The host of a test: it opens nothing. */
export const quietDesk: Desk = {
  capabilities: { host: 'browser', pickFolder: false, reveal: false },
  pickFolder: async () => null,
  reveal: async () => undefined,
};

async function makeSample(home: string): Promise<void> {
  const application = await compose({ home, desk: quietDesk, now: () => TODAY, version: 'test', timers: false });
  await application.opened;
  await application.close();
}

/** A whole application over a temporary data folder, with a clock that moves when told. */
export async function openTestDesk(t: TestContext, given: { home?: string; now?: Ms } = {}): Promise<TestDesk> {
  const home = given.home ?? (await sampleHome(t, makeSample));
  let now = given.now ?? TODAY;
  const news: News[] = [];
  const defects: unknown[] = [];
  const application = await compose({
    home,
    desk: quietDesk,
    now: () => now,
    version: 'test',
    timers: false,
    reportDefect: (_call, defect) => defects.push(defect),
  });
  await application.opened;
  let open = true;
  const close = async (): Promise<void> => {
    if (open) await application.close();
    open = false;
  };
  t.after(close);
  application.subscribe((told) => news.push(told));
  return {
    home,
    dispatch: application.dispatch,
    news,
    defects,
    now: () => now,
    pass: (ms) => void (now += ms),
    sendDue: application.sendDue,
    tick: application.tick,
    close,
    ask: async (name, input) => {
      const reply = await application.dispatch(name, input);
      if (!reply.ok) throw new TidegateError(reply.code, reply.facts, defects.at(-1));
      return reply.value as Output<typeof name>;
    },
    restart: async () => {
      await close();
      return openTestDesk(t, { home, now });
    },
  };
}
