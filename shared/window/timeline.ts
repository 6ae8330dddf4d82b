import { TidegateError, type ErrorCode } from '../errors.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import type { Ms, Period } from '../time/instant.ts';
import { toWall } from '../time/wall.ts';
import { zonedSpans } from './expandWindow.ts';
import { readsWide } from './readSpan.ts';
import type { Span } from './span.ts';

/** 2^33 ms, about 99 days: long enough that one expansion serves a season, short enough for one question. */
const STRETCH_MS = 2 ** 33;

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
      return zonedSpans(window, zone, period).toSorted((a, b) => a.start - b.start);
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
    const made = {
      spans,
      starts: Float64Array.from(spans, ({ start }) => start),
      longest: spans.reduce((most, { start, end }) => Math.max(most, end - start), 0),
    };
    stretches.set(index, made);
    return made;
  };
  /** Hands out what touches the period, in order, until told to stop. */
  const visit = (period: Period, take: (span: Span) => boolean): void => {
    const first = Math.floor(period.start / STRETCH_MS);
    const last = Math.floor((period.end - 1) / STRETCH_MS);
    for (let index = first; index <= last; index += 1) {
      const { spans, starts, longest } = stretchOf(index);
      // What started before this stretch was already met in the one before.
      const from = index === first ? period.start - longest : index * STRETCH_MS;
      for (let at = firstFrom(starts, from); at < spans.length; at += 1) {
        const span = spans[at];
        if (!span || span.start >= period.end) return;
        if (span.end > period.start && !take(span)) return;
      }
    }
  };

  return {
    touching(period) {
      const found: Span[] = [];
      visit(period, (span) => found.push(span) > 0);
      return found;
    },
    nextStart(period) {
      let next: Ms | null = null;
      visit(period, ({ start }) => {
        if (start <= period.start) return true;
        next = start;
        return false;
      });
      return next;
    },
    fault: () => fault,
  };
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
