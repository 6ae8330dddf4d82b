import { OWNERS_STAND_IN } from '../approval/requirementsOf.ts';
import type { CountedDecision } from '../approval/tally.ts';
import type { ChangeReading } from '../change/readChange.ts';
import type { RunningPart } from '../change/runningParts.ts';
import { personName, type Board } from '../ledger/board.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import type { RecordId, WindowId } from '../ids.ts';
import { toInstant, toMs, type Ms } from '../time/instant.ts';
import type { WaiverStanding } from '../waiver/waiverStanding.ts';
import type { Place, Span } from '../window/span.ts';
import { nextOpening, objectionsAt, type TimeObjection } from '../window/timeObjections.ts';
import type { WindowContext } from '../window/windowContext.ts';
import { placesOf, type Work } from '../window/work.ts';
import { atTheEdge } from './edgeRule.ts';
import type { Reason, SpanUsed } from './verdict.ts';
import { waive, waivedReason, waiverHint, waiversUsed } from './waivedReasons.ts';

export interface TimeReading {
  readonly reasons: readonly Reason[];
  readonly nextOpening: Ms | null;
  readonly spans: readonly SpanUsed[];
  /** Waivers in force that lift something. */
  readonly waivers: readonly RecordId[];
}

/** What people have said that time rules give way to. */
export interface Concessions {
  readonly approvals: readonly CountedDecision[];
  readonly waivers: readonly WaiverStanding[];
  /** Waivers are used, not only named. */
  readonly begins: boolean;
  /** What pipelines have begun, and windows may let finish. */
  readonly running: readonly RunningPart[];
}

/** A verdict names the spans it rested on; a work that touches hundreds of sites does not list them all. */
const MOST_SPANS = 60;

/**
 * What does the calendar say about starting this work now, and when is the first moment it says nothing against it?
 * A soft freeze whose owner, or for a change of the owner's own the stand-in, has approved the text does not
 * object; nor will it later. What was running when a window began goes by that window's edge rule. A waiver in force
 * lifts its freezes for whoever begins.
 */
export function timeReasons(
  reading: ChangeReading,
  work: Work,
  at: Ms,
  { approvals, waivers, begins, running }: Concessions,
): TimeReading {
  const stoodIn = approvals.some(({ role }) => role === OWNERS_STAND_IN);
  const agreed = (window: WindowBody) =>
    reading.conflicted.has(window.owner) ? stoodIn : approvals.some((approval) => speaksFor(approval, window));
  const isLifted = (window: WindowBody) => window.effect === 'soft-freeze' && agreed(window);
  const windows = without(reading.windows, isLifted);
  const { board } = reading;
  const cells = placesOf(work).length;
  const found = byWindow(objectionsAt(work, windows, at)).map((objection) =>
    atTheEdge(objection, work, { board, windows, running }),
  );
  const lifted = found.flatMap(({ objecting }) => (objecting ? waive(objecting, waivers).lifted : []));
  const waived = lifted.map(({ by, objection }) => ({
    ...waivedReason(by, objection, { board, begins }),
    ...common(objection.places),
  }));
  const objections = found.flatMap(({ objecting, isStopping }) => {
    const left = objecting && waive(objecting, waivers).left;
    if (!left) return [];
    const hint = left.code === 'freeze' ? waiverHint(left, waivers, board) : '';
    return [objectionReason(left, { cells, board, isStopping, hint })];
  });
  const notes = found.flatMap(({ finishing }) => (finishing ? [finishNote(finishing)] : []));
  const begin = reading.text.timing ? Math.max(at, toMs(reading.text.timing.earliestStart)) : at;
  const isOpen = objections.length === 0 && (waived.length > 0 ? begins : notes.length > 0);
  const opening = isOpen ? begin : nextOpening(work, windows, begin);
  const inside = opening !== null && (reading.latestEnd === null || opening < reading.latestEnd) ? opening : null;
  const read = runningSpans(reading, work, at, Math.max(opening ?? at, at) + 1);
  return {
    reasons: [...objections, ...waived, ...notes, ...read.notes],
    nextOpening: inside,
    spans: read.spans,
    waivers: waiversUsed(lifted),
  };
}

/** Has the owner approved, or somebody who acts for them in the role in which they own it? */
function speaksFor({ person, onBehalfOf, role }: CountedDecision, { owner, ownerRole }: WindowBody): boolean {
  return person === owner || (onBehalfOf === owner && role === ownerRole);
}

/** The calendar without these windows, as it is and as it was. */
function without(context: WindowContext, isOut: (window: WindowBody) => boolean): WindowContext {
  const left = (given: WindowContext) => given.windows.filter((window) => !isOut(window));
  const earlier = context.earlier.map((layer) => ({
    ...layer,
    context: { ...layer.context, windows: left(layer.context) },
  }));
  return { ...context, windows: left(context), earlier };
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
  const { waits, isUnopened, tz, ...both } = { ...other, ...one };
  // Said as present where one of the two is.
  const fading =
    one.waits === undefined || other.waits === undefined
      ? {}
      : { waits: waits ?? 0, ...(isUnopened && { isUnopened }) };
  const clocks = tz === undefined || one.tz === undefined || other.tz === undefined ? {} : { tz };
  return { ...both, ...fading, ...clocks, places: [...places.values()], until };
}

interface Saying {
  readonly cells: number;
  readonly board: Board;
  /** What is running is stopped by it. */
  readonly isStopping: boolean;
  /** Why a waiver that was written does not help. */
  readonly hint: string;
}

function objectionReason(objection: TimeObjection, { cells, board, isStopping, hint }: Saying): Reason {
  const { code, title, owner: person, places, waits, isUnopened, tz } = objection;
  const owner = personName(board, person);
  const fading = waits === undefined || isUnopened ? '' : ' until its earlier text runs out';
  const words = {
    freeze: `Frozen by ${title}${fading}: only a waiver of its owner, ${owner}, lifts it`,
    'soft-freeze': `Softly frozen by ${title}${fading}: its owner, ${owner}, has not agreed`,
    'closed-outside': `Closed outside of ${title}${fading}`,
  };
  const part = places.length < cells ? `, ${places.length} of ${cells} places` : '';
  const opens = isUnopened ? '; what would open it does not count yet' : '';
  const clocks = tz === undefined ? '' : `, by the clocks of ${tz}`;
  const stops = isStopping ? '; what was running when it began stops at its next stage' : '';
  return {
    code,
    answer: code === 'freeze' ? 'needs-waiver' : 'deny',
    text: `${words[code]}${part}${clocks}${opens}${stops}${hint}`,
    rule: waits === undefined ? (code === 'freeze' ? 'deny-wins' : code) : 'loosening-waits',
    ...whereAndWhen(objection),
  };
}

function finishNote(objection: TimeObjection): Reason {
  const { code, title } = objection;
  const words = { freeze: 'Frozen by', 'soft-freeze': 'Softly frozen by', 'closed-outside': 'Closed outside of' };
  return {
    code: 'edge-finish',
    answer: 'allow',
    text: `${words[code]} ${title}, which lets finish what was running when it began`,
    rule: 'edge',
    ...whereAndWhen(objection),
  };
}

function whereAndWhen({ window, path, places, until }: TimeObjection): Partial<Reason> & Pick<Reason, 'record'> {
  return {
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
  const use = (window: WindowId, found: readonly Span[]): void => {
    for (const { start, end: until, zone } of found) {
      const used = { window, start: toInstant(start), end: toInstant(until), zone };
      const known = spans.some((s) => s.window === used.window && s.start === used.start && s.end === used.end);
      if (!known && spans.length < MOST_SPANS) spans.push(used);
    }
  };
  const otherClocks = windows.earlier.filter(({ tz }) => tz !== undefined);
  for (const window of windows.windows) {
    if (window.standing !== 'published') continue;
    const covers = windows.cover(window, work);
    const found = windows.spansFor(window, covers, { start: at, end });
    use(window.window, found);
    for (const { context } of otherClocks) use(window.window, context.spansFor(window, covers, { start: at, end }));
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
