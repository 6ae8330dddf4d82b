import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What a server has answered so far. */
export interface Served {
  /** Exchanges that brought objects. */
  fetches: number;
  /** Sent in answers of every kind, headers included. */
  bytes: number;
}

export interface LedgerServer {
  /** Of a repository by its name in the folder. */
  readonly address: (name: string) => string;
  readonly served: () => Promise<Served>;
  readonly close: () => void;
}

/** `git http-backend` over a folder of bare repositories, on loopback, in a process of its own. */
export async function serveLedgers(root: string): Promise<LedgerServer> {
  const child = fork(join(import.meta.dirname, 'serveLedgers.ts'), [root], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    address: (name) => `http://127.0.0.1:${port}/${name}`,
    served: async () => {
      child.send('served');
      const [served] = (await once(child, 'message')) as [Served];
      return served;
    },
    close: () => child.disconnect(),
  };
}
