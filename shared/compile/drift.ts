import type { Period } from '../time/instant.ts';
import type { ClosedStretch } from './closedStretches.ts';
import type { ReadBack } from './compiled.ts';
import { wholeMinutes } from './yearlyCron.ts';

/** Where a file of another tool and the board disagree between two moments. */
export interface Drift {
  /** Closed here and open there. */
  readonly missing: readonly Period[];
  /** Closed there and open here. */
  readonly extra: readonly Period[];
  /** Entries that compile did not write. */
  readonly strange: readonly string[];
}

/** Does the file close exactly what the board closes, in this period? */
export function driftOf(
  stretches: readonly ClosedStretch[],
  file: Extract<ReadBack, { strange: readonly string[] }>,
  period: Period,
): Drift {
  const ours = joined(
    stretches.map(({ start, end }) => wholeMinutes(start, end)),
    period,
  );
  const theirs = joined(file.closed(period.start), period);
  return { missing: without(ours, theirs), extra: without(theirs, ours), strange: file.strange };
}

function joined(periods: readonly Period[], within: Period): Period[] {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of periods.toSorted((a, b) => a.start - b.start)) {
    const part = { start: Math.max(start, within.start), end: Math.min(end, within.end) };
    const last = all.at(-1);
    if (part.end <= part.start) continue;
    if (last && part.start <= last.end) last.end = Math.max(last.end, part.end);
    else all.push(part);
  }
  return all;
}

/** What of `all` lies in none of `others`; both sorted and without overlaps. */
function without(all: readonly Period[], others: readonly Period[]): Period[] {
  return all.flatMap(({ start, end }) => {
    const left: Period[] = [];
    let at = start;
    for (const other of others) {
      if (other.end <= at || other.start >= end) continue;
      if (other.start > at) left.push({ start: at, end: other.start });
      at = Math.max(at, other.end);
    }
    return at < end ? [...left, { start: at, end }] : left;
  });
}
