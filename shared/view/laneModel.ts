import type { TimelineBand, TimelineBar, TimelineView } from '../api/calendarCalls.ts';
import { DAY_MS, type Ms, type Period } from '../time/instant.ts';
import { layoutBands, type BandItem, type LaidBand } from './laneBands.ts';
import type { LaneItem } from './laneClusters.ts';
import { layoutLane, type LaidMark, type LaneMeasures } from './laneLayout.ts';
import { byStart } from './laneRows.ts';

/** A change in one lane. */
export interface BarItem extends LaneItem {
  readonly bar: TimelineBar;
}
/** What stands in one lane, in order of time. */
export interface LaneContent {
  readonly items: readonly BarItem[];
  readonly bands: readonly BandItem[];
}
/** The same at one zoom. */
export interface LaneDrawing {
  readonly rows: readonly (readonly LaidMark<BarItem>[])[];
  /** Every mark of the rows in order of time, for walking by keys. */
  readonly order: readonly LaidMark<BarItem>[];
  readonly bands: readonly LaidBand[];
  readonly titleRows: number;
  readonly isCollapsed: boolean;
  readonly height: number;
}

export const LANE_PAD_PX = 6;
export const TITLE_ROW_PX = 18;
export const ROW_PX = 24;
const COLLAPSED_PX = 36;
const LEAST_LANE_PX = 52;
const MOST_ROWS = 5;
/** More windows than this at one moment share the rows of their titles, as far as these go. */
export const MOST_TITLE_ROWS = 2;

/** Each lane's changes and windows, sorted once for all zooms. */
export function laneContents({ lanes, bars, bands }: TimelineView): LaneContent[] {
  const contents = lanes.map(() => ({ items: [] as BarItem[], bands: [] as TimelineBand[] }));
  for (const bar of bars) {
    const item = { key: bar.change, band: bar.band, hits: bar.hits, start: bar.start, end: bar.end, bar };
    for (const lane of bar.lanes) contents[lane]?.items.push(item);
  }
  for (const band of bands) for (const lane of band.lanes) contents[lane]?.bands.push(band);
  for (const { items, bands: windows } of contents) {
    items.sort(byStart);
    windows.sort(byStart);
  }
  return contents;
}

/** One lane at one zoom; a collapsed lane has one row and no titles. */
export function drawLane(
  content: LaneContent,
  measures: Omit<LaneMeasures<BarItem>, 'mostRows'>,
  isCollapsed: boolean,
): LaneDrawing {
  const rows = layoutLane(content.items, { ...measures, mostRows: isCollapsed ? 1 : MOST_ROWS });
  const { bands, titleRows } = layoutBands(content.bands, measures.msPerPx);
  const shownTitles = Math.min(MOST_TITLE_ROWS, titleRows);
  const rowsPx = 2 * LANE_PAD_PX + shownTitles * TITLE_ROW_PX + rows.length * ROW_PX;
  return {
    rows,
    order: rows.flat().toSorted(byStart),
    bands,
    titleRows: isCollapsed ? 0 : shownTitles,
    isCollapsed,
    height: isCollapsed ? COLLAPSED_PX : Math.max(LEAST_LANE_PX, rowsPx),
  };
}

/** How many changes begin on each UTC day of a period. */
export function startsPerDay(bars: readonly TimelineBar[], period: Period): number[] {
  const days = Array.from({ length: Math.ceil((period.end - period.start) / DAY_MS) }, () => 0);
  for (const { start } of bars) {
    const day = Math.floor((start - period.start) / DAY_MS);
    const count = days[day];
    if (count !== undefined) days[day] = count + 1;
  }
  return days;
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
