import type { MonthDay, MonthView } from '../../shared/api/calendarCalls.ts';
import type { ChangeFilter } from '../../shared/api/filter.ts';
import { bands } from '../../shared/record/words.ts';
import { overlaps } from '../../shared/time/instant.ts';
import { instantAt } from '../../shared/time/zone.ts';
import { monthDays, shiftDay } from '../../shared/view/monthGrid.ts';
import type { Bar } from '../catalog/changeQueries.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { calendarSpans, shownWindows } from './calendarSpans.ts';

/** A day's cell has room for this many. */
const SHOWN_A_DAY = 6;

/** A month of whole weeks: how many changes each day, the first few, and which windows run. */
export function calendarMonth(
  desk: DeskParts,
  { month, zone, filter }: { readonly month: string; readonly zone: string; readonly filter: ChangeFilter },
): MonthView {
  const context = desk.model.context();
  const days = monthDays(month).map((day) => ({
    day,
    start: instantAt(`${day}T00:00`, zone, 'earlier'),
    // A midnight that a clock change skips or repeats: the day ends where the next begins.
    end: instantAt(`${shiftDay(day, 1)}T00:00`, zone, 'earlier'),
  }));
  const period = { start: days[0]?.start ?? 0, end: days.at(-1)?.end ?? 0 };
  const bars = desk.catalog.find.bars(filter, desk.acting.person(), period);
  const spans = shownWindows(context)
    .flatMap((window) => calendarSpans(window, period, context))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  return { zone, spans, days: days.map((day) => monthDay(day, bars)) };

  function monthDay(day: Pick<MonthDay, 'day' | 'start' | 'end'>, all: readonly Bar[]): MonthDay {
    const touching = all.filter((bar) => overlaps(bar, day));
    const byBand = { low: 0, moderate: 0, high: 0, critical: 0 };
    for (const { band } of touching) byBand[band] += 1;
    const first = touching.toSorted(byBandThenStart).slice(0, SHOWN_A_DAY);
    return {
      ...day,
      total: touching.length,
      byBand,
      first: first.flatMap(({ change }) => desk.catalog.find.row(change) ?? []),
      spans: spans.flatMap((span, index) => (overlaps(span, day) ? [index] : [])),
    };
  }
}

function byBandThenStart(a: Bar, b: Bar): number {
  return bands.indexOf(b.band) - bands.indexOf(a.band) || a.start - b.start;
}
