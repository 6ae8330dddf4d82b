import type { Ms } from '../time/instant.ts';
import { foldRows, gather, type LaneItem, type Mark } from './laneClusters.ts';
import { packRows, type Footprint } from './laneRows.ts';

/** A shape and a letter beside or inside a bar. */
export const GLYPH_PX = 32;
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
}

/** How wide a mark is drawn, without its title. */
export function drawnPx(mark: Mark<LaneItem>, msPerPx: number): number {
  const px = (mark.end - mark.start) / msPerPx;
  if (mark.members.length > 1) return Math.max(px, LEAST_CLUSTER_PX);
  return px >= GLYPH_PX ? px : Math.max(px, 3) + GLYPH_PX;
}

function footprints<T extends LaneItem>(
  marks: readonly Mark<T>[],
  { msPerPx, titlePx }: LaneMeasures<T>,
  withLabels: boolean,
): (Mark<T> & Footprint)[] {
  return marks.map((mark) => {
    const bar = drawnPx(mark, msPerPx);
    if (mark.members.length > 1) {
      // The ruler's cells touch: neighbours share a row, and the drawing leaves a hairline between them.
      return { ...mark, until: Math.max(mark.end, mark.start + LEAST_CLUSTER_PX * msPerPx) };
    }
    const [only] = mark.members;
    const title = only === undefined ? 0 : Math.min(MOST_LABEL_PX, titlePx(only));
    const fitsInside = (mark.end - mark.start) / msPerPx >= GLYPH_PX + title;
    const label = withLabels && !fitsInside ? title : 0;
    return { ...mark, until: mark.start + (bar + label + GAP_PX) * msPerPx };
  });
}

/** Where bars are too many for a few rows, longer ones are gathered as well, step by step. */
const GATHER_PX = [LEAST_BAR_PX, 18, 48];

/**
 * The rows of one lane at one zoom: titles beside their bars while a few rows suffice, bars alone when they do not,
 * counted marks where even bars are too many, and beyond `mostRows` counted piles. No mark, and no title, ever lies on
 * another.
 * @param items sorted by `byStart`
 */
export function layoutLane<T extends LaneItem>(items: readonly T[], measures: LaneMeasures<T>): LaidMark<T>[][] {
  const { msPerPx, cells, mostRows } = measures;
  let packed: (Mark<T> & Footprint)[][] = [];
  for (const leastPx of GATHER_PX) {
    const marks = gather(items, cells, leastPx * msPerPx);
    packed = packRows(footprints(marks, measures, true), ROWS_WITH_LABELS);
    if (packed.length <= ROWS_WITH_LABELS) break;
    packed = packRows(footprints(marks, measures, false), mostRows);
    if (packed.length <= mostRows) break;
  }
  const leastMs = LEAST_CLUSTER_PX * msPerPx;
  return foldRows(packed, mostRows, cells, leastMs).map((row) => {
    const laid = footprints(row, measures, false);
    return laid.map((mark, index) => {
      const next = laid[index + 1]?.start ?? Infinity;
      const free = (next - mark.start) / msPerPx - drawnPx(mark, msPerPx) - GAP_PX;
      const roomPx = mark.members.length > 1 ? 0 : Math.max(0, Math.min(MOST_LABEL_PX + 60, free));
      return { ...mark, until: Math.min(next, mark.until + roomPx * msPerPx), roomPx };
    });
  });
}
