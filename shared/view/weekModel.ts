import type { TimelineBand, TimelineBar, TimelineView } from '../api/calendarCalls.ts';
import { bands, effects, type Effect } from '../record/words.ts';
import { HOUR_MS, type Period } from '../time/instant.ts';
import { isOver } from './isOver.ts';
import { byStart, type Placed } from './laneRows.ts';
import { hiddenPerDay, joinSites, weekBands, type WeekBand } from './monthBands.ts';
import { joinDays, type Series } from './weekSeries.ts';
import { packDay, type DayBlock, type DayRest, type DayRoom } from './weekBlocks.ts';
import type { WeekDay } from './weekDays.ts';

/** A window of a week: one per run, however many sites' clocks it runs on. */
export type WeekWindow = TimelineBand & { readonly sites: number };
/** Something in the strip above the hours. */
export interface StripItem<T> {
  readonly item: T;
  readonly band: WeekBand;
}
/** A part of a column that some window of one effect covers. */
export interface Ground extends Placed {
  readonly effect: Effect;
  readonly proposed: boolean;
}
export interface DrawnDay {
  readonly day: WeekDay;
  readonly grounds: readonly Ground[];
  readonly blocks: readonly (DayBlock<TimelineBar> | DayRest<TimelineBar>)[];
  /** How many changes touch the day, those in the strip included. */
  readonly total: number;
  readonly windows: readonly WeekWindow[];
  /** Work in the strip that its rows have no room for. */
  readonly hiddenWork: readonly TimelineBar[];
  readonly hiddenWindows: number;
}
export interface WeekDrawing {
  readonly windows: readonly StripItem<Series<WeekWindow>>[];
  readonly windowRows: number;
  readonly work: readonly StripItem<TimelineBar>[];
  readonly workRows: number;
  readonly days: readonly DrawnDay[];
  readonly changes: number;
}
export interface WeekRoom extends DayRoom {
  /** Rows of the strip for windows and for work of several days; what is beyond them is counted. */
  readonly windowRows: number;
  readonly workRows: number;
}

/** Work and windows as long as this are told above the hours. */
const LONG_MS = 20 * HOUR_MS;

export function isLong({ start, end }: Period): boolean {
  return end - start >= LONG_MS;
}

/** One week ready to be drawn: the strip above, and in each day its grounds and its work side by side. */
export function drawWeek(
  { bars, bands: spans }: TimelineView,
  days: readonly WeekDay[],
  zone: string,
  room: WeekRoom,
): WeekDrawing {
  const week = { start: days[0]?.start ?? 0, end: days.at(-1)?.end ?? 0 };
  const inside = <T extends Placed>(list: readonly T[]) =>
    list.filter(({ start, end }) => start < week.end && week.start < end);
  const joined = inside(joinSites(spans));
  const shown = inside(bars);
  const windows = stripOf(joinDays(joined, days, zone, isLong), days, room.windowRows, windowWeight);
  const work = stripOf(shown.filter(isLong), days, room.workRows, changeWeight);
  const brief = shown.filter((bar) => !isLong(bar));
  return {
    windows: windows.items,
    windowRows: windows.rows,
    work: work.items,
    workRows: work.rows,
    changes: shown.length,
    days: days.map((day, index) => ({
      day,
      grounds: groundsOf(joined, day),
      blocks: packDay(brief, day, room, changeWeight),
      total: shown.filter((bar) => touches(bar, day)).length,
      windows: joined.filter((span) => touches(span, day)),
      hiddenWork: work.left.filter((bar) => touches(bar, day)),
      hiddenWindows: windows.hidden[index] ?? 0,
    })),
  };
}

function touches(a: Placed, b: Placed): boolean {
  return a.start < b.end && b.start < a.end;
}

/** What takes days before what takes hours, which the hours below show once more; within that, freezes first. */
function windowWeight(window: WeekWindow): number {
  const { effect, proposed } = window;
  return (isLong(window) ? 0 : effects.length) + effects.indexOf(effect) + (proposed ? 0.5 : 0);
}

/** What is to be done before what is over; within that, the higher band first. */
export function changeWeight({ state, band }: TimelineBar): number {
  return (isOver(state) ? bands.length : 0) + bands.length - bands.indexOf(band);
}

/** Shorter windows take the days they begin on, so that their titles have room. */
function inStrip<T extends Placed & Partial<Series<object>>>(item: T, days: readonly WeekDay[]): Placed {
  if (isLong(item)) return item;
  const dayOf = (run: Placed) => days.find((day) => touches(run, day)) ?? run;
  return { start: dayOf(item).start, end: dayOf(item.runs?.at(-1) ?? item).end };
}

function stripOf<T extends Placed & Partial<Series<object>>>(
  items: readonly T[],
  days: readonly WeekDay[],
  most: number,
  weigh: (item: T) => number,
): { items: StripItem<T>[]; rows: number; hidden: number[]; left: T[] } {
  const placed = items.map((item) => {
    const { start, end } = inStrip(item, days);
    return { start, end, weight: weigh(item) };
  });
  const laid = weekBands(days, placed);
  const depth = Math.max(0, ...laid.map(({ row }) => row + 1));
  const rows = depth <= most + 1 ? depth : most; // one row more costs no more than the line that would count it
  const told = laid.flatMap((band) => {
    const item = items[band.span];
    return item === undefined ? [] : [{ item, band }];
  });
  return {
    items: told.filter(({ band }) => band.row < rows),
    rows,
    hidden: hiddenPerDay(laid, rows),
    left: told.filter(({ band }) => band.row >= rows).map(({ item }) => item),
  };
}

/** What covers a day, effect by effect, joined where windows of one effect touch: a hatch is drawn once. */
function groundsOf(windows: readonly WeekWindow[], day: WeekDay): Ground[] {
  const grounds: { start: number; end: number; effect: Effect; proposed: boolean }[] = [];
  for (const { effect, proposed, ...span } of windows.filter((window) => touches(window, day)).toSorted(byStart)) {
    const part = { start: Math.max(span.start, day.start), end: Math.min(span.end, day.end) };
    const last = grounds.findLast((ground) => ground.effect === effect && ground.proposed === proposed);
    if (last !== undefined && part.start <= last.end) last.end = Math.max(last.end, part.end);
    else grounds.push({ ...part, effect, proposed });
  }
  const frozen = grounds.filter(({ effect, proposed }) => effect === 'freeze' && !proposed);
  return grounds
    .flatMap((ground) => (ground.effect === 'soft-freeze' ? without(ground, frozen) : [ground]))
    .toSorted((a, b) => effects.indexOf(a.effect) - effects.indexOf(b.effect)); // thin marks above wide ones
}

/** The parts of a ground that others leave: a freeze says all that a soft freeze would say there. */
function without(ground: Ground, others: readonly Placed[]): Ground[] {
  return others.reduce<Ground[]>(
    (parts, other) =>
      parts.flatMap((part) =>
        touches(part, other)
          ? [
              { ...part, end: Math.min(part.end, other.start) },
              { ...part, start: Math.max(part.start, other.end) },
            ].filter(({ start, end }) => start < end)
          : [part],
      ),
    [ground],
  );
}
