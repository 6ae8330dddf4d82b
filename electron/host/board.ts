import type { News } from '../../shared/api/news.ts';
import type { Dispatch } from '../app/dispatch.ts';

/** All that a host needs from the application. */
export interface Board {
  readonly dispatch: Dispatch;
  /** Answers how to stop listening. */
  readonly subscribe: (listener: (news: News) => void) => () => void;
  readonly close: () => Promise<void>;
}
