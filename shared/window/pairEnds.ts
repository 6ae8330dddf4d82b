import { DAY_MS, type Ms } from '../time/instant.ts';

/** Time on the wall, counted by `wallMs`; half-open. */
export interface WallSpan {
  readonly start: Ms;
  readonly end: Ms;
}

/** How long a start may wait for its end. */
export const LONGEST_OPEN_MS: Ms = 400 * DAY_MS;

/**
 * Which spans do these starts and ends make?
 *
 * Each start pairs with the first end strictly after it; a start inside an open span joins it. A start without an end
 * within 400 days closes then when `closeLate` (a freeze must not vanish) and makes no span otherwise.
 *
 * @param starts @param ends ascending, counted by `wallMs`
 */
export function pairEnds(starts: readonly Ms[], ends: readonly Ms[], closeLate: boolean): WallSpan[] {
  const spans: WallSpan[] = [];
  let next = 0;
  let open = Number.NEGATIVE_INFINITY;
  for (const start of starts) {
    if (start < open) continue;
    while (next < ends.length && (ends[next] ?? start) <= start) next += 1;
    const end = ends[next] ?? Number.POSITIVE_INFINITY;
    if (end - start <= LONGEST_OPEN_MS) {
      open = end;
      spans.push({ start, end });
    } else if (closeLate) spans.push({ start, end: start + LONGEST_OPEN_MS });
  }
  return spans;
}
