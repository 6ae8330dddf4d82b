import type { LaneKind, TimelineBand, TimelineBar, TimelineView } from '../../shared/api/calendarCalls.ts';
import type { ChangeFilter } from '../../shared/api/filter.ts';
import { DAY_MS, type Ms } from '../../shared/time/instant.ts';
import type { Bar } from '../catalog/changeQueries.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { isMovable } from './barMovable.ts';
import { calendarSpans, shownTexts } from './calendarSpans.ts';
import { layLanes } from './laidLanes.ts';
import { coveredLanes } from './laneCover.ts';

interface Asked {
  readonly start: Ms;
  readonly end: Ms;
  readonly by: LaneKind;
  readonly filter: ChangeFilter;
}

/** Changes and windows of a period, on a lane for each site, service, team or business process. */
export function calendarTimeline(desk: DeskParts, { start, end, by, filter }: Asked): TimelineView {
  const { acting, catalog, model } = desk;
  const context = model.context();
  const period = { start, end };
  const bars = catalog.find.bars(filter, acting.reader().person, period);
  const { lanes, grounds, placed } = layLanes(desk, by, bars, filter, period);
  const laneById = new Map(lanes.map(({ id }, index) => [id, index]));

  return {
    lanes,
    bars: bars.map((bar) => toBar(bar, placed(bar), laneById, desk)),
    bands: bandsOf(),
    density: densityOf(bars, period),
  };

  function bandsOf(): TimelineBand[] {
    return shownTexts(context).flatMap((window) => {
      const spans = calendarSpans(window, period, context);
      if (spans.length === 0) return [];
      const covered = coveredLanes(window, grounds, context);
      return spans.map((span) => {
        const own = span.site !== undefined && by === 'site' ? laneById.get(span.site) : undefined;
        return {
          window: window.window,
          title: span.title,
          effect: window.effect,
          start: span.start,
          end: span.end,
          proposed: span.proposed,
          lanes: own === undefined ? covered : [own],
        };
      });
    });
  }
}

function toBar(
  bar: Bar,
  placed: readonly string[],
  laneById: ReadonlyMap<string, number>,
  desk: DeskParts,
): TimelineBar {
  const { change, title, band, state, start, end, hits } = bar;
  return {
    change,
    title,
    band,
    state,
    start,
    end,
    hits,
    lanes: placed.flatMap((id) => laneById.get(id) ?? []),
    movable: isMovable(bar, desk),
  };
}

/** How many changes run on each UTC day of the period; one sweep over starts and ends. */
function densityOf(bars: readonly Bar[], { start, end }: { readonly start: Ms; readonly end: Ms }): number[] {
  const days = Math.max(0, Math.ceil((end - start) / DAY_MS));
  const steps = Array.from({ length: days + 1 }, () => 0);
  for (const bar of bars) {
    const first = Math.max(0, Math.floor((bar.start - start) / DAY_MS));
    const after = Math.min(days, Math.ceil((bar.end - start) / DAY_MS));
    steps[first] = (steps[first] ?? 0) + 1;
    steps[after] = (steps[after] ?? 0) - 1;
  }
  let running = 0;
  return steps.slice(0, days).map((step) => (running += step));
}
