import type { PersonId } from '../ids.ts';
import type { Ms } from '../time/instant.ts';

/** So many of its last moves a checkpoint tells: nearly every later record has seen something this close before it. */
export const SHOWN_STEPS = 40;

interface Reading {
  readonly person: PersonId;
  readonly at: Ms;
}

/**
 * The time the line itself vouches for: what at least two different people have claimed.
 *
 * One clock that is wrong, by accident or on purpose, cannot move it; nobody can sign into the past of what
 * two others have signed.
 */
export interface Clock {
  /** The latest claim, and the latest by anybody else. */
  first: Reading | null;
  second: Reading | null;
  /** What the clock showed from each position on, oldest first; grows in place. */
  readonly steps: { readonly from: number; readonly at: Ms }[];
  /** What it showed before this position is not known: the reading began at a checkpoint. */
  knownFrom: number;
}

export function copyClock(clock: Clock): Clock {
  return { ...clock, steps: [...clock.steps] };
}

/** Moves the clock by a counted record at `position` that claims `at`. */
export function tick(clock: Clock, person: PersonId, at: Ms, position: number): void {
  const claim = { person, at };
  if (clock.first === null || clock.first.person === person) {
    if (clock.first === null || at > clock.first.at) clock.first = claim;
  } else if (at > clock.first.at) {
    clock.second = clock.first;
    clock.first = claim;
  } else if (clock.second === null || at > clock.second.at) clock.second = claim;

  const shown = clock.steps.at(-1);
  if (clock.second === null || clock.second.at === shown?.at) return;
  if (shown?.from === position) clock.steps.pop();
  clock.steps.push({ from: position, at: clock.second.at });
}

/**
 * When was this first seen, by what its signers say and what the line knows?
 *
 * Not before the clock of the line; nor before what anybody else has claimed by then. But one clock alone, which may be
 * wrong, moves it by no more than `most`.
 */
export function firstSeen(
  { first, second }: Clock,
  signers: readonly { readonly person: PersonId; readonly at: Ms }[],
  most: Ms,
): Ms {
  const said = Math.max(...signers.map(({ at }) => at));
  const isOther = first !== null && signers.every(({ person }) => person !== first.person);
  return Math.max(said, second?.at ?? said, isOther ? Math.min(first.at, said + most) : said);
}

/**
 * What the clock may have showed after the commit at `position`: once where that is known; else what it showed at the latest,
 * and nothing at all.
 */
export function clocksAt(clock: Clock, position: number): readonly (Ms | null)[] {
  if (position >= clock.knownFrom) return [clockAt(clock, position)];
  return [null, clock.steps[0]?.at ?? null];
}

/** What the clock showed after the commit at `position`; null while fewer than two people had signed. */
function clockAt({ steps }: Clock, position: number): Ms | null {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.from ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1]?.at ?? null;
}
