import { setTimeout } from 'node:timers/promises';
import { TidegateError } from '../../shared/errors.ts';

const TRIES = 8;
const STEP_MS = 120;

/**
 * Does something until it is done: `null` means that somebody else was faster, and the next turn waits a little longer
 * and a chance more, so that two do not meet for ever.
 *
 * @throws TidegateError `remote-moved` after eight turns
 */
export async function withTries<T>(once: () => Promise<T | null>): Promise<T> {
  for (let turn = 1; turn <= TRIES; turn += 1) {
    const done = await once();
    if (done !== null) return done;
    await setTimeout(turn * STEP_MS * (0.5 + Math.random()));
  }
  throw new TidegateError('remote-moved', { tries: TRIES });
}
