import { TidegateError, type ErrorCode } from '../errors.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import { DAY_MS, type Ms, type Period } from '../time/instant.ts';
import { toWall } from '../time/wall.ts';
import { packed, packSpans, type PackedSpans } from './packedSpans.ts';
import { readsWide } from './readSpan.ts';
import type { Span } from './span.ts';

/** 2^33 ms, about 99 days: long enough that one expansion serves a season, short enough for one question. */
const STRETCH_MS = 2 ** 33;
/** Periods no shorter than this are asked by pages; shorter ones by works, each its own. */
const SHORT_MS = DAY_MS;
/** Answers remembered for one clock of one window: two years of months and some weeks. */
const MOST_ANSWERS = 32;

/** The occurrences of one window on one zone's clock, expanded where somebody looked. */
export interface Timeline {
  /** The occurrences that touch the period, by start; without `site`. */
  touching(period: Period): readonly Span[];
  /** From when to when each of them runs, and of a few beside them. */
  mark(period: Period, take: (start: Ms, end: Ms) => void): void;
  /** The first start strictly inside the period. */
  nextStart(period: Period): Ms | null;
  /** Why the schedule could not be read, once somebody looked. */
  fault(): ErrorCode | null;
}

const nothing: readonly Span[] = [];

/**
 * Remembers expansions for as long as it lives; windows never change.
 *
 * A schedule that cannot be read holds always when it denies and never when it allows.
 */
export function createTimeline(window: WindowBody, zone: string): Timeline {
  const stretches = new Map<number, PackedSpans>();
  let fault: ErrorCode | null = null;

  const expand = (period: Period): PackedSpans => {
    try {
      return packSpans(window, zone, period);
    } catch (cause) {
      if (!(cause instanceof TidegateError)) throw cause;
      fault = cause.code;
      const walls = { startWall: toWall(period.start), endWall: toWall(period.end) };
      const always = packed({ window: window.window, effect: window.effect, ...period, ...walls, zone });
      return readsWide(window.effect) ? always : { ...always, starts: [], ends: [] };
    }
  };
  const stretchOf = (index: number): PackedSpans => {
    const known = stretches.get(index);
    if (known) return known;
    const made = expand({ start: index * STRETCH_MS, end: (index + 1) * STRETCH_MS });
    stretches.set(index, made);
    return made;
  };
  const find = (period: Period): readonly Span[] => {
    const first = stretchAt(period.start);
    const last = stretchAt(period.end - 1);
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
    mark(period, take) {
      for (let index = stretchAt(period.start); index <= stretchAt(period.end - 1); index += 1) {
        const { starts, ends } = stretchOf(index);
        for (const [at, start] of starts.entries()) take(start, ends[at] ?? start);
      }
    },
    nextStart(period) {
      for (let index = stretchAt(period.start); index <= stretchAt(period.end - 1); index += 1) {
        const { starts } = stretchOf(index);
        const next = starts[firstFrom(starts, period.start + 1)];
        if (next !== undefined) return next < period.end ? next : null;
      }
      return null;
    },
    fault: () => fault,
  };
}

function stretchAt(at: Ms): number {
  return Math.floor(at / STRETCH_MS);
}

/**
 * The spans of a stretch that touch the period: all that start in it, and what still runs of those that started before.
 * @param from spans that started before it are told of only in the first stretch, where it is the period's start
 */
function touchingIn({ starts, ends, longest, at }: PackedSpans, period: Period, from: Ms): readonly Span[] {
  const begin = firstFrom(starts, from);
  const end = firstFrom(starts, period.end);
  let first = from > period.start || begin === 0 ? begin : firstFrom(starts, from - longest);
  while (first < begin && (ends[first] ?? from) <= period.start) first += 1;
  if (first >= end) return nothing;
  const found: Span[] = [];
  for (let index = first; index < end; index += 1)
    if (index >= begin || (ends[index] ?? from) > period.start) found.push(at(index));
  return found;
}

/** Index of the first start at `from` or later. */
function firstFrom(starts: readonly Ms[], from: Ms): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? from) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
