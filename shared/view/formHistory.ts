/** What was written, what was taken back, and what stands now. */
export interface History<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
  /** Which part was changed last, and when: the letters of one word are one step. */
  readonly last: { readonly part: string; readonly at: number } | null;
}

const MOST_STEPS = 200;
/** Changes of the same part within this time are one step. */
const ONE_STEP_MS = 1_000;

export function newHistory<T>(now: T): History<T> {
  return { past: [], now, future: [], last: null };
}

/** After a change of `part` at the moment `at`, in milliseconds. */
export function changed<T>(history: History<T>, now: T, part: string, at: number): History<T> {
  const { past, last } = history;
  const isOneStep = last !== null && last.part === part && at - last.at < ONE_STEP_MS;
  return {
    past: isOneStep && past.length > 0 ? past : [...past, history.now].slice(-MOST_STEPS),
    now,
    future: [],
    last: { part, at },
  };
}

/** One step back; the same when there is none. */
export function undone<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future], last: null };
}

/** One step forward again; the same when nothing was taken back. */
export function redone<T>(history: History<T>): History<T> {
  const [next, ...rest] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.now], now: next, future: rest, last: null };
}
