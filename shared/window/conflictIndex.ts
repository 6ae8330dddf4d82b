import type { ChangeId } from '../ids.ts';
import type { Collision } from './collision.ts';
import { collide, collisionsOf } from './collisionsOf.ts';
import { hitsOf } from './hitsOf.ts';
import { neighbourhood } from './neighbours.ts';
import type { WindowHit } from './span.ts';
import type { WindowContext } from './windowContext.ts';
import type { Work } from './work.ts';
import { createWorkIndex, type PlannedWork } from './workIndex.ts';

/**
 * What planned works meet, kept while they are edited one by one.
 *
 * Every answer equals the one that `hitsOf` and `collisionsOf` give over all works; an edit looks only at works that
 * run at the same time, before or after it.
 */
export interface ConflictIndex {
  /** Empty for a change that plans nothing here. */
  hitsOf(change: ChangeId): WindowHit[];
  collisionsOf(change: ChangeId): Collision[];
  /** The works that could collide with this one, which need not be here: those of the same time. */
  meeting(work: Work): readonly Work[];
  works(): Work[];
  /**
   * Takes a work in, or the new text of one.
   * @returns the other changes whose collisions are no longer the same
   */
  put(work: Work): ReadonlySet<ChangeId>;
  /** @returns the other changes that collided with it */
  remove(change: ChangeId): ReadonlySet<ChangeId>;
  /** Other windows or dependencies: every answer may differ from now on. */
  readWith(context: WindowContext): void;
}

export function createConflictIndex(first: WindowContext, works: Iterable<Work> = []): ConflictIndex {
  const index = createWorkIndex();
  let context = first;
  /** What others are told about their collisions with this work, by change. */
  const toldOthers = (work: Work | undefined): ReadonlyMap<ChangeId, string> => {
    const told = new Map<ChangeId, string>();
    if (!work) return told;
    const { near } = neighbourhood(context.topology);
    for (const other of index.during(work)) {
      const collisions = collide(other, work, near);
      if (collisions.length > 0) told.set(other.change, JSON.stringify(collisions));
    }
    return told;
  };
  const put = (work: Work): ReadonlySet<ChangeId> => {
    // A work without a number is a draft: nobody else meets it.
    if (!isPlanned(work)) return new Set();
    const before = toldOthers(index.get(work.change));
    index.put(work);
    return differing(before, toldOthers(work));
  };
  for (const work of works) if (isPlanned(work)) index.put(work);

  return {
    hitsOf(change) {
      const work = index.get(change);
      return work ? hitsOf(work, context) : [];
    },
    collisionsOf(change) {
      const work = index.get(change);
      return work ? collisionsOf(work, index.during(work), context.topology) : [];
    },
    meeting: (work) => index.during(work),
    works: () => [...index.all()],
    put,
    remove(change) {
      const before = toldOthers(index.get(change));
      index.remove(change);
      return new Set(before.keys());
    },
    readWith(next) {
      context = next;
    },
  };
}

function isPlanned(work: Work): work is PlannedWork {
  return work.change !== null;
}

function differing(before: ReadonlyMap<ChangeId, string>, after: ReadonlyMap<ChangeId, string>): Set<ChangeId> {
  const differ = new Set<ChangeId>();
  for (const [change, told] of before) if (after.get(change) !== told) differ.add(change);
  for (const change of after.keys()) if (!before.has(change)) differ.add(change);
  return differ;
}
