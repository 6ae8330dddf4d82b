import type { WindowBody } from '../record/body/windowBody.ts';
import type { Ms, Period } from '../time/instant.ts';
import { noMembers, type Members } from './members.ts';

/** 2^23 ms, about 2 hours 20 minutes: as long as most work. */
const SLOT_MS = 2 ** 23;
/** As many slots as timelines expand at once, so that both look at the same stretch. */
const SLOTS = 2 ** 10;
/** A period of more slots than this is asked window by window. */
const MOST_SLOTS = 64;

/** Finds the windows that run at a time without looking at the others. */
export interface RunningIndex {
  /** All windows with an occurrence in the period, and few without, by their place; null when all may run. */
  running(period: Period): Members | null;
}

/** Calls back for each occurrence of a window on every clock it has; a few beside the period may be among them. */
type Mark = (window: WindowBody, period: Period, take: (start: Ms, end: Ms) => void) => void;

/** Sorts windows into slots of time, a stretch at a time, when it is first asked about. */
export function createRunningIndex(windows: readonly WindowBody[], mark: Mark): RunningIndex {
  const words = noMembers(windows.length).length;
  /** The sets of all slots of a stretch, one after the other. */
  const stretches = new Map<number, Members>();

  const slotsOf = (stretch: number): Members => {
    const known = stretches.get(stretch);
    if (known) return known;
    const start = stretch * SLOTS * SLOT_MS;
    const slots = new Uint32Array(SLOTS * words);
    for (const [place, window] of windows.entries()) {
      const word = place >>> 5;
      const bit = 1 << (place & 31);
      mark(window, { start, end: start + SLOTS * SLOT_MS }, (from, to) => {
        const last = Math.min(Math.floor((to - 1 - start) / SLOT_MS), SLOTS - 1);
        for (let at = Math.max(Math.floor((from - start) / SLOT_MS), 0); at <= last; at += 1)
          slots[at * words + word] = (slots[at * words + word] ?? 0) | bit;
      });
    }
    stretches.set(stretch, slots);
    return slots;
  };

  return {
    running(period) {
      const first = Math.floor(period.start / SLOT_MS);
      const last = Math.floor((period.end - 1) / SLOT_MS);
      if (last - first >= MOST_SLOTS) return null;
      const found = noMembers(windows.length);
      for (let at = first; at <= last; at += 1) {
        const stretch = Math.floor(at / SLOTS);
        const slots = slotsOf(stretch);
        const slot = (at - stretch * SLOTS) * words;
        for (let word = 0; word < words; word += 1) found[word] = (found[word] ?? 0) | (slots[slot + word] ?? 0);
      }
      return found;
    },
  };
}
