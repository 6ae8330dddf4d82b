import { useSyncExternalStore } from 'react';

let answers = true;
const listeners = new Set<() => void>();

/** Tells whether the host was there when it was last spoken to. */
export function sayHostAnswers(next: boolean): void {
  if (next === answers) return;
  answers = next;
  for (const listener of listeners) listener();
}

/** Does the host answer? While it does not, what is on screen may be old and nothing can be kept. */
export function useHostAnswers(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => answers,
  );
}
