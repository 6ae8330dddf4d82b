/* Runs in the page, before any of its scripts: what Electron's own part of a sandboxed page would do. */

interface Given {
  /** Names nobody guesses: the door to the main process, and its door back. */
  readonly ask: string;
  readonly push: string;
}

type Preload = (require: (name: string) => unknown, module: object, exports: object) => void;

/** Takes the door away from the page, then runs the preload with a `require` that knows only `electron`. */
export function pageSide({ ask, push }: Given, preload: Preload): void {
  type Listener = (event: object, ...given: unknown[]) => void;
  if (window !== window.top) return; // a preload runs in the main frame only
  const doors = window as unknown as Record<string, unknown>;
  const toMain = doors[ask] as (text: string) => Promise<string>;
  delete doors[ask];
  const listeners = new Map<string, Set<Listener>>();
  const listenersOf = (channel: string): Set<Listener> => {
    const known = listeners.get(channel) ?? new Set();
    listeners.set(channel, known);
    return known;
  };
  Object.defineProperty(doors, push, {
    value: (channel: string, text: string) => {
      for (const listener of listenersOf(channel)) listener({}, ...(JSON.parse(text) as unknown[]));
    },
  });
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- travels to the page as text, with all it uses inside
  const complain = (name: string, members: object): object =>
    new Proxy(members, {
      get: (target, member) => {
        if (member in target) return (target as Record<PropertyKey, unknown>)[member];
        throw new Error(`stand-in: ${name}.${String(member)} is not covered`);
      },
    });
  const electron = complain('electron', {
    ipcRenderer: complain('ipcRenderer', {
      invoke: async (channel: string, ...args: unknown[]) => {
        const answer = JSON.parse(await toMain(JSON.stringify({ channel, args }))) as {
          value?: unknown;
          error?: string;
        };
        if (answer.error !== undefined) throw new Error(`Error invoking remote method '${channel}': ${answer.error}`);
        return answer.value;
      },
      on: (channel: string, listener: Listener) => listenersOf(channel).add(listener),
      removeListener: (channel: string, listener: Listener) => listenersOf(channel).delete(listener),
    }),
    contextBridge: complain('contextBridge', {
      exposeInMainWorld: (name: string, api: object) => {
        Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true });
      },
    }),
  });
  const require = (name: string): unknown => {
    if (name === 'electron') return electron;
    throw new Error(`stand-in: a sandboxed preload may not require ${name}`);
  };
  const module = { exports: {} };
  preload(require, module, module.exports);
}
