import { compose, type Application } from '../../../electron/compose.ts';
import type { CallName, Input, Output } from '../../../shared/api/contract.ts';
import { TidegateError } from '../../../shared/errors.ts';
import { BIG_NOW } from '../../support/bigBoard.ts';

/** A whole application without timers, at the instant of generated ledgers. */
export interface BenchDesk {
  readonly app: Application;
  readonly ask: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>;
  /** Resolves when this holds; looked at whenever there is news. */
  readonly until: (holds: () => Promise<boolean>) => Promise<void>;
}

export async function openBenchDesk(home: string): Promise<BenchDesk> {
  const desk = {
    capabilities: { host: 'browser' as const, pickFolder: false, reveal: false },
    pickFolder: async () => null,
    reveal: async () => undefined,
  };
  const app = await compose({ home, desk, now: () => BIG_NOW, version: 'bench', timers: false });
  await app.opened;
  const ask: BenchDesk['ask'] = async (name, input) => {
    const reply = await app.dispatch(name, input);
    if (!reply.ok) throw new TidegateError(reply.code, reply.facts);
    return reply.value as Output<typeof name>;
  };
  const until: BenchDesk['until'] = async (holds) => {
    for (;;) {
      const news = new Promise<void>((heard) => {
        const quiet = app.subscribe(() => {
          quiet();
          heard();
        });
      });
      if (await holds()) return;
      await news;
    }
  };
  return { app, ask, until };
}

/** The whole way from an address to a board whose every page shows it. Returns how many changes it lists. */
export async function joinAndOpen({ ask, until }: BenchDesk, address: string): Promise<number> {
  const { job } = await ask('boards.join', { address, root: null });
  await until(async () => {
    const own = (await ask('jobs.list', {})).find((each) => each.job === job);
    if (own?.state === 'failed') throw new TidegateError('unexpected', { ...own.problem?.facts });
    return own?.state === 'done';
  });
  const { rootFingerprint } = await ask('boards.joined', { job });
  const { name } = await ask('boards.keep', { job, root: rootFingerprint });
  await ask('boards.open', { name });
  const page = { filter: {}, sort: { by: 'start', descending: true }, offset: 0, limit: 100 } as const;
  return (await ask('changes.list', page)).total;
}
