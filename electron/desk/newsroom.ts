import type { News, NewsKind } from '../../shared/api/news.ts';

/** Tells every open window what became outdated. */
export interface Newsroom {
  readonly subscribe: (listener: (news: News) => void) => () => void;
  /** Gathers what is told within one turn of the event loop into one message. */
  readonly tell: (...kinds: NewsKind[]) => void;
}

export function createNewsroom(): Newsroom {
  const listeners = new Set<(news: News) => void>();
  const waiting = new Set<NewsKind>();
  const deliver = (): void => {
    const news: News = { kinds: [...waiting].toSorted() };
    waiting.clear();
    for (const listener of listeners) listener(news);
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (...kinds) => {
      if (waiting.size === 0) queueMicrotask(deliver);
      for (const kind of kinds) waiting.add(kind);
    },
  };
}
