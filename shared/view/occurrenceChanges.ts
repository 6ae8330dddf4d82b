import type { Wall } from '../time/instant.ts';
import type { Fiscal, Ruled } from './scheduleForms.ts';

/** Schedules of which single occurrences can differ from what they compute. */
export type Changeable = Ruled | Fiscal;
export interface WallsOf {
  readonly start: Wall;
  readonly end: Wall;
}

/** The schedule without the lists that hold nothing, as records have it. */
function tidy<S extends Changeable>(schedule: S): S {
  const { exceptions, additions, moved, ...rest } = schedule;
  return {
    ...rest,
    ...(exceptions && exceptions.length > 0 && { exceptions }),
    ...(additions && additions.length > 0 && { additions }),
    ...(moved && moved.length > 0 && { moved }),
  } as S; // the same keys, less the empty ones
}

/** Without the occurrence that starts then. */
export function skipped<S extends Changeable>(schedule: S, start: Wall): S {
  const exceptions = [...new Set([...(schedule.exceptions ?? []), start])].toSorted();
  return { ...schedule, exceptions };
}

/** With that occurrence again. */
export function restored<S extends Changeable>(schedule: S, start: Wall): S {
  return tidy({ ...schedule, exceptions: (schedule.exceptions ?? []).filter((wall) => wall !== start) });
}

/** The occurrence that is computed for `from`, or was moved from there before, happens at these times instead. */
export function movedTo<S extends Changeable>(schedule: S, from: Wall, walls: WallsOf): S {
  const others = (schedule.moved ?? []).filter((move) => move.from !== from);
  return { ...schedule, moved: [...others, { from, ...walls }].toSorted((a, b) => (a.from < b.from ? -1 : 1)) };
}

/** Back to where it was computed. */
export function putBack<S extends Changeable>(schedule: S, from: Wall): S {
  return tidy({ ...schedule, moved: (schedule.moved ?? []).filter((move) => move.from !== from) });
}

/** With a span beside the computed ones. */
export function withAddition<S extends Changeable>(schedule: S, walls: WallsOf): S {
  const additions = [...(schedule.additions ?? []), walls].toSorted((a, b) => (a.start < b.start ? -1 : 1));
  return { ...schedule, additions };
}

export function withoutAddition<S extends Changeable>(schedule: S, start: Wall): S {
  return tidy({ ...schedule, additions: (schedule.additions ?? []).filter((each) => each.start !== start) });
}

/** What an occurrence that starts then is to its schedule. */
export type Standing =
  { readonly kind: 'computed' } | { readonly kind: 'added' } | { readonly kind: 'moved'; readonly from: Wall };

export function standingOf({ moved = [], additions = [] }: Changeable, start: Wall): Standing {
  const move = moved.find((each) => each.start === start);
  if (move) return { kind: 'moved', from: move.from };
  return additions.some((each) => each.start === start) ? { kind: 'added' } : { kind: 'computed' };
}
