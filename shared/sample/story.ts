import type { RequestBody } from '../record/body/requestBody.ts';
import type { Ms } from '../time/instant.ts';

/** Where a sample change shall stand at `now`. `draft` is missing: drafts never reach the ledger. */
export type Destination =
  | 'closed'
  | 'review'
  | 'validating'
  | 'implementing'
  | 'scheduled'
  | 'authorization'
  | 'assessment'
  | 'rejected'
  | 'cancelled'
  | 'expired';

/** One change with what shall become of it. */
export interface Story {
  readonly destination: Destination;
  readonly openedAt: Ms;
  readonly start: Ms;
  readonly request: Omit<RequestBody, 'follows'>;
  /** How many of the asked approvals are still open at the end, for `authorization`. */
  readonly leaveOpen: number;
  readonly outcome: 'successful' | 'successful-with-issues' | 'failed-rolled-back' | 'failed-fixed-forward';
}

/** How many changes of the sample stand where; one hundred and twenty together. */
export const storyCounts: Readonly<Record<Destination, number>> = {
  closed: 61,
  review: 3,
  validating: 5,
  implementing: 3,
  scheduled: 15,
  authorization: 16,
  assessment: 8,
  rejected: 3,
  cancelled: 3,
  expired: 3,
};
