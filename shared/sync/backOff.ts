import { MINUTE_MS, type Ms } from '../time/instant.ts';

const FIRST_MS = 5_000;
const LONGEST_MS = 10 * MINUTE_MS;
const PERIOD_MS = MINUTE_MS;
const RACE_MS = 100;
const LONGEST_RACE_MS = 3_000;

/**
 * How long to leave a remote alone that has failed so many times in a row: 5 s, 10 s, 20 s ... 10 minutes, and of
 * that between a half and all, so that desks cut off together do not come back together.
 *
 * @param random from 0 up to 1
 */
export function backOffMs(failures: number, random: number): Ms {
  return jittered(Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1)), random);
}

/** How long to wait before the same push again, when others were faster so many times in a row. */
export function raceMs(lost: number, random: number): Ms {
  return jittered(Math.min(LONGEST_RACE_MS, RACE_MS * 2 ** Math.max(0, lost - 1)), random);
}

/** When to look at a remote that answered and has nothing to be sent: about every minute. */
export function periodMs(random: number): Ms {
  return PERIOD_MS - Math.floor(random * 0.2 * PERIOD_MS);
}

function jittered(whole: Ms, random: number): Ms {
  return Math.floor(whole / 2 + (random * whole) / 2);
}
