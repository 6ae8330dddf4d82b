import type { Handlers } from '../../../shared/api/contract.ts';
import type { BoardFacts } from './boardFacts.ts';
import type { Jobs } from '../jobs.ts';

/** Calls that the application answers whatever board is open, or none. */
type ApplicationCall = Extract<keyof Handlers, `boards.${string}` | `holidays.${string}`>;
export type ApplicationHandlers = Pick<Handlers, ApplicationCall>;
export type BoardHandlers = Omit<Handlers, ApplicationCall>;

/** A board with all its parts at work. */
export interface OpenBoard {
  readonly name: string;
  readonly handlers: BoardHandlers;
  readonly facts: () => BoardFacts;
  readonly jobs: Jobs;
  /** Notices that time has passed. */
  readonly tick: () => void;
  /** Sends what is due now. */
  readonly sendDue: () => Promise<void>;
  /** Stops its long work and its timers; what is signed stays in the outbox. */
  readonly close: () => Promise<void>;
}
