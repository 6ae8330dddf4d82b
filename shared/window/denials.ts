import { overlaps, type Ms, type Period } from '../time/instant.ts';
import { closedCells, clocksOfCells } from './closedCells.ts';
import { heldSpans, heldWindows, type HeldWindow, type HeldWindows } from './heldWindows.ts';
import { shortestPath } from './hitsOf.ts';
import type { Obstacle } from './slot.ts';
import type { Span } from './span.ts';
import { unlifted, type OpenLift } from './timeObjections.ts';
import type { WindowContext } from './windowContext.ts';
import type { Work } from './work.ts';

/** A stretch of time that something keeps the work out of. */
export type Denial = Obstacle & Period;

/**
 * During which stretches of the period does a rule of time object to this work?
 *
 * What `objectionsAt` says at every moment, said once for all of them. Clipped to the period; the stretches of one
 * window never touch each other. Where several windows would open closed cells, each is named.
 */
export function denialsIn(work: Work, context: WindowContext, period: Period): Denial[] {
  const before = context.earlier.flatMap((earlier) => {
    const part = clipped(period, earlier);
    return overlaps(part, part) ? presentIn(work, earlier.context, part) : [];
  });
  return joined([...presentIn(work, context, period), ...before]);
}

function presentIn(work: Work, context: WindowContext, period: Period): Denial[] {
  const held = heldWindows(work, context);
  const all: Denial[] = [
    ...held.freezes.flatMap((freeze) => frozen(freeze, context, period)),
    ...closed(held.closing, context, period),
    ...softened(held, context, period),
  ];
  return all.map((denial) => clipped(denial, period));
}

function frozen(held: HeldWindow, context: WindowContext, period: Period): Denial[] {
  const { window, title } = held.window;
  return heldSpans(held, context, period).map(({ span: { start, end }, covers }) => ({
    code: 'freeze',
    id: window,
    title,
    path: shortestPath(covers),
    start,
    end,
  }));
}

function closed(closing: readonly HeldWindow[], context: WindowContext, period: Period): Denial[] {
  if (closing.length === 0) return [];
  return closedCells(closing, context).flatMap((cells) => {
    const open = cells.windows.flatMap(({ window }) => context.spansFor(window, clocksOfCells(cells), period));
    return between(open, period).flatMap((shut) =>
      cells.windows.map(({ window: { window, title } }) => ({
        code: 'closed-outside' as const,
        id: window,
        title,
        path: cells.path,
        ...shut,
      })),
    );
  });
}

/** What of the period lies in none of these spans. */
function between(open: readonly Period[], period: Period): Period[] {
  const gaps: Period[] = [];
  let at = period.start;
  for (const { start, end } of open.toSorted((a, b) => a.start - b.start)) {
    if (start > at) gaps.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < period.end) gaps.push({ start: at, end: period.end });
  return gaps;
}

/** Maintenance lifts a soft freeze for some cells and some hours: looked at between all edges inside of one. */
function softened(held: HeldWindows, context: WindowContext, period: Period): Denial[] {
  const soft = held.softFreezes.flatMap((each) =>
    heldSpans(each, context, period).map(({ span, covers }) => ({ of: each, span, covers })),
  );
  if (soft.length === 0) return [];
  const lifts = held.lifting.flatMap((lift) =>
    context.spansFor(lift.window, lift.covers, period).map((span) => ({ of: lift, span })),
  );
  const found: Denial[] = [];
  const running = runner(soft);
  const lifting = runner(lifts);
  for (const { start, end } of pieces([...soft, ...lifts], period)) {
    const lifted = openLifts(lifting.at(start));
    for (const { of, covers } of running.at(start)) {
      const left = unlifted(covers, lifted, context);
      const { window, title } = of.window;
      if (left.length > 0) found.push({ code: 'soft-freeze', id: window, title, path: shortestPath(left), start, end });
    }
  }
  return found;
}

interface Occurring {
  readonly of: HeldWindow;
  readonly span: Span;
}

/** The stretches of the period between the edges of these. */
function pieces(all: readonly Occurring[], period: Period): Period[] {
  const edges = new Set<Ms>([period.start, period.end]);
  for (const { span } of all)
    for (const edge of [span.start, span.end]) if (edge > period.start && edge < period.end) edges.add(edge);
  const inOrder = [...edges].toSorted((a, b) => a - b);
  return inOrder.slice(1).map((end, index) => ({ start: inOrder[index] ?? end, end }));
}

/** Says what runs at moments that are asked about in order. */
function runner<T extends Occurring>(all: readonly T[]): { at(moment: Ms): readonly T[] } {
  const inOrder = all.toSorted((a, b) => a.span.start - b.span.start);
  let running: T[] = [];
  let next = 0;
  return {
    at(moment) {
      running = running.filter(({ span }) => span.end > moment);
      for (let one = inOrder[next]; one && one.span.start <= moment; one = inOrder[next]) {
        if (one.span.end > moment) running.push(one);
        next += 1;
      }
      return running;
    },
  };
}

function openLifts(open: readonly Occurring[]): OpenLift[] {
  const byLift = new Map<HeldWindow, Span[]>();
  for (const { of, span } of open) {
    const known = byLift.get(of);
    if (known) known.push(span);
    else byLift.set(of, [span]);
  }
  return [...byLift].map(([lift, spans]) => ({ lift, spans }));
}

function clipped<T extends Period>(each: T, { start, end }: Period): T {
  return { ...each, start: Math.max(each.start, start), end: Math.min(each.end, end) };
}

/** Stretches of one window and one rule that touch or overlap, as one, by the shorter path. */
function joined(denials: readonly Denial[]): Denial[] {
  const last = new Map<string, number>();
  const all: Denial[] = [];
  for (const denial of denials.toSorted((a, b) => a.start - b.start)) {
    const key = `${denial.code} ${denial.id}`;
    const index = last.get(key);
    const before = index === undefined ? undefined : all[index];
    if (index !== undefined && before && before.end >= denial.start) {
      const path = denial.path.length < before.path.length ? denial.path : before.path;
      all[index] = { ...before, path, end: Math.max(before.end, denial.end) };
    } else {
      last.set(key, all.length);
      all.push(denial);
    }
  }
  return all.filter((denial) => overlaps(denial, denial));
}
