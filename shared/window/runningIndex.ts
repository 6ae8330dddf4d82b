import type { WindowBody } from '../record/body/windowBody.ts';
import type { Ms, Period } from '../time/instant.ts';
import type { Span } from './span.ts';

/** 2^23 ms, about 2 hours 20 minutes: as long as most work. */
const SLOT_MS = 2 ** 23;
/** As many slots as timelines expand at once, so that both look at the same stretch. */
const SLOTS = 2 ** 10;
/** A period of more slots than this is asked window by window. */
const MOST_SLOTS = 64;

/** Finds the windows that run at a time without looking at the others. */
export interface RunningIndex {
  /** All windows with an occurrence in the period, and few without, in their order. */
  running(period: Period): Iterable<WindowBody>;
}

/**
 * Sorts windows into slots of time, a stretch at a time, when it is first asked about.
 *
 * @param spansOf the occurrences of a window on every clock it has
 */
export function createRunningIndex(
  windows: readonly WindowBody[],
  spansOf: (window: WindowBody, period: Period) => readonly Span[],
): RunningIndex {
  const stretches = new Map<number, readonly (readonly number[])[]>();

  const slotsOf = (stretch: number): readonly (readonly number[])[] => {
    const known = stretches.get(stretch);
    if (known) return known;
    const start = stretch * SLOTS * SLOT_MS;
    const slots: number[][] = Array.from({ length: SLOTS }, () => []);
    for (const [number, window] of windows.entries())
      for (const span of spansOf(window, { start, end: start + SLOTS * SLOT_MS }))
        for (let at = slot(span.start - start); at <= slot(span.end - 1 - start); at += 1)
          if (slots[at]?.at(-1) !== number) slots[at]?.push(number);
    stretches.set(stretch, slots);
    return slots;
  };

  return {
    running(period) {
      const first = Math.floor(period.start / SLOT_MS);
      const last = Math.floor((period.end - 1) / SLOT_MS);
      if (last - first >= MOST_SLOTS) return windows;
      const found = new Set<number>();
      for (let at = first; at <= last; at += 1)
        for (const number of slotsOf(Math.floor(at / SLOTS))[at - Math.floor(at / SLOTS) * SLOTS] ?? [])
          found.add(number);
      return pick(windows, found);
    },
  };
}

function slot(since: Ms): number {
  return Math.min(Math.max(Math.floor(since / SLOT_MS), 0), SLOTS - 1);
}

function pick(windows: readonly WindowBody[], numbers: ReadonlySet<number>): WindowBody[] {
  return [...numbers].toSorted((a, b) => a - b).flatMap((number) => windows[number] ?? []);
}
