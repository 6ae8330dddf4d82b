import type { Ms } from '../time/instant.ts';
import { byStart, type Placed } from './laneRows.ts';

/** A piece of a window inside one week of a month page. */
export interface WeekBand {
  /** Index into the spans that were given. */
  readonly span: number;
  readonly row: number;
  /** Days from the week's Monday with their fraction: 4.75 is Friday 18:00. */
  readonly from: number;
  readonly to: number;
  /** The window began before this week, or goes on after it. */
  readonly continues: boolean;
  readonly goesOn: boolean;
}

/**
 * The spans of a window that runs on several sites' own clocks, joined where they overlap: one band, and on how many
 * clocks it runs. What each clock says is listed with the day. An earlier text of a window has a title of its own.
 */
export function joinSites<T extends Placed & { readonly window: string; readonly title: string }>(
  spans: readonly T[],
): (T & { readonly sites: number })[] {
  const joined: (T & { readonly sites: number })[] = [];
  for (const span of spans.toSorted(byStart)) {
    const at = joined.findLastIndex(
      (last) => last.window === span.window && last.title === span.title && span.start < last.end,
    );
    const last = joined[at];
    if (last === undefined) joined.push({ ...span, sites: 1 });
    else joined[at] = { ...last, end: Math.max(last.end, span.end), sites: last.sites + 1 };
  }
  return joined;
}

/** How many days after the week's start a moment lies, each day measured by its own length. */
export function dayFraction(week: readonly Placed[], at: Ms): number {
  const index = week.findIndex(({ end }) => at < end);
  const day = week[index];
  if (day === undefined) return week.length;
  return index + Math.max(0, at - day.start) / (day.end - day.start);
}

/**
 * The bands of one week, stacked so that none covers another, what weighs least first: when rows are few, a freeze is
 * never counted away by a peak.
 * @param week its seven days in order
 */
export function weekBands(
  week: readonly Placed[],
  spans: readonly (Placed & { readonly weight?: number })[],
): WeekBand[] {
  const first = week[0];
  const last = week.at(-1);
  if (first === undefined || last === undefined) return [];
  const inside = spans
    .map(({ start, end, weight = 0 }, span) => ({ start, end, weight, span }))
    .filter(({ start, end }) => start < last.end && first.start < end)
    .toSorted((a, b) => a.weight - b.weight || byStart(a, b));
  const rows: Placed[][] = [];
  return inside.map(({ start, end, span }) => {
    const free = rows.findIndex((row) => row.every((placed) => placed.end <= start || end <= placed.start));
    const row = free === -1 ? rows.length : free;
    rows[row] = [...(rows[row] ?? []), { start, end }];
    return {
      span,
      row,
      from: dayFraction(week, start),
      to: dayFraction(week, end),
      continues: start < first.start,
      goesOn: end > last.end,
    };
  });
}

/** How many bands of each day stand in rows below the first `rows`: the "+3" of that day. */
export function hiddenPerDay(bands: readonly WeekBand[], rows: number): number[] {
  const hidden = Array.from({ length: 7 }, () => 0);
  for (const { row, from, to } of bands) {
    if (row < rows) continue;
    for (let day = Math.floor(from); day < to && day < 7; day += 1) hidden[day] = (hidden[day] ?? 0) + 1;
  }
  return hidden;
}
