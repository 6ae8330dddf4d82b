import type { News } from '../../shared/api/news.ts';
import type { Board } from '../../electron/host/board.ts';

export interface FakeBoard extends Board {
  readonly tell: (news: News) => void;
  readonly listeners: () => number;
}

/** A board that answers every call with what it was asked, so that a host can be tried alone. */
export function createFakeBoard(): FakeBoard {
  const listeners = new Set<(news: News) => void>();
  return {
    dispatch: async (name, input) => ({ ok: true, value: { name, input } }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => listeners.clear(),
    tell: (news) => {
      for (const listener of listeners) listener(news);
    },
    listeners: () => listeners.size,
  };
}
