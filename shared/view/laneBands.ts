import type { Effect } from '../record/words.ts';
import type { Ms } from '../time/instant.ts';
import { byStart, packRows, type Footprint, type Placed } from './laneRows.ts';

/** A window's occurrence as a lane draws it. */
export interface BandItem extends Placed {
  readonly window: string;
  readonly title: string;
  readonly effect: Effect;
  readonly proposed: boolean;
}
/** Occurrences of one window that stand closer than the eye can part them, drawn as one. */
export interface LaidBand extends Footprint {
  readonly key: string;
  readonly band: BandItem;
  readonly times: number;
  /** The row of its title; null when it is too narrow to carry one. */
  readonly titleRow: number | null;
}

/** Occurrences this narrow, this close to each other, are one strip that says how often: no eye parts them. */
const MELT_WIDTH_PX = 14;
const MELT_GAP_PX = 24;
/** Narrower bands carry no title; what they are is said on hover, on focus and in the list. */
export const LEAST_TITLE_PX = 64;

/** A window on each site's own clock is one band in a lane that several sites share, from the first clock to the last. */
function melt(items: readonly BandItem[], msPerPx: number): { band: BandItem; start: Ms; end: Ms; times: number }[] {
  const open = new Map<string, { band: BandItem; start: Ms; end: Ms; times: number }>();
  const melted: { band: BandItem; start: Ms; end: Ms; times: number }[] = [];
  for (const band of items) {
    const last = open.get(band.window);
    if (last !== undefined && band.start < last.end) {
      last.end = Math.max(last.end, band.end);
      continue;
    }
    const close = last !== undefined && (band.start - last.end) / msPerPx < MELT_GAP_PX;
    const narrow = (band.end - band.start) / msPerPx < MELT_WIDTH_PX;
    if (close && narrow) {
      last.end = Math.max(last.end, band.end);
      last.times += 1;
    } else {
      const fresh = { band, start: band.start, end: band.end, times: 1 };
      open.set(band.window, fresh);
      melted.push(fresh);
    }
  }
  return melted;
}

/**
 * The windows of one lane at one zoom, with a row for each title so that titles of overlapping windows stand apart.
 * @param items sorted by `byStart`
 */
export function layoutBands(items: readonly BandItem[], msPerPx: number): { bands: LaidBand[]; titleRows: number } {
  const bands = melt(items, msPerPx).map(({ band, start, end, times }) => ({
    key: `${band.window}/${String(start)}`,
    band,
    times,
    start,
    end,
    until: end,
  }));
  const titled = bands.filter(({ start, end }) => (end - start) / msPerPx >= LEAST_TITLE_PX);
  const rows = packRows(titled.toSorted(byStart));
  const rowOf = new Map(rows.flatMap((row, index) => row.map(({ key }) => [key, index] as const)));
  return {
    bands: bands.map((band) => ({ ...band, titleRow: rowOf.get(band.key) ?? null })).toSorted(byStart),
    titleRows: rows.length,
  };
}

/** The parts of a period that lie inside a freeze or soft freeze in force: where a hit is drawn. */
export function hitParts(work: Placed, bands: readonly BandItem[]): Placed[] {
  return bands
    .filter(({ effect, proposed }) => !proposed && (effect === 'freeze' || effect === 'soft-freeze'))
    .filter(({ start, end }) => start < work.end && work.start < end)
    .map(({ start, end }) => ({ start: Math.max(start, work.start), end: Math.min(end, work.end) }));
}
