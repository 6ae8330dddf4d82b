import type { MonthView, TimelineView } from '../api/calendarCalls.ts';
import type { Effect } from '../record/words.ts';

/** The month with the windows of some effects alone; no effects: all of them. */
export function monthWith(month: MonthView, effects: readonly Effect[]): MonthView {
  if (effects.length === 0) return month;
  const kept = month.spans.flatMap(({ effect }, index) => (effects.includes(effect) ? [index] : []));
  const place = new Map(kept.map((index, at) => [index, at]));
  return {
    ...month,
    spans: month.spans.filter(({ effect }) => effects.includes(effect)),
    days: month.days.map((day) => ({ ...day, spans: day.spans.flatMap((index) => place.get(index) ?? []) })),
  };
}

/**
 * The timeline with the windows of some effects alone, and of those the ones that stand in one of some lanes; none named:
 * all of them.
 */
export function timelineWith(
  view: TimelineView,
  effects: readonly Effect[],
  lanes: readonly string[] = [],
): TimelineView {
  if (effects.length + lanes.length === 0) return view;
  const wanted = new Set(view.lanes.flatMap(({ id }, index) => (lanes.includes(id) ? [index] : [])));
  const bands = view.bands.filter(
    (band) =>
      (effects.length === 0 || effects.includes(band.effect)) &&
      (lanes.length === 0 || band.lanes.some((lane) => wanted.has(lane))),
  );
  return { ...view, bands };
}
