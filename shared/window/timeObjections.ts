import type { PersonId, ServiceId, WindowId } from '../ids.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import type { Ms } from '../time/instant.ts';
import { closedCells, openingAt } from './closedCells.ts';
import { heldSpans, heldWindows, type HeldWindow, type HeldWindows } from './heldWindows.ts';
import { onClock, shortestPath } from './hitsOf.ts';
import { LONGEST_OPEN_MS } from './pairEnds.ts';
import type { Cover } from './scopeReader.ts';
import type { Place, Span } from './span.ts';
import type { WindowContext } from './windowContext.ts';
import type { Work } from './work.ts';

/** A rule of time that speaks against starting at a moment. */
export interface TimeObjection {
  readonly code: 'freeze' | 'closed-outside' | 'soft-freeze';
  readonly window: WindowId;
  readonly title: string;
  readonly owner: PersonId;
  /** The occurrence that holds the moment; null for `closed-outside`. */
  readonly span: Span | null;
  readonly places: readonly Place[];
  /** From the touched service to the one in scope. */
  readonly path: readonly ServiceId[];
  /** The first moment at which this objection can end by itself; null when not within 400 days. */
  readonly until: Ms | null;
  readonly edge: WindowBody['edge'];
  /** Only the calendar as it was objects, for a revision that loosens it waits: until then. */
  readonly waits?: Ms;
  /** What objects is no earlier text: something that waits would lift it, or open it. */
  readonly isUnopened?: true;
  /** Only by another machine's time zone data, of this release. */
  readonly tz?: string;
}

/**
 * Which rules of time speak against starting this work at this moment?
 *
 * Freezes first: nothing but people lifts them. Then cells that may be worked on only inside maintenance and are outside
 * of all of it. Then soft freezes, for the cells that no maintenance window lifts at that moment. All are listed. Where a
 * revision that loosens something waits, the calendar as it was is asked as well.
 */
export function objectionsAt(work: Work, context: WindowContext, at: Ms): TimeObjection[] {
  const present = presentAt(work, context, at);
  const said = new Set(present.map(nameOf));
  const before = context.earlier.flatMap(({ start, end, context: earlier, tz }) => {
    if (at < start || at >= end) return [];
    return presentAt(work, earlier, at)
      .filter((each) => !said.has(nameOf(each)) && said.add(nameOf(each)))
      .map((found) => {
        const each = tz === undefined ? found : { ...found, tz };
        if (end === Number.POSITIVE_INFINITY) return each;
        const until = Math.min(each.until ?? end, end);
        return each.waits === undefined
          ? { ...each, until, waits: end, isUnopened: true as const }
          : { ...each, until };
      });
  });
  return [...present, ...before];
}

function presentAt(work: Work, context: WindowContext, at: Ms): TimeObjection[] {
  const held = heldWindows(work, context);
  return [...frozenAt(held, context, at), ...closedAt(held.closing, context, at), ...softenedAt(held, context, at)];
}

function nameOf({ code, window, title, span, places }: TimeObjection): string {
  return JSON.stringify([code, window, title, span?.start, span?.end, span?.site, places]);
}

function frozenAt({ freezes }: HeldWindows, context: WindowContext, at: Ms): TimeObjection[] {
  return freezes.flatMap((held) =>
    heldSpans(held, context, { start: at, end: at + 1 }).map(({ span, covers }) =>
      objection('freeze', held.window, { span, covers, until: span.end }, context),
    ),
  );
}

function softenedAt({ softFreezes, lifting }: HeldWindows, context: WindowContext, at: Ms): TimeObjection[] {
  const now = { start: at, end: at + 1 };
  const running = softFreezes.flatMap((held) =>
    heldSpans(held, context, now).map((each) => ({ window: held.window, ...each })),
  );
  if (running.length === 0) return [];
  const open = lifting.map((lift) => ({ lift, spans: context.spansFor(lift.window, lift.covers, now) }));
  return running.flatMap(({ window, span, covers }) => {
    const left = unlifted(covers, open, context);
    if (left.length === 0) return [];
    const lifted = nextLift(left, lifting, context, { start: at, end: span.end });
    return [objection('soft-freeze', window, { span, covers: left, until: lifted ?? span.end }, context)];
  });
}

function objection(
  code: TimeObjection['code'],
  by: WindowBody,
  { covers, ...when }: Pick<TimeObjection, 'span' | 'until'> & { readonly covers: readonly Cover[] },
  context: WindowContext,
): TimeObjection {
  const { window, title, owner, edge } = by;
  const waits = context.fadesAt(by);
  const places = covers.map((cover) => cover.place);
  const made = { code, window, title, owner, edge, places, path: shortestPath(covers), ...when };
  return waits === null ? made : { ...made, waits };
}

/** Maintenance and its occurrences that run at one moment. */
export interface OpenLift {
  readonly lift: HeldWindow;
  readonly spans: readonly Span[];
}

/** Which of the cells does none of this maintenance lift out of their soft freezes? */
export function unlifted(covers: readonly Cover[], open: readonly OpenLift[], context: WindowContext): Cover[] {
  return covers.filter((cover) => !open.some((each) => lifts(each, cover, context)));
}

function lifts({ lift, spans }: OpenLift, { place }: Cover, context: WindowContext): boolean {
  if (spans.length === 0) return false;
  const same = lift.covers.filter((cover) => isSame(cover.place, place));
  const open = spans.filter((span) => onClock(same, span).length > 0);
  if (lift.window.zone !== 'site') return open.length > 0;
  // On site clocks every site that the cell may mean must be open.
  const clocks = same.flatMap((cover) => cover.clocks ?? [...context.sites.keys()]);
  return same.length > 0 && clocks.every((site) => open.some((span) => span.site === site));
}

/** The first later moment at which maintenance opens for one of these cells. */
function nextLift(
  left: readonly Cover[],
  lifting: readonly HeldWindow[],
  context: WindowContext,
  period: { start: Ms; end: Ms },
): Ms | null {
  let next: Ms | null = null;
  for (const { window, covers } of lifting) {
    const same = covers.filter((cover) => left.some(({ place }) => isSame(place, cover.place)));
    next = context.nextStart(window, same, { start: period.start, end: next ?? period.end }) ?? next;
  }
  return next;
}

function isSame(a: Place, b: Place): boolean {
  return a.service === b.service && a.site === b.site && a.tenant === b.tenant;
}

function closedAt(closing: readonly HeldWindow[], context: WindowContext, at: Ms): TimeObjection[] {
  if (closing.length === 0) return [];
  const byWindow = new Map<WindowBody, TimeObjection>();
  for (const cells of closedCells(closing, context)) {
    const opening = openingAt(cells, context, at);
    const [first] = cells.windows;
    if (!first || opening === at) continue;
    const covers = cells.places.map((place) => ({ place, path: cells.path, clocks: null }));
    const made = objection('closed-outside', first.window, { span: null, covers, until: opening }, context);
    const known = byWindow.get(first.window);
    byWindow.set(first.window, known ? joined(known, made) : made);
  }
  return [...byWindow.values()];
}

function joined(a: TimeObjection, b: TimeObjection): TimeObjection {
  const until = a.until === null || b.until === null ? null : Math.max(a.until, b.until);
  return { ...a, places: [...new Set([...a.places, ...b.places])], until };
}

/**
 * What is the first moment, not before `from`, at which no rule of time objects to starting this work?
 *
 * A start is a start: whether the work also fits before the next window is what `freeSlots` answers.
 *
 * @returns null when there is none within 400 days
 */
export function nextOpening(work: Work, context: WindowContext, from: Ms): Ms | null {
  for (let at = from; at <= from + LONGEST_OPEN_MS;) {
    const objections = firstObjections(work, context, at);
    if (objections.length === 0) return at;
    let next = at;
    for (const { until } of objections) {
      if (until === null) return null;
      next = Math.max(next, until);
    }
    at = next;
  }
  return null;
}

/** While a freeze holds, nothing else needs to be asked. */
function firstObjections(work: Work, context: WindowContext, at: Ms): readonly TimeObjection[] {
  const frozen = frozenAt(heldWindows(work, context), context, at);
  return frozen.length > 0 ? frozen : objectionsAt(work, context, at);
}
