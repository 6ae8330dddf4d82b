/** How far Git is with what it does; `total` is 0 while it does not know. */
export interface GitProgress {
  readonly phase: 'count' | 'receive' | 'resolve' | 'send';
  readonly done: number;
  readonly total: number;
}

const PHASES: readonly (readonly [RegExp, GitProgress['phase']])[] = [
  [/^(remote: )?(Enumerating|Counting|Compressing) objects/, 'count'],
  [/^(Receiving|Unpacking) objects/, 'receive'],
  [/^(remote: )?Resolving deltas|^Checking connectivity/, 'resolve'],
  [/^Writing objects/, 'send'],
];
/** `Receiving objects:  42% (42/100), 1.20 MiB | 3.00 MiB/s` or, while counting, `Enumerating objects: 42`. */
const COUNTED = /:\s+(?:\d+% \((\d+)\/(\d+)\)|(\d+))/;
/** What Git traces of its exchange over http. Never kept: only the server's clock is read from it. */
const TRACED = /^\d\d:\d\d:\d\d\.\d+ \S+\.c:\d+/;
const DATE = /<= Recv header: date: (.+?)\s*$/i;

/** Tells apart what Git writes to standard error while it talks to a remote, chunk by chunk. */
export function createRemoteWords(heard: {
  readonly progress: (progress: GitProgress) => void;
  /** The server's clock, in milliseconds. */
  readonly date: (at: number) => void;
}): { readonly take: (chunk: string) => void; readonly said: () => string } {
  let rest = '';
  let said = '';
  const line = (text: string): void => {
    if (TRACED.test(text)) {
      const at = Date.parse(DATE.exec(text)?.[1] ?? '');
      if (!Number.isNaN(at)) heard.date(at);
      return;
    }
    const phase = PHASES.find(([sign]) => sign.test(text))?.[1];
    if (phase === undefined) {
      if (text.startsWith('hint: ')) return;
      said = `${said}${text}\n`.slice(-MOST_SAID);
      return;
    }
    const [, done, total, count] = COUNTED.exec(text) ?? [];
    heard.progress({ phase, done: Number(done ?? count ?? 0), total: Number(total ?? 0) });
  };
  return {
    take: (chunk) => {
      const lines = `${rest}${chunk}`.split(/[\r\n]+/);
      // A server may send a line without an end; how a line began tells whether it is a trace.
      rest = (lines.pop() ?? '').slice(0, MOST_SAID);
      lines.forEach(line);
    },
    said: () => {
      if (rest !== '') line(rest);
      rest = '';
      return said;
    },
  };
}

const MOST_SAID = 8_000;
