import { DAY_MS, HOUR_MS, MINUTE_MS, type Ms } from '../time/instant.ts';
import { busyTimes, type Planned } from './busyTimes.ts';
import { denialsIn, type Denial } from './denials.ts';
import { LONGEST_OPEN_MS } from './pairEnds.ts';
import { refusedStretches } from './refusedStretches.ts';
import type { FreeSlots, Slot } from './slot.ts';
import type { WindowContext } from './windowContext.ts';
import type { Work } from './work.ts';

/** Starts are offered on the quarter of an hour, as people plan. */
const GRID_MS = 15 * MINUTE_MS;
/** Between two offers in one long opening; a shift, so that night and day are both tried. */
const APART_MS = 6 * HOUR_MS;
/** How far the calendar is read at first; four times as far each time that is not enough. */
const FIRST_REACH_MS = 8 * DAY_MS;

export interface SlotQuestion {
  /** Not before this moment. */
  readonly from: Ms;
  readonly count: number;
  readonly planned: Planned;
  /** How risky a start then would be; collisions with what only depends count here. */
  readonly judge: (start: Ms) => Pick<Slot, 'score' | 'band'>;
}

/**
 * Which are the next starts at which this work can run to its end, and why is every earlier one refused?
 *
 * No rule of time objects from start to end, no approved change is on the same service, and the implementer has nothing
 * else to do (see `busyTimes`). In one long opening the offers lie six hours apart. Looks no further than 400 days.
 */
export function freeSlots(work: Work, context: WindowContext, asked: SlotQuestion): FreeSlots {
  const length = work.end - work.start;
  const last = asked.from + LONGEST_OPEN_MS;
  const busy = busyTimes(work, asked.planned, context, asked.from);
  let denials: readonly Denial[] = [];
  let known = asked.from;
  let at = onGrid(asked.from);
  let past = 0;
  /** When what meets a work that starts then is over; null when nothing does. */
  const heldUntil = (start: Ms): Ms | null => {
    let until: Ms | null = null;
    while (past < denials.length && (denials[past]?.end ?? start) < Math.min(at, start)) past += 1;
    for (let next = past; next < denials.length; next += 1) {
      const denial = denials[next];
      if (!denial || denial.start >= start + length) break;
      if (denial.end > start) until = Math.max(until ?? denial.end, denial.end);
    }
    if (until !== null || known >= start + length) return until;
    known = asked.from + Math.max(FIRST_REACH_MS, (known - asked.from) * 4);
    const held = denialsIn(work, context, { start: asked.from, end: known });
    denials = [...held, ...busy].toSorted((a, b) => a.start - b.start);
    past = 0;
    return heldUntil(start);
  };

  const starts: Ms[] = [];
  while (at <= last && starts.length < asked.count) {
    const free = heldUntil(at);
    if (free === null) {
      starts.push(at);
      at += APART_MS;
      continue;
    }
    if (free > last) break;
    // Whatever starts before all of these are over meets one of them as well.
    const exact = Math.ceil(free / MINUTE_MS) * MINUTE_MS;
    // An opening may be over before the quarter of an hour comes round.
    at = heldUntil(onGrid(free)) !== null && heldUntil(exact) === null ? exact : onGrid(free);
  }
  const slots = starts
    .map((start) => ({ start, end: start + length, ...asked.judge(start) }))
    .toSorted((a, b) => a.score - b.score || a.start - b.start);
  const end = starts.at(-1) ?? Math.min(last, known);
  return { slots, refused: refusedStretches(denials, length, { start: asked.from, end }) };
}

function onGrid(at: Ms): Ms {
  return Math.ceil(at / GRID_MS) * GRID_MS;
}
