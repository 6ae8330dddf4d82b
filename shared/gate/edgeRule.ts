import { runningSince, type RunningPart } from '../change/runningParts.ts';
import type { Board } from '../ledger/board.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import type { Ms } from '../time/instant.ts';
import type { Place } from '../window/span.ts';
import { objectionsAt, type TimeObjection } from '../window/timeObjections.ts';
import type { WindowContext } from '../window/windowContext.ts';
import type { Work } from '../window/work.ts';

export interface EdgeReading {
  readonly board: Board;
  readonly windows: WindowContext;
  readonly running: readonly RunningPart[];
}

/** An objection taken apart: cells where what is running may finish, and the others. */
export interface AtTheEdge {
  readonly finishing: TimeObjection | null;
  readonly objecting: TimeObjection | null;
  /** Some of the others are running, and are stopped at this stage. */
  readonly isStopping: boolean;
}

/** Which cells of this objection were running when it began, so that the window's edge rule speaks for them? */
export function atTheEdge(objection: TimeObjection, work: Work, reading: EdgeReading): AtTheEdge {
  const running = objection.places.filter((place) => beganInside(objection, place, work, reading));
  if (running.length === 0) return { finishing: null, objecting: objection, isStopping: false };
  if (objection.edge === 'stop-at-next-stage') return { finishing: null, objecting: objection, isStopping: true };
  const others = objection.places.filter((place) => !running.includes(place));
  return {
    finishing: { ...objection, places: running },
    objecting: others.length > 0 ? { ...objection, places: others } : null,
    isStopping: false,
  };
}

/** Did this begin, or was it published, while the cell was being worked on? */
function beganInside(objection: TimeObjection, place: Place, work: Work, reading: EdgeReading): boolean {
  const since = runningSince(reading.running, place);
  if (since === null) return false;
  if (objection.span && objection.span.start > since) return true;
  if (isLater(reading.board, objection.window, since)) return true;
  const cell = { ...work, services: orNone(place.service), sites: orNone(place.site), tenants: orNone(place.tenant) };
  const then = objectionsAt(cell, reading.windows, since);
  return !then.some(({ code, window }) => code === objection.code && window === objection.window);
}

/**
 * The calendar without the windows that were first published after all that runs had begun, and let it finish: nobody
 * who started in time owes them another approval.
 */
export function withoutLater(windows: WindowContext, board: Board, running: readonly RunningPart[]): WindowContext {
  if (running.length === 0) return windows;
  const since = Math.max(...running.map((part) => part.since));
  const counted = ({ window, edge }: WindowBody) => edge !== 'finish' || !isLater(board, window, since);
  return {
    ...windows,
    windows: windows.windows.filter(counted),
    mayHit: (work) => windows.mayHit(work).filter(counted),
  };
}

function isLater({ firstPublished }: Board, window: string, since: Ms): boolean {
  return (firstPublished?.get(window) ?? Number.NEGATIVE_INFINITY) > since;
}

function orNone(id: string | null): readonly string[] {
  return id === null ? [] : [id];
}
