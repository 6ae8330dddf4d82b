import type { CalendarSpan, MonthDay, MonthView } from '../../shared/api/calendarCalls.ts';
import type { ChangeFilter } from '../../shared/api/filter.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { bands } from '../../shared/record/words.ts';
import { isOver } from '../../shared/view/isOver.ts';
import { overlaps, type Period } from '../../shared/time/instant.ts';
import { dayPeriod } from '../../shared/view/dayPeriod.ts';
import { monthDays } from '../../shared/view/monthGrid.ts';
import type { Bar } from '../catalog/changeQueries.ts';
import type { BoardContext } from '../desk/boardContext.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { isMovable } from './barMovable.ts';
import { calendarSpans, shownTexts } from './calendarSpans.ts';
import { coveredLanes } from './laneCover.ts';

/** A day's cell has room for this many. */
const SHOWN_A_DAY = 6;

/** A month of whole weeks: how many changes each day, the first few, and which windows run. */
export function calendarMonth(
  desk: DeskParts,
  { month, zone, filter }: { readonly month: string; readonly zone: string; readonly filter: ChangeFilter },
): MonthView {
  const context = desk.model.context();
  const days = monthDays(month).map((day) => ({ day, ...dayPeriod(day, zone) }));
  const period = { start: days[0]?.start ?? 0, end: days.at(-1)?.end ?? 0 };
  const bars = desk.catalog.find.bars(filter, desk.acting.reader().person, period);
  const spans = shownTexts(context)
    .flatMap((window) => spansAt(window, filter.sites ?? [], period, context))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const own = days.filter(({ day }) => day.startsWith(month));
  const wholeMonth = { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 };
  return {
    zone,
    spans,
    total: bars.filter((bar) => overlaps(bar, wholeMonth)).length,
    days: days.map((day) => monthDay(day, bars)),
  };

  function monthDay(day: Pick<MonthDay, 'day' | 'start' | 'end'>, all: readonly Bar[]): MonthDay {
    const touching = all.filter((bar) => overlaps(bar, day));
    const byBand = { low: 0, moderate: 0, high: 0, critical: 0 };
    const openByBand = { ...byBand };
    for (const { band, state } of touching) {
      byBand[band] += 1;
      if (!isOver(state)) openByBand[band] += 1;
    }
    const first = touching.toSorted(firstOn(day)).slice(0, SHOWN_A_DAY);
    return {
      ...day,
      total: touching.length,
      byBand,
      openByBand,
      first: first.flatMap(({ change }) => desk.catalog.find.row(change) ?? []),
      movable: first.filter((bar) => isMovable(bar, desk)).map(({ change }) => change),
      spans: spans.flatMap((span, index) => (overlaps(span, day) ? [index] : [])),
    };
  }
}

/** The occurrences of a window that lie at some sites, those on a site's own clock at theirs; no sites: all of them. */
function spansAt(
  window: WindowBody,
  sites: readonly string[],
  period: Period,
  context: BoardContext,
): readonly CalendarSpan[] {
  const spans = calendarSpans(window, period, context);
  if (sites.length === 0 || spans.length === 0) return spans;
  const grounds = sites.map((site) => [{ service: null, site }]);
  const isThere = coveredLanes(window, grounds, context).length > 0;
  return spans.filter(({ site }) => (site === undefined ? isThere : sites.includes(site)));
}

/** By band; then what begins on this day, so that work of many weeks does not fill every cell it runs through. */
function firstOn({ start }: Period): (a: Bar, b: Bar) => number {
  const ranOn = (bar: Bar) => Number(bar.start < start);
  return (a, b) => bands.indexOf(b.band) - bands.indexOf(a.band) || ranOn(a) - ranOn(b) || a.start - b.start;
}
