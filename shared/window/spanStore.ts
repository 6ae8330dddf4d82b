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
  /** How far before a moment a span that holds it may start. */
  readonly longest: Ms;
}

/** Remembers the expansions of windows, stretch by stretch. */
export interface SpanStore {
  /** The occurrences on one zone's clock that touch the period, by start; without `site`. */
  zoned(window: WindowBody, zone: string, period: Period): readonly Span[];
  /** Why the window's schedule could not be read, once somebody asked for its spans. */
  faultOf(window: WindowBody): ErrorCode | null;
}

/**
 * Remembers expansions for as long as the store lives; windows never change.
 *
 * A schedule that cannot be read holds always when it denies and never when it allows.
 */
export function createSpanStore(): SpanStore {
  const byWindow = new WeakMap<WindowBody, Map<string, Map<number, Stretch>>>();
  const faults = new WeakMap<WindowBody, ErrorCode>();

  const stretchOf = (window: WindowBody, zone: string, index: number): Stretch => {
    const byZone = entry(byWindow, window, () => new Map<string, Map<number, Stretch>>());
    return entry(
      entry(byZone, zone, () => new Map<number, Stretch>()),
      index,
      () => {
        const spans = expandOrHold(window, zone, { start: index * STRETCH_MS, end: (index + 1) * STRETCH_MS }, faults);
        return { spans, longest: spans.reduce((most, { start, end }) => Math.max(most, end - start), 0) };
      },
    );
  };

  return {
    zoned(window, zone, period) {
      const first = Math.floor(period.start / STRETCH_MS);
      const last = Math.floor((period.end - 1) / STRETCH_MS);
      const found: Span[] = [];
      for (let index = first; index <= last; index += 1) {
        const { spans, longest } = stretchOf(window, zone, index);
        // What started before this stretch was already met in the one before.
        const from = index === first ? period.start - longest : index * STRETCH_MS;
        for (let at = firstFrom(spans, from); at < spans.length; at += 1) {
          const span = spans[at];
          if (!span || span.start >= period.end) break;
          if (span.end > period.start) found.push(span);
        }
      }
      return found;
    },
    faultOf: (window) => faults.get(window) ?? null,
  };
}

function expandOrHold(
  window: WindowBody,
  zone: string,
  period: Period,
  faults: WeakMap<WindowBody, ErrorCode>,
): readonly Span[] {
  try {
    return zonedSpans(window, zone, period).toSorted((a, b) => a.start - b.start);
  } catch (cause) {
    if (!(cause instanceof TidegateError)) throw cause;
    faults.set(window, cause.code);
    if (!readsWide(window.effect)) return [];
    const walls = { startWall: toWall(period.start), endWall: toWall(period.end) };
    return [{ window: window.window, effect: window.effect, ...period, ...walls, zone }];
  }
}

/** Index of the first span that starts at `from` or later. */
function firstFrom(spans: readonly Span[], from: Ms): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.start ?? from) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function entry<K, V>(map: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
