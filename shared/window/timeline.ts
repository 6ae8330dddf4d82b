import { TidegateError, type ErrorCode } from '../errors.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import { DAY_MS, type Ms, type Period } from '../time/instant.ts';
import { toWall } from '../time/wall.ts';
import { packed, packSpans, type PackedSpans } from './packedSpans.ts';
import { readsWide } from './readSpan.ts';
import type { WallsOf } from './sharedWalls.ts';
import type { Span } from './span.ts';

/** 2^33 ms, about 99 days: long enough that one expansion serves a season, short enough for one question. */
const STRETCH_MS = 2 ** 33;
/** Who asks about a second stretch asks about more: so many, 398 days, are then expanded at once. */
const BLOCK = 4;
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
export function createTimeline(window: WindowBody, zone: string, wallsOf: WallsOf): Timeline {
  const stretches = new Map<number, PackedSpans>();
  let fault: ErrorCode | null = null;

  const expand = (period: Period): PackedSpans => {
    try {
      return packSpans(window, zone, period, wallsOf);
    } catch (cause) {
      if (!(cause instanceof TidegateError)) throw cause;
      fault = cause.code;
      const walls = { startWall: toWall(period.start), endWall: toWall(period.end) };
      const always = packed({ window: window.window, effect: window.effect, ...period, ...walls, zone });
      return readsWide(window.effect) ? always : { ...always, starts: [], ends: [] };
    }
  };
  /** Null when it is too much for one expansion, or cannot be read at all. */
  const expandBlock = (first: number): PackedSpans | null => {
    try {
      return packSpans(window, zone, { start: first * STRETCH_MS, end: (first + BLOCK) * STRETCH_MS }, wallsOf);
    } catch (cause) {
      if (cause instanceof TidegateError) return null;
      throw cause;
    }
  };
  /** Holds all that touch the stretch, and maybe more. */
  const stretchOf = (index: number): PackedSpans => {
    const known = stretches.get(index);
    if (known) return known;
    const first = Math.floor(index / BLOCK) * BLOCK;
    const block = stretches.size > 0 ? expandBlock(first) : null;
    if (!block) {
      const made = expand({ start: index * STRETCH_MS, end: (index + 1) * STRETCH_MS });
      stretches.set(index, made);
      return made;
    }
    for (let at = first; at < first + BLOCK; at += 1) if (!stretches.has(at)) stretches.set(at, block);
    return block;
  };
  const find = (period: Period): readonly Span[] => {
    const first = stretchAt(period.start);
    const last = stretchAt(period.end - 1);
    let found = touchingIn(stretchOf(first), period, first);
    for (let index = first + 1; index <= last; index += 1) {
      const more = touchingIn(stretchOf(index), period, index);
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
        const { starts, ends, longest } = stretchOf(index);
        const last = firstFrom(starts, (index + 1) * STRETCH_MS);
        for (let at = firstFrom(starts, index * STRETCH_MS - longest); at < last; at += 1) {
          const start = starts[at] ?? 0;
          const end = ends[at] ?? start;
          if (end > index * STRETCH_MS) take(start, end);
        }
      }
    },
    nextStart(period) {
      for (let index = stretchAt(period.start); index <= stretchAt(period.end - 1); index += 1) {
        const { starts } = stretchOf(index);
        const next = starts[firstFrom(starts, Math.max(period.start + 1, index * STRETCH_MS))];
        if (next !== undefined && next < (index + 1) * STRETCH_MS) return next < period.end ? next : null;
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
 * The spans that touch the period and start in this stretch; in the first stretch of the period also what started before
 * and still runs.
 */
function touchingIn({ starts, ends, longest, at }: PackedSpans, period: Period, index: number): readonly Span[] {
  const opens = index * STRETCH_MS;
  const from = Math.max(period.start, opens);
  const begin = firstFrom(starts, from);
  const end = firstFrom(starts, Math.min(period.end, opens + STRETCH_MS));
  let first = from > period.start || begin === 0 ? begin : firstFrom(starts, from - longest);
  while (first < begin && (ends[first] ?? from) <= period.start) first += 1;
  if (first >= end) return nothing;
  const found: Span[] = [];
  for (let next = first; next < end; next += 1)
    if (next >= begin || (ends[next] ?? from) > period.start) found.push(at(next));
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
