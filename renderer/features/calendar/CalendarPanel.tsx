import type { MonthView, TimelineBar, TimelineView } from '../../../shared/api/calendarCalls.ts';
import { overlaps, type Ms } from '../../../shared/time/instant.ts';
import type { WeekDay } from '../../../shared/view/weekDays.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { countWords } from '../../ui/spanWords.ts';
import { DayPanel } from './DayPanel.tsx';
import { PickedList, type Picked } from './PickedList.tsx';
import { SlotPanel } from './SlotPanel.tsx';
import type { CalendarRoute } from './useCalendarRoute.ts';

/** What was pressed in the calendar: a day, or a mark that counts changes. */
export type Opened =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'picked'; readonly title: string; readonly picked: readonly Picked[] };

export interface CalendarPanelProps {
  readonly route: CalendarRoute;
  readonly opened: Opened | null;
  readonly month: MonthView | undefined;
  readonly week: { readonly view: TimelineView | undefined; readonly days: readonly WeekDay[] };
  readonly now: Ms;
  readonly onMove: (bar: TimelineBar) => void;
  readonly onClose: () => void;
}

/** Beside the calendar: what a day holds, what a mark counts, or the search for a slot. */
export function CalendarPanel({ route, opened, month, week, now, onMove, onClose }: CalendarPanelProps) {
  if (opened?.kind === 'picked' && route.view !== 'month') {
    return (
      <SidePanel title={`${opened.title}: ${countWords(opened.picked.length, 'change')}`} onClose={onClose}>
        <PickedList picked={opened.picked} zone={route.zone} />
      </SidePanel>
    );
  }
  const shown = opened?.kind === 'day' ? dayShown(route, opened.day, month, week) : null;
  if (shown) {
    return (
      <DayPanel
        {...shown}
        zone={route.zone}
        filter={route.filter}
        onMove={(bar) => {
          onClose();
          onMove(bar);
        }}
        onClose={() => {
          onClose();
          document.querySelector<HTMLElement>(`[data-day="${shown.day.day}"]`)?.focus();
        }}
      />
    );
  }
  if (route.slots === null) return null;
  return (
    <SlotPanel
      change={route.slots.change}
      sites={route.filter.sites ?? []}
      services={route.filter.services ?? []}
      now={now}
      onClose={() => route.show({ slots: undefined })}
    />
  );
}

function dayShown(
  { view }: CalendarRoute,
  key: string,
  month: MonthView | undefined,
  { view: lanes, days }: CalendarPanelProps['week'],
) {
  if (view === 'month') {
    const day = month?.days.find((shown) => shown.day === key);
    return day && { day, spans: day.spans.flatMap((index) => month?.spans[index] ?? []) };
  }
  const day = view === 'week' ? days.find((shown) => shown.day === key) : undefined;
  return day && { day, spans: (lanes?.bands ?? []).filter((band) => overlaps(band, day)) };
}
