import { MINUTE_MS, type Ms, type Period } from '../time/instant.ts';
import type { Denial } from './denials.ts';
import type { Refusal, RefusedStretch } from './slot.ts';

const order: readonly Refusal['code'][] = [
  'freeze',
  'closed-outside',
  'soft-freeze',
  'too-short',
  'collision',
  'double-booked',
];

/**
 * Which starts of the period are refused to a work of this length, and why?
 *
 * Inside of denials all that hold are named; before them the first that begins too soon. Before another change that is
 * a collision already, before a window it is `too-short`. Stretches with the same reasons are one. Starts are whole
 * minutes.
 *
 * @param denials by start
 */
export function refusedStretches(denials: readonly Denial[], length: Ms, period: Period): RefusedStretch[] {
  const edges = new Set<Ms>([period.start, period.end]);
  for (const { start, end } of denials)
    for (const edge of [start, end]) if (edge > period.start && edge < period.end) edges.add(edge);
  const inOrder = [...edges].toSorted((a, b) => a - b);
  const stretches: RefusedStretch[] = [];
  let holding: Denial[] = [];
  let next = 0;
  for (const [index, start] of inOrder.slice(0, -1).entries()) {
    const end = inOrder[index + 1] ?? start;
    holding = holding.filter((denial) => denial.end > start);
    for (let denial = denials[next]; denial && denial.start <= start; denial = denials[next]) {
      if (denial.end > start) holding.push(denial);
      next += 1;
    }
    if (holding.length > 0) append(stretches, { start, end, why: inReasonOrder(holding) });
    else append(stretches, approaching(denials, next, { start, end }, length));
  }
  return stretches;
}

/** The starts of a free stretch from which the work runs into what begins next; empty when it always fits. */
function approaching(denials: readonly Denial[], next: number, free: Period, length: Ms): RefusedStretch {
  const begins = denials[next]?.start ?? Number.POSITIVE_INFINITY;
  const first: Denial[] = [];
  for (let at = next; denials[at]?.start === begins; at += 1) first.push(...denials.slice(at, at + 1));
  return {
    start: Math.max(free.start, begins - length + MINUTE_MS),
    end: free.end,
    why: inReasonOrder(first).map((why) =>
      why.code === 'collision' || why.code === 'double-booked' || why.code === 'too-short'
        ? why
        : { ...why, code: 'too-short', before: why.code },
    ),
  };
}

function inReasonOrder(denials: readonly Denial[]): Refusal[] {
  const byKey = new Map<string, Refusal>();
  for (const { code, id, title, path } of denials) byKey.set(`${code} ${id}`, { code, id, title, path });
  return [...byKey.values()].toSorted(
    (a, b) => order.indexOf(a.code) - order.indexOf(b.code) || (a.title < b.title ? -1 : 1),
  );
}

function append(stretches: RefusedStretch[], next: RefusedStretch): void {
  if (next.start >= next.end) return;
  const last = stretches.at(-1);
  if (last && last.end === next.start && same(last.why, next.why))
    stretches[stretches.length - 1] = { ...last, end: next.end };
  else stretches.push(next);
}

function same(a: readonly Refusal[], b: readonly Refusal[]): boolean {
  return a.length === b.length && a.every(({ code, id }, index) => code === b[index]?.code && id === b[index].id);
}
