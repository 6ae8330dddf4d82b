import type { Ms, Period } from '../time/instant.ts';
import { isZone, wallAt } from '../time/zone.ts';
import type { Span } from './span.ts';
import type { WindowClocks } from './windowClocks.ts';

/** The clocks of a text that runs out: nothing of it begins at `until` or later, and what runs then ends. */
export function clippedClocks(clocks: WindowClocks, until: Ms): WindowClocks {
  const clip = (spans: readonly Span[], period: Period): readonly Span[] =>
    period.start >= until
      ? []
      : spans.filter(({ start }) => start < until).map((span) => (span.end <= until ? span : cut(span, until)));
  return {
    ...clocks,
    spans: (sites, period) => clip(clocks.spans(sites, period), period),
    nextStart(sites, period) {
      const start = clocks.nextStart(sites, period);
      return start !== null && start < until ? start : null;
    },
  };
}

function cut(span: Span, until: Ms): Span {
  return { ...span, end: until, endWall: isZone(span.zone) ? wallAt(until, span.zone) : span.endWall };
}
