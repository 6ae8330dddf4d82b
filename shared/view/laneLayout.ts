import type { Ms } from '../time/instant.ts';
import { foldRows, gather, type LaneItem, type Mark } from './laneClusters.ts';
import { firstIndex, packRows, packWithin, type Footprint } from './laneRows.ts';

/** A shape and a letter beside or inside a bar. */
export const GLYPH_PX = 32;
/** How tall a bar is; the rest of its row is air. */
export const BAR_PX = 18;
/** Narrower bars are gathered, or stand as their shape when they are alone. */
const LEAST_BAR_PX = 6;
/** A counted mark must hold three digits. */
const LEAST_CLUSTER_PX = 32;
const GAP_PX = 4;
/** Longer titles than this are clipped even when there is room, so that the lanes do not grow for one long sentence. */
const MOST_LABEL_PX = 200;
/** With more rows than this, labels give way to bars. */
const ROWS_WITH_LABELS = 3;

export interface LaidMark<T extends LaneItem> extends Mark<T>, Footprint {
  /** Room for a title to the right of the bar, in px. */
  readonly roomPx: number;
}
export interface LaneMeasures<T extends LaneItem> {
  readonly msPerPx: number;
  /** Boundaries that short items are gathered by. */
  readonly cells: readonly Ms[];
  readonly mostRows: number;
  readonly titlePx: (item: T) => number;
  /** False where every item is a bar of its own, however many rows that takes. */
  readonly gathers?: boolean;
}

/** How wide a mark is drawn, without its title. */
export function drawnPx(mark: Mark<LaneItem>, msPerPx: number): number {
  const px = (mark.end - mark.start) / msPerPx;
  if (mark.members.length > 1) return Math.max(px, LEAST_CLUSTER_PX);
  return px >= GLYPH_PX ? px : Math.max(px, 3) + GLYPH_PX;
}

/** How far a mark reaches, with its title when titles stand beside their bars. */
function reachOf<T extends LaneItem>(mark: Mark<T>, { msPerPx, titlePx }: LaneMeasures<T>, withLabels: boolean): Ms {
  // The ruler's cells touch: neighbours share a row, and the drawing leaves a hairline between them.
  if (mark.members.length > 1) return Math.max(mark.end, mark.start + LEAST_CLUSTER_PX * msPerPx);
  const [only] = mark.members;
  const title = withLabels && only !== undefined ? Math.min(MOST_LABEL_PX, titlePx(only)) : 0;
  const fitsInside = (mark.end - mark.start) / msPerPx >= GLYPH_PX + title;
  return mark.start + (drawnPx(mark, msPerPx) + (fitsInside ? 0 : title) + GAP_PX) * msPerPx;
}

/** Where bars are too many for a few rows, longer ones are gathered as well, step by step. */
const GATHER_PX = [LEAST_BAR_PX, 18, 48];

/** A mark on its way into a row. */
type Packed<T extends LaneItem> = Mark<T> & { until: Ms };

/** Rows of bars with their titles while few suffice, else bars alone in as many as a lane may have; null beyond. */
function packBars<T extends LaneItem>(marks: readonly Packed<T>[], measures: LaneMeasures<T>) {
  return (
    packWithin(marks, (mark) => reachOf(mark, measures, true), ROWS_WITH_LABELS) ??
    packWithin(marks, (mark) => reachOf(mark, measures, false), measures.mostRows)
  );
}

/** So many items at the front of a long lane mostly say whether its bars fit. */
const FRONT = 160;

/**
 * Do already the first items of a lane find no room? What begins before the cell of the last of them is gathered and
 * packed as it would be in the whole lane, so that a yes is a yes for all of it.
 */
function failsEarly<T extends LaneItem>(items: readonly T[], leastMs: Ms, measures: LaneMeasures<T>): boolean {
  if (items.length < 2 * FRONT) return false;
  const front = items.slice(0, FRONT);
  const last = front.at(-1)?.start ?? 0;
  const { cells } = measures;
  const before = cells[firstIndex(cells, (boundary) => boundary > last) - 1] ?? last;
  const marks = gather(front, cells, leastMs).filter(({ start }) => start < before);
  return packBars(marks, measures) === null;
}

/**
 * The rows of one lane at one zoom: titles beside their bars while a few rows suffice, bars alone when they do not,
 * counted marks where even bars are too many, and beyond `mostRows` counted piles. No mark, and no title, ever lies on
 * another.
 * @param items sorted by `byStart`
 */
export function layoutLane<T extends LaneItem>(items: readonly T[], measures: LaneMeasures<T>): LaidMark<T>[][] {
  const { msPerPx, cells, mostRows } = measures;
  let packed: (Mark<T> & Footprint)[][] | null = null;
  let marks: Packed<T>[] = [];
  const gathered = measures.gathers === false ? [0] : GATHER_PX;
  for (const [step, leastPx] of gathered.entries()) {
    const isLast = step === gathered.length - 1;
    if (!isLast && failsEarly(items, leastPx * msPerPx, measures)) continue;
    marks = gather(items, cells, leastPx * msPerPx);
    packed = isLast && failsEarly(items, leastPx * msPerPx, measures) ? null : packBars(marks, measures);
    if (packed !== null) break;
  }
  packed ??= packRows(
    marks.map((mark) => ({ ...mark, until: reachOf(mark, measures, false) })),
    mostRows,
  );
  const leastMs = LEAST_CLUSTER_PX * msPerPx;
  return foldRows(packed, mostRows, cells, leastMs).map((row) =>
    row.map((mark, index) => {
      const next = row[index + 1]?.start ?? Infinity;
      const free = (next - mark.start) / msPerPx - drawnPx(mark, msPerPx) - GAP_PX;
      const roomPx = mark.members.length > 1 ? 0 : Math.max(0, Math.min(MOST_LABEL_PX + 60, free));
      const until = reachOf(mark, measures, false);
      return { ...mark, until: Math.min(next, until + roomPx * msPerPx), roomPx };
    }),
  );
}
