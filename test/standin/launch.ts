import { fork } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type ElectronApplication } from 'playwright';
import { projectRoot } from '../support/sources.ts';

/** What a desktop test may use: the part of Playwright's Electron that this stand-in gives too. */
export type Desktop = Pick<ElectronApplication, 'firstWindow' | 'evaluate' | 'close'>;

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** Runs the unmodified built main process in a child of ours, with the stand-in for `electron`. */
export async function launchStandin(env: Readonly<Record<string, string>>): Promise<Desktop> {
  const child = fork(join(projectRoot, 'dist', 'electron', 'main.cjs'), {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', new URL('./register.ts', import.meta.url).href],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let orders = 0;
  const order = (given: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = (orders += 1);
      const hear = (answer: Answer): void => {
        if (answer.id !== id) return;
        child.off('message', hear);
        if (answer.error === undefined) resolve(answer.value);
        else reject(new Error(answer.error));
      };
      child.on('message', hear);
      child.once('exit', (code) => reject(new Error(`the main process ended with ${code}`)));
      child.send({ id, ...given });
    });

  const firstWindow = async () => {
    const browser = await chromium.connectOverCDP(String(await order({})));
    const [context] = browser.contexts();
    for (let tries = 0; tries < 900; tries += 1) {
      const page = context?.pages().find((open) => open.url().includes('.tidegate.standin.test'));
      if (page) return page;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('no window came');
  };
  return {
    firstWindow,
    evaluate: (async (body: unknown, given: unknown) =>
      order({ source: String(body), given })) as ElectronApplication['evaluate'],
    close: async () => {
      await order({ source: '({ app }) => void setImmediate(() => app.quit())' }).catch(() => undefined);
      await exited;
    },
  };
}
