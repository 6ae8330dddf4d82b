import type { TimelineBand, TimelineBar, TimelineView } from '../api/calendarCalls.ts';
import { DAY_MS, type Ms, type Period } from '../time/instant.ts';
import { layoutBands, type BandItem, type LaidBand } from './laneBands.ts';
import type { LaneItem } from './laneClusters.ts';
import { layoutLane, type LaidMark, type LaneMeasures } from './laneLayout.ts';
import { byStart, type Placed } from './laneRows.ts';

/** A change in one lane. */
export interface BarItem extends LaneItem {
  readonly bar: TimelineBar;
}
/** What stands in one lane, in order of time. */
export interface LaneContent {
  readonly count: number;
  /** Made when a lane is first laid out: most of a long list of lanes never is. */
  readonly items: readonly BarItem[];
  readonly bands: readonly BandItem[];
}
/** Folded to one row, as it comes, or with a row for every bar that finds no room in another. */
export type LaneFold = 'folded' | 'plain' | 'full';
/** The same at one zoom. */
export interface LaneDrawing {
  readonly rows: readonly (readonly LaidMark<BarItem>[])[];
  readonly bands: readonly LaidBand[];
  readonly titleRows: number;
  readonly isCollapsed: boolean;
  /** Some changes stand behind counted marks. */
  readonly isCounted: boolean;
  readonly height: number;
  /** The zoom it was laid out for. */
  readonly msPerPx: number;
}

export const LANE_PAD_PX = 6;
export const TITLE_ROW_PX = 18;
export const ROW_PX = 24;
const COLLAPSED_PX = 36;
const LEAST_LANE_PX = 52;
const MOST_ROWS = 5;
/** No lane is longer than a sheet of so many rows; what is left is counted. */
const MOST_FULL_ROWS = 300;
/** More windows than this at one moment share the rows of their titles, as far as these go. */
export const MOST_TITLE_ROWS = 2;

/** Each lane's changes and windows, sorted once for all zooms; the answer's own order is kept where it is one already. */
export function laneContents({ lanes, bars, bands }: TimelineView): LaneContent[] {
  const barsByLane = lanes.map((): TimelineBar[] => []);
  const bandsByLane = lanes.map((): TimelineBand[] => []);
  for (const bar of bars) for (const lane of bar.lanes) barsByLane[lane]?.push(bar);
  for (const band of bands) for (const lane of band.lanes) bandsByLane[lane]?.push(band);
  return lanes.map((_, lane) => contentOf(barsByLane[lane] ?? [], bandsByLane[lane] ?? []));
}

function contentOf(bars: readonly TimelineBar[], bands: TimelineBand[]): LaneContent {
  let items: BarItem[] | null = null;
  return {
    count: bars.length,
    get items() {
      items ??= sorted(bars.map(itemOf));
      return items;
    },
    bands: sorted(bands),
  };
}

function itemOf(bar: TimelineBar): BarItem {
  return { key: bar.change, band: bar.band, hits: bar.hits, start: bar.start, end: bar.end, bar };
}

function sorted<T extends Placed>(items: T[]): T[] {
  return isSorted(items) ? items : items.toSorted(byStart);
}

function isSorted(items: readonly Placed[]): boolean {
  return items.every((item, index) => {
    const before = items[index - 1];
    return before === undefined || byStart(before, item) <= 0;
  });
}

/** One lane at one zoom; a folded lane has one row and no titles, a full one gathers nothing. */
export function drawLane(
  content: LaneContent,
  measures: Omit<LaneMeasures<BarItem>, 'mostRows' | 'gathers'>,
  fold: LaneFold,
): LaneDrawing {
  const mostRows = { folded: 1, plain: MOST_ROWS, full: MOST_FULL_ROWS }[fold];
  const rows = layoutLane(content.items, { ...measures, mostRows, gathers: fold !== 'full' });
  const { bands, titleRows } = layoutBands(content.bands, measures.msPerPx);
  const isCollapsed = fold === 'folded';
  return {
    rows,
    bands,
    titleRows: isCollapsed ? 0 : Math.min(MOST_TITLE_ROWS, titleRows),
    isCollapsed,
    isCounted: rows.some((row) => row.some(({ members }) => members.length > 1)),
    height: isCollapsed ? COLLAPSED_PX : heightOf(Math.min(MOST_TITLE_ROWS, titleRows), rows.length),
    msPerPx: measures.msPerPx,
  };
}

function heightOf(titleRows: number, rows: number): number {
  return Math.max(LEAST_LANE_PX, 2 * LANE_PAD_PX + titleRows * TITLE_ROW_PX + rows * ROW_PX);
}

/** About how tall a lane will be, before it has been laid out: it is put right once it comes near. */
export function guessedHeight({ count, bands }: LaneContent, fold: LaneFold): number {
  if (fold === 'folded') return COLLAPSED_PX;
  return heightOf(Math.min(1, bands.length), Math.min(MOST_ROWS, Math.ceil(count / 12)));
}

const orders = new WeakMap<LaneDrawing, readonly LaidMark<BarItem>[]>();
/** Every mark of the rows in order of time, for walking by keys. */
export function orderOf(drawing: LaneDrawing): readonly LaidMark<BarItem>[] {
  const known = orders.get(drawing);
  if (known) return known;
  const order = drawing.rows.flat().toSorted(byStart);
  orders.set(drawing, order);
  return order;
}

/** Where the first row of bars begins, in px from the lane's top. */
export function rowsTop({ isCollapsed, titleRows }: LaneDrawing): number {
  return isCollapsed ? 9 : LANE_PAD_PX + titleRows * TITLE_ROW_PX + 3;
}

/** How many changes begin on each UTC day of a period. */
export function startsPerDay(bars: readonly TimelineBar[], { start, end }: Period): readonly number[] {
  const days = new Uint32Array(Math.max(0, Math.ceil((end - start) / DAY_MS)));
  for (const bar of bars) {
    const day = Math.floor((bar.start - start) / DAY_MS);
    if (day >= 0 && day < days.length) days[day] = (days[day] ?? 0) + 1;
  }
  return [...days];
}

/** The parts of a period that some freeze in force covers, joined where they touch. */
export function frozenParts(bands: readonly TimelineBand[], period: Period): Period[] {
  const parts: { start: Ms; end: Ms }[] = [];
  const freezes = bands.filter(({ effect, proposed }) => effect === 'freeze' && !proposed);
  for (const { start, end } of freezes.toSorted(byStart)) {
    if (end <= period.start || start >= period.end) continue;
    const last = parts.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else parts.push({ start: Math.max(start, period.start), end });
  }
  return parts.map(({ start, end }) => ({ start, end: Math.min(end, period.end) }));
}
