import type { ChangeId } from '../ids.ts';
import type { Ms } from '../time/instant.ts';
import { touching } from './collisionsOf.ts';
import type { Denial } from './denials.ts';
import { neighbourhood } from './neighbours.ts';
import type { WindowContext } from './windowContext.ts';
import type { Work } from './work.ts';

/** What else is planned, and which of it has been agreed to. */
export interface Planned {
  readonly works: readonly Work[];
  /** Was this change approved: may others no longer take its time? */
  readonly approved: (change: ChangeId) => boolean;
}

/**
 * At which times do other changes keep this work away?
 *
 * An approved change on the same service keeps its time, at a site in common and in the same environment. Its
 * implementer's other works do as well, approved or not: nobody can do two things at once. A change that is not
 * approved yet, or on a service that only depends, keeps nothing: it raises the score by the factor of collisions.
 */
export function busyTimes(work: Work, { works, approved }: Planned, { topology }: WindowContext, from: Ms): Denial[] {
  const { near } = neighbourhood(topology);
  const found: Denial[] = [];
  for (const other of works) {
    const { change, title, start, end } = other;
    if (change === null || change === work.change || end <= from || end <= start) continue;
    const told = { id: change, title, start, end };
    const path = approved(change) ? touching(work, other, near) : null;
    if (path?.length === 1) found.push({ code: 'collision', ...told, path });
    if (work.implementer !== '' && work.implementer === other.implementer)
      found.push({ code: 'double-booked', ...told, path: [] });
  }
  return found;
}
