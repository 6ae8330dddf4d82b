import type { RequestBody } from '../record/body/requestBody.ts';
import type { Category } from '../record/words.ts';

/** One kind of work that the group does again and again; each title is one change of the board. */
export interface SampleWork {
  readonly titles: readonly string[];
  readonly why: string;
  readonly category: Category;
  readonly services: readonly string[];
  /** The sites of the change: all listed, or with `oneSite` one of them per change. */
  readonly sites: readonly string[];
  readonly oneSite?: true;
  readonly minutes: number;
  readonly data: RequestBody['data'];
  readonly readiness: RequestBody['plans']['rollback']['readiness'];
  readonly people: readonly [requester: string, implementer: string];
  readonly steps: string;
  readonly check: string;
  readonly back: string;
}
