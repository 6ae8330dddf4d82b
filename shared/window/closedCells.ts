import type { SiteId } from '../ids.ts';
import type { Ms } from '../time/instant.ts';
import { LONGEST_OPEN_MS } from './pairEnds.ts';
import type { HeldWindow } from './heldWindows.ts';
import type { Cover } from './scopeReader.ts';
import type { Place } from './span.ts';
import type { WindowContext } from './windowContext.ts';

/** Cells that may be worked on only while one of these windows is open. */
export interface ClosedCells {
  readonly windows: readonly HeldWindow[];
  /** The site on whose clock windows on site clocks are read; null when none is known. */
  readonly site: SiteId | null;
  readonly places: readonly Place[];
  readonly path: readonly string[];
}

/**
 * Which cells are closed outside of which windows?
 *
 * A work that names no site is taken apart into the sites it may touch, so that a window at one of them does not open
 * the others. A work that names no tenant must meet every window that is for some tenants alone.
 */
export function closedCells(closing: readonly HeldWindow[], context: WindowContext): ClosedCells[] {
  const cells = new Map<
    string,
    { windows: HeldWindow[]; site: SiteId | null; place: Place; path: readonly string[] }
  >();
  for (const held of closing)
    for (const { place, path, clocks } of held.covers) {
      const some = place.tenant === null && held.window.scope.tenants ? held.window.window : '';
      const sites =
        place.site === null ? (clocks ?? held.window.scope.sites ?? [...context.sites.keys()]) : [place.site];
      for (const site of sites.length > 0 ? sites : [null]) {
        const key = [place.service, site, place.tenant, some].join('|');
        const cell = cells.get(key);
        if (cell) cell.windows.push(held);
        else cells.set(key, { windows: [held], site, place, path });
      }
    }
  return grouped([...cells.values()]);
}

/** Cells with the same windows and the same clock are judged once. */
function grouped(
  cells: readonly { windows: HeldWindow[]; site: SiteId | null; place: Place; path: readonly string[] }[],
): ClosedCells[] {
  const numbers = new Map<HeldWindow, number>();
  const numberOf = (held: HeldWindow): number => {
    const known = numbers.get(held) ?? numbers.size;
    numbers.set(held, known);
    return known;
  };
  const groups = new Map<string, ClosedCells & { places: Place[] }>();
  for (const { windows, site, place, path } of cells) {
    const key = `${site}|${windows.map(numberOf).join()}`;
    const group = groups.get(key);
    if (!group) groups.set(key, { windows, site, places: [place], path });
    else if (!group.places.includes(place)) group.places.push(place);
  }
  return [...groups.values()];
}

/**
 * When can work start in these cells? `at` itself while one of the windows is open, else the next opening.
 * @returns null when there is none within 400 days
 */
export function openingAt(cells: ClosedCells, context: WindowContext, at: Ms): Ms | null {
  const { windows } = cells;
  const covers = clocksOfCells(cells);
  let next: Ms | null = null;
  for (const { window } of windows) {
    if (context.spansFor(window, covers, { start: at, end: at + 1 }).length > 0) return at;
    const start = context.nextStart(window, covers, { start: at, end: next ?? at + LONGEST_OPEN_MS });
    next = start ?? next;
  }
  return next;
}

/** What to ask the windows of these cells for: the spans on the clock of their site. */
export function clocksOfCells({ site }: ClosedCells): readonly Cover[] {
  return [{ place: { service: null, site, tenant: null }, path: [], clocks: site === null ? null : [site] }];
}
