import { MINUTE_MS, type Ms } from '../time/instant.ts';

interface Stretch {
  readonly start: Ms;
  readonly end: Ms;
}

/** The stretches that these cover together, rounded outward to minutes; ascending, none touching the next. */
export function joinSpans(spans: readonly Stretch[]): Stretch[] {
  const joined: { start: Ms; end: Ms }[] = [];
  const rounded = spans.map(({ start, end }) => ({
    start: Math.floor(start / MINUTE_MS) * MINUTE_MS,
    end: Math.ceil(end / MINUTE_MS) * MINUTE_MS,
  }));
  for (const { start, end } of rounded.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
