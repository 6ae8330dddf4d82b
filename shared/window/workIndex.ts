import type { ChangeId } from '../ids.ts';
import { overlaps, type Ms, type Period } from '../time/instant.ts';
import type { Work } from './work.ts';

/** 2^22 ms, about 70 minutes: the finest slots; each level above has slots eight times as long. */
const FINEST_MS: Ms = 2 ** 22;
const STEP = 8;
/** The last has slots of three centuries. */
const LEVELS = 8;

/** A planned work that has its number. */
export type PlannedWork = Work & { readonly change: ChangeId };

/** Works by time: finds those that run in a period without looking at the others. */
export interface WorkIndex {
  get(change: ChangeId): PlannedWork | undefined;
  /** In the place of the same change's earlier work. */
  put(work: PlannedWork): void;
  remove(change: ChangeId): void;
  /** All that share a moment with the period, in no particular order. */
  during(period: Period): PlannedWork[];
  all(): Iterable<PlannedWork>;
}

type Level = Map<number, PlannedWork[]>;

/** Each work lies on the level whose slots are no shorter than itself, so in two slots at most. */
export function createWorkIndex(): WorkIndex {
  const works = new Map<ChangeId, PlannedWork>();
  const levels: Level[] = Array.from({ length: LEVELS }, () => new Map());
  const remove = (change: ChangeId): void => {
    const work = works.get(change);
    if (!work) return;
    works.delete(change);
    const level = levelOf(work);
    const slots = levels[level];
    const [first, last] = slotsOf(work, level);
    for (let slot = first; slot <= last; slot += 1) {
      const left = slots?.get(slot)?.filter((each) => each !== work) ?? [];
      if (left.length > 0) slots?.set(slot, left);
      else slots?.delete(slot);
    }
  };

  return {
    get: (change) => works.get(change),
    put(work) {
      remove(work.change);
      works.set(work.change, work);
      const level = levelOf(work);
      const slots = levels[level];
      const [first, last] = slotsOf(work, level);
      for (let slot = first; slot <= last; slot += 1) {
        const there = slots?.get(slot);
        if (there) there.push(work);
        else slots?.set(slot, [work]);
      }
    },
    remove,
    during(period) {
      const found: PlannedWork[] = [];
      for (const [level, slots] of levels.entries()) {
        if (slots.size === 0) continue;
        const [first, last] = slotsOf(period, level);
        const take = (all: readonly PlannedWork[], slot: number) => {
          for (const work of all)
            // Of two slots the one that comes first in the period tells.
            if (overlaps(work, period) && slot === Math.max(first, slotsOf(work, level)[0])) found.push(work);
        };
        if (last - first < slots.size)
          for (let slot = first; slot <= last; slot += 1) take(slots.get(slot) ?? [], slot);
        else for (const [slot, all] of slots) if (slot >= first && slot <= last) take(all, slot);
      }
      return found;
    },
    all: () => works.values(),
  };
}

function levelOf({ start, end }: Period): number {
  let level = 0;
  for (let length = FINEST_MS; length < end - start && level < LEVELS - 1; length *= STEP) level += 1;
  return level;
}

/** The first and the last slot; a work without length lies in the slot of its start. */
function slotsOf({ start, end }: Period, level: number): readonly [number, number] {
  const length = FINEST_MS * STEP ** level;
  return [Math.floor(start / length), Math.floor(Math.max(start, end - 1) / length)];
}
