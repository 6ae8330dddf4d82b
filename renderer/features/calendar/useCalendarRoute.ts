import { useEffect, useMemo } from 'react';
import { laneKinds, type LaneKind } from '../../../shared/api/calendarCalls.ts';
import type { ChangeFilter } from '../../../shared/api/filter.ts';
import { changeId } from '../../../shared/ids.ts';
import { effects, type Effect } from '../../../shared/record/words.ts';
import { isInstant, toMs, type Ms } from '../../../shared/time/instant.ts';
import { isZone } from '../../../shared/time/zone.ts';
import { monthAt, type Month } from '../../../shared/view/monthGrid.ts';
import { readWeek, weekAt } from '../../../shared/view/weekAddress.ts';
import { zooms, type Zoom } from '../../../shared/view/timeScale.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { hrefOf, listIn, navigate, useRoute, type RouteQuery } from '../../route.ts';
import { filterIn, filterQuery } from './calendarFilter.ts';
import { laneMemoryIn, laneMemoryQuery, type LaneMemory } from './laneMemory.ts';

export const calendarViews = ['month', 'week', 'timeline'] as const;
export type CalendarView = (typeof calendarViews)[number];
export interface CalendarRoute {
  readonly view: CalendarView;
  /** The place's zone that days and the ruler are counted in. */
  readonly zone: string;
  readonly month: Month;
  /** The first of the seven days of the week view: `2026-11-23`. */
  readonly week: string;
  readonly by: LaneKind;
  readonly zoom: Zoom;
  /** The middle of the timeline; null: now. */
  readonly at: Ms | null;
  /** The timeline's or the week's changes as a table. */
  readonly asList: boolean;
  /** Lanes without a change are shown or left out; null: as their number asks for. */
  readonly lanes: 'all' | 'filled' | null;
  /** Which lanes are pinned, folded, shown in full or looked for. */
  readonly memory: LaneMemory;
  readonly remember: (memory: LaneMemory) => void;
  readonly filter: ChangeFilter;
  /** The search for a slot stands beside the calendar: for a change, or (null) for some work. */
  readonly slots: { readonly change: string | null } | null;
  /** Which windows are shown, by effect; empty: all of them. */
  readonly effects: readonly Effect[];
  /** Goes to the same page with something else; `step` leaves a step in the history. */
  readonly show: (other: RouteQuery, step?: boolean) => void;
  readonly showFilter: (filter: ChangeFilter) => void;
  /** Shows everything again. */
  readonly clear: () => void;
}

/** What this window showed last; the desk's memory is for the next start. */
let lastQuery: string | null = null;

/** Typing and scrolling end before the desk is told what to remember. */
const REMEMBER_AFTER_MS = 800;

function pageQuery(query: URLSearchParams): RouteQuery {
  return Object.fromEntries(query);
}

/** What the calendar shows: from the address; where that says nothing, from the last visit. */
export function useCalendarRoute(homeZone: string, now: Ms): CalendarRoute {
  const { page, query } = useRoute();
  // While the next page is being fetched this one still stands, and must not read the next one's address as its own.
  const isHere = page === 'calendar';
  const isBare = isHere && [...query.keys()].length === 0;
  const remembered = useAsked('view.read', { view: 'calendar' }, { enabled: isBare });
  const save = useCommand('view.save').mutate;
  const kept = lastQuery ?? remembered.data?.['query'];

  useEffect(() => {
    if (isBare && typeof kept === 'string' && kept !== '') navigate(`#/calendar?${kept}`, { replace: true });
  }, [isBare, kept]);

  useEffect(() => {
    if (isBare || !isHere) return undefined;
    const lasting = new URLSearchParams(query);
    for (const name of ['at', 'month', 'week', 'slots']) lasting.delete(name); // tomorrow opens on tomorrow
    lastQuery = lasting.toString();
    const timer = setTimeout(() => save({ view: 'calendar', state: { query: lasting.toString() } }), REMEMBER_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isBare, isHere, query, save]);

  return useMemo(() => {
    const zone = query.get('zone');
    const at = query.get('at');
    const month = query.get('month');
    const lanes = query.get('lanes');
    const slots = query.get('slots');
    const asked = listIn(query, 'effects');
    const shown = zone !== null && isZone(zone) ? zone : homeZone;
    const show = (other: RouteQuery, step = false) => {
      if (isHere) navigate(hrefOf('calendar', null, { ...pageQuery(query), ...other }), { replace: !step });
    };
    return {
      view: calendarViews.find((view) => view === query.get('view')) ?? 'month',
      zone: shown,
      month: month !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : monthAt(now, shown),
      week: readWeek(query.get('week') ?? '') ?? weekAt(now, shown),
      by: laneKinds.find((kind) => kind === query.get('by')) ?? 'site',
      zoom: zooms.find((zoom) => zoom === query.get('zoom')) ?? 'week',
      at: at !== null && isInstant(at) ? toMs(at) : null,
      asList: query.get('as') === 'list',
      lanes: lanes === 'all' || lanes === 'filled' ? lanes : null,
      memory: laneMemoryIn(query),
      remember: (memory) => show(laneMemoryQuery(memory)),
      filter: filterIn(query),
      slots: slots === null ? null : { change: changeId.safeParse(slots).success ? slots : null },
      effects: effects.filter((effect) => asked.includes(effect)),
      show,
      showFilter: (filter) => show(filterQuery(filter)),
      clear: () => show({ ...filterQuery({}), effects: [] }),
    };
  }, [query, isHere, homeZone, now]);
}
