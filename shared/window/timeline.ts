import { TidegateError, type ErrorCode } from '../errors.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import { DAY_MS, type Ms, type Period } from '../time/instant.ts';
import { toWall } from '../time/wall.ts';
import { zonedSpans } from './expandWindow.ts';
import { readsWide } from './readSpan.ts';
import type { Span } from './span.ts';

/** 2^33 ms, about 99 days: long enough that one expansion serves a season, short enough for one question. */
const STRETCH_MS = 2 ** 33;

/** Periods no shorter than this are asked by pages; shorter ones by works, each its own. */
const SHORT_MS = DAY_MS;
/** Answers remembered for one clock of one window: two years of months and some weeks. */
const MOST_ANSWERS = 32;

interface Stretch {
  /** All that touch the stretch, by start. */
  readonly spans: readonly Span[];
  /** Their starts again, packed: a search touches nothing else. */
  readonly starts: Float64Array;
  /** How far before a moment a span that holds it may start. */
  readonly longest: Ms;
}

/** The occurrences of one window on one zone's clock, expanded where somebody looked. */
export interface Timeline {
  /** The occurrences that touch the period, by start; without `site`. */
  touching(period: Period): readonly Span[];
  /** The first start strictly inside the period. */
  nextStart(period: Period): Ms | null;
  /** Why the schedule could not be read, once somebody looked. */
  fault(): ErrorCode | null;
}

/**
 * Remembers expansions for as long as it lives; windows never change.
 *
 * A schedule that cannot be read holds always when it denies and never when it allows.
 */
export function createTimeline(window: WindowBody, zone: string): Timeline {
  const stretches = new Map<number, Stretch>();
  let fault: ErrorCode | null = null;

  const expand = (period: Period): readonly Span[] => {
    try {
      return byStart(zonedSpans(window, zone, period));
    } catch (cause) {
      if (!(cause instanceof TidegateError)) throw cause;
      fault = cause.code;
      if (!readsWide(window.effect)) return [];
      const walls = { startWall: toWall(period.start), endWall: toWall(period.end) };
      return [{ window: window.window, effect: window.effect, ...period, ...walls, zone }];
    }
  };
  const stretchOf = (index: number): Stretch => {
    const known = stretches.get(index);
    if (known) return known;
    const spans = expand({ start: index * STRETCH_MS, end: (index + 1) * STRETCH_MS });
    const made = packed(spans);
    stretches.set(index, made);
    return made;
  };
  const find = (period: Period): readonly Span[] => {
    const first = Math.floor(period.start / STRETCH_MS);
    const last = Math.floor((period.end - 1) / STRETCH_MS);
    let found = touchingIn(stretchOf(first), period, period.start);
    for (let index = first + 1; index <= last; index += 1) {
      // What started before this stretch was already met in the one before.
      const more = touchingIn(stretchOf(index), period, index * STRETCH_MS);
      if (more.length > 0) found = found.length > 0 ? found.concat(more) : more;
    }
    return found;
  };
  /** The answers that were last given: pages ask for the same months and days again and again. */
  const answers = new Map<Ms, { readonly end: Ms; readonly spans: readonly Span[] }>();

  return {
    touching(period) {
      const { start, end } = period;
      if (end - start < SHORT_MS) return find(period);
      const known = answers.get(start);
      if (known?.end === end) return known.spans;
      const spans = find(period);
      if (answers.size >= MOST_ANSWERS) answers.clear();
      answers.set(start, { end, spans });
      return spans;
    },
    nextStart(period) {
      const last = Math.floor((period.end - 1) / STRETCH_MS);
      for (let index = Math.floor(period.start / STRETCH_MS); index <= last; index += 1) {
        const { starts } = stretchOf(index);
        const next = starts[firstFrom(starts, period.start + 1)];
        if (next !== undefined) return next < period.end ? next : null;
      }
      return null;
    },
    fault: () => fault,
  };
}

/**
 * The spans of a stretch that touch the period: all that start in it, and what still runs of those that started before.
 * @param from spans that start before it and are told of here may run into the period; what starts later always does
 */
function touchingIn({ spans, starts, longest }: Stretch, period: Period, from: Ms): Span[] {
  const begin = firstFrom(starts, from);
  const end = firstFrom(starts, period.end);
  // Later stretches begin inside the period: nothing from before them is told again.
  let first = from > period.start ? begin : firstFrom(starts, from - longest);
  while (first < begin && (spans[first]?.end ?? from) <= period.start) first += 1;
  const all = spans.slice(first, end);
  const isWhole = begin - first < 2 || spans.slice(first, begin).every((span) => span.end > period.start);
  return isWhole ? all : all.filter((span) => span.end > period.start);
}

/** In order of their starts, as most schedules write them already. */
function byStart(spans: readonly Span[]): readonly Span[] {
  let before = Number.NEGATIVE_INFINITY;
  for (const { start } of spans) {
    if (start < before) return spans.toSorted((a, b) => a.start - b.start);
    before = start;
  }
  return spans;
}

function packed(spans: readonly Span[]): Stretch {
  const starts = new Float64Array(spans.length);
  let longest = 0;
  let next = 0;
  for (const { start, end } of spans) {
    starts[next] = start;
    next += 1;
    longest = Math.max(longest, end - start);
  }
  return { spans, starts, longest };
}

/** Index of the first start at `from` or later. */
function firstFrom(starts: Float64Array, from: Ms): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? from) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
