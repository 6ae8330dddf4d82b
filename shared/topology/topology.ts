import type { ServiceId } from '../ids.ts';

/** A service reached by walking dependencies, with the way that leads to it. */
export interface Reached {
  readonly service: ServiceId;
  readonly hops: number;
  /** From the touched service to this one, both included. */
  readonly path: readonly ServiceId[];
  /** Every edge on the path is strong. */
  readonly strong: boolean;
}
