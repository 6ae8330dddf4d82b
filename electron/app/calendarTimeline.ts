import type { LaneKind, TimelineBand, TimelineBar, TimelineView } from '../../shared/api/calendarCalls.ts';
import type { ChangeFilter } from '../../shared/api/filter.ts';
import { DAY_MS, type Ms } from '../../shared/time/instant.ts';
import type { Bar } from '../catalog/changeQueries.ts';
import { rolesAt } from '../desk/acting.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { calendarSpans, shownWindows } from './calendarSpans.ts';
import { lanesOf, NO_SITE, serviceLanes, siteLanes } from './timelineLanes.ts';

const MOVABLE: ReadonlySet<string> = new Set(['assessment', 'authorization', 'scheduled']);

interface Asked {
  readonly start: Ms;
  readonly end: Ms;
  readonly by: LaneKind;
  readonly filter: ChangeFilter;
}

/** Changes and windows of a period, on a lane for each site or service. */
export function calendarTimeline(desk: DeskParts, { start, end, by, filter }: Asked): TimelineView {
  const { acting, catalog, model } = desk;
  const context = model.context();
  const period = { start, end };
  const bars = catalog.find.bars(filter, acting.person(), period);
  const servicesByBar = by === 'service' ? catalog.find.barServices(filter, acting.person(), period) : null;
  const lanes = servicesByBar
    ? serviceLanes(context, lanedServices(desk, filter, servicesByBar))
    : siteLanes(
        context,
        bars.some(({ sites }) => sites.length === 0),
      );
  const laneById = new Map(lanes.map(({ id }, index) => [id, index]));
  const placed = (bar: Bar): readonly string[] =>
    servicesByBar ? (servicesByBar.get(bar.n) ?? []) : bar.sites.length > 0 ? bar.sites : [NO_SITE];

  return {
    lanes,
    bars: bars.map((bar) => toBar(bar, placed(bar), laneById, desk)),
    bands: bandsOf(),
    density: densityOf(bars, period),
  };

  function bandsOf(): TimelineBand[] {
    return shownWindows(context).flatMap((window) => {
      const spans = calendarSpans(window, period, context);
      if (spans.length === 0) return [];
      const covered = lanesOf(window, by, lanes, context);
      return spans.map((span) => {
        const own = span.site !== undefined && by === 'site' ? laneById.get(span.site) : undefined;
        return {
          window: window.window,
          title: window.title,
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

/** The asked services, or else those of the map that people plan with and those that the bars touch. */
function lanedServices(
  { model }: DeskParts,
  { services }: ChangeFilter,
  servicesByBar: ReadonlyMap<number, readonly string[]>,
): ReadonlySet<string> {
  if (services && services.length > 0) return new Set(services);
  const touched = new Set<string>();
  for (const list of servicesByBar.values()) for (const service of list) touched.add(service);
  for (const { service, tier, retired } of model.board().services.values())
    if (!retired && tier <= 2) touched.add(service);
  return touched;
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
    movable: !bar.imported && MOVABLE.has(state) && mayMove(bar, desk),
  };
}

function mayMove({ requester, implementer }: Bar, { acting, now }: DeskParts): boolean {
  const me = acting.member();
  return requester === me.person || implementer === me.person || rolesAt(me, now()).includes('change-manager');
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
