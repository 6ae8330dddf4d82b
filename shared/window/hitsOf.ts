import { effects } from '../record/words.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import type { Cover } from './scopeReader.ts';
import type { Span, WindowHit } from './span.ts';
import type { WindowContext } from './windowContext.ts';
import type { Work } from './work.ts';

/**
 * Which windows does this work meet, where and when?
 *
 * Every occurrence of every published window is listed, none is hidden behind another; by start, then by severity.
 * Two versions of a forked window both count.
 */
export function hitsOf(work: Work, context: WindowContext): WindowHit[] {
  const hits: WindowHit[] = [];
  for (const window of context.mayHit(work)) {
    const covers = context.cover(window, work);
    for (const span of context.spansFor(window, covers, work)) {
      const hit = hitBy(window, span, covers, work);
      if (hit) hits.push(hit);
    }
  }
  return hits.toSorted((a, b) => a.start - b.start || effects.indexOf(a.effect) - effects.indexOf(b.effect));
}

function hitBy(window: WindowBody, span: Span, covers: readonly Cover[], work: Work): WindowHit | null {
  const held = onClock(covers, span);
  if (held.length === 0) return null;
  return {
    span,
    title: window.title,
    owner: window.owner,
    effect: window.effect,
    places: held.map((cover) => cover.place),
    path: shortestPath(held),
    start: Math.max(span.start, work.start),
    end: Math.min(span.end, work.end),
  };
}

/** The cells for which this occurrence counts. */
export function onClock(covers: readonly Cover[], { site }: Span): readonly Cover[] {
  return site === undefined ? covers : covers.filter(({ clocks }) => clocks === null || clocks.includes(site));
}

export function shortestPath(covers: readonly Cover[]): Cover['path'] {
  return covers.reduce<Cover['path']>(
    (best, { path }) => (best.length === 0 || path.length < best.length ? path : best),
    [],
  );
}
