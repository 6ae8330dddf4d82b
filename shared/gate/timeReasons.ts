import { OWNERS_STAND_IN } from '../approval/requirementsOf.ts';
import type { CountedDecision } from '../approval/tally.ts';
import type { ChangeReading } from '../change/readChange.ts';
import { personName, type Board } from '../ledger/board.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import { toInstant, toMs, type Ms } from '../time/instant.ts';
import type { Place } from '../window/span.ts';
import { nextOpening, objectionsAt, type TimeObjection } from '../window/timeObjections.ts';
import { placesOf, type Work } from '../window/work.ts';
import type { Reason, SpanUsed } from './verdict.ts';

export interface TimeReading {
  readonly reasons: readonly Reason[];
  readonly nextOpening: Ms | null;
  readonly spans: readonly SpanUsed[];
}

/** A verdict names the spans it rested on; a work that touches hundreds of sites does not list them all. */
const MOST_SPANS = 60;

/**
 * What does the calendar say about starting this work now, and when is the first moment it says nothing against it?
 * A soft freeze whose owner, or for a change of the owner's own the stand-in, has approved the text does not
 * object; nor will it later.
 */
export function timeReasons(
  reading: ChangeReading,
  work: Work,
  at: Ms,
  approvals: readonly CountedDecision[],
): TimeReading {
  const approvedBy = new Set(approvals.map(({ person }) => person));
  const stoodIn = approvals.some(({ role }) => role === OWNERS_STAND_IN);
  const agreed = (owner: string) => (reading.conflicted.has(owner) ? stoodIn : approvedBy.has(owner));
  const isLifted = ({ effect, owner }: WindowBody) => effect === 'soft-freeze' && agreed(owner);
  const windows = {
    ...reading.windows,
    windows: reading.windows.windows.filter((window) => !isLifted(window)),
  };
  const cells = placesOf(work).length;
  const objections = byWindow(objectionsAt(work, windows, at)).map((objection) =>
    objectionReason(objection, cells, reading.board),
  );
  const begin = reading.text.timing ? Math.max(at, toMs(reading.text.timing.earliestStart)) : at;
  const opening = nextOpening(work, windows, begin);
  const inside = opening !== null && (reading.latestEnd === null || opening < reading.latestEnd) ? opening : null;
  const read = runningSpans(reading, work, at, Math.max(opening ?? at, at) + 1);
  return { reasons: [...objections, ...read.notes], nextOpening: inside, spans: read.spans };
}

/** One line per window: on site clocks the same window objects once for each clock. */
function byWindow(objections: readonly TimeObjection[]): TimeObjection[] {
  const merged = new Map<string, TimeObjection>();
  for (const next of objections) {
    const key = `${next.code} ${next.window} ${next.title}`;
    const known = merged.get(key);
    merged.set(key, known ? bothOf(known, next) : next);
  }
  return [...merged.values()];
}

const keyOf = ({ service, site, tenant }: Place) => `${service} ${site} ${tenant}`;

function bothOf(one: TimeObjection, other: TimeObjection): TimeObjection {
  const places = new Map([...one.places, ...other.places].map((place) => [keyOf(place), place]));
  const until = one.until === null || other.until === null ? null : Math.max(one.until, other.until);
  return { ...one, places: [...places.values()], until };
}

function objectionReason(
  { code, title, window, owner: person, places, path, until }: TimeObjection,
  cells: number,
  board: Board,
): Reason {
  const owner = personName(board, person);
  const words = {
    freeze: `Frozen by ${title}: only a waiver of its owner, ${owner}, lifts it`,
    'soft-freeze': `Softly frozen by ${title}: its owner, ${owner}, has not agreed`,
    'closed-outside': `Closed outside of ${title}`,
  };
  const part = places.length < cells ? `, ${places.length} of ${cells} places` : '';
  return {
    code,
    answer: code === 'freeze' ? 'needs-waiver' : 'deny',
    text: `${words[code]}${part}`,
    rule: code === 'freeze' ? 'deny-wins' : code,
    record: `window/${window}`,
    ...(path.length > 1 ? { path } : {}),
    ...common(places),
    ...(until === null ? {} : { until: toInstant(until) }),
  };
}

/** What all the places have in common, which is all of a place when there is one. */
function common(places: readonly Place[]): Pick<Reason, 'service' | 'site' | 'tenant'> {
  const same = (pick: (place: Place) => string | null) => {
    const found = new Set(places.map(pick));
    const [only] = found;
    return found.size === 1 && only !== null && only !== undefined ? only : null;
  };
  const service = same((place) => place.service);
  const site = same((place) => place.site);
  const tenant = same((place) => place.tenant);
  return {
    ...(service === null ? {} : { service }),
    ...(site === null ? {} : { site }),
    ...(tenant === null ? {} : { tenant }),
  };
}

/** The occurrences between now and the opening, and a note for each that runs now and denies nothing. */
function runningSpans(
  { windows }: ChangeReading,
  work: Work,
  at: Ms,
  end: Ms,
): { readonly spans: readonly SpanUsed[]; readonly notes: readonly Reason[] } {
  const spans: SpanUsed[] = [];
  const notes: Reason[] = [];
  for (const window of windows.windows) {
    if (window.standing !== 'published') continue;
    const covers = windows.cover(window, work);
    const found = windows.spansFor(window, covers, { start: at, end });
    for (const { start, end: until, zone } of found) {
      const used = { window: window.window, start: toInstant(start), end: toInstant(until), zone };
      const known = spans.some((s) => s.window === used.window && s.start === used.start && s.end === used.end);
      if (!known && spans.length < MOST_SPANS) spans.push(used);
    }
    const running = found.find(({ start }) => start <= at);
    if (running && (window.effect === 'peak' || window.effect === 'maintenance')) {
      const text = window.effect === 'peak' ? `A peak is running: ${window.title}` : `Inside ${window.title}`;
      const until = toInstant(running.end);
      notes.push({
        code: window.effect,
        answer: 'allow',
        text,
        rule: window.effect,
        record: `window/${window.window}`,
        until,
      });
    }
  }
  return { spans, notes };
}
