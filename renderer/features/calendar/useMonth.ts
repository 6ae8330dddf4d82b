import { useMemo } from 'react';
import { useAsked } from '../../api/useAsked.ts';
import { monthWith } from '../../../shared/view/shownEffects.ts';
import { monthNames } from '../../../shared/view/repeatWords.ts';
import { countWords } from '../../ui/spanWords.ts';
import type { CalendarRoute } from './useCalendarRoute.ts';

/** The month that is shown and its one sentence: how much is planned, how many freezes touch it. */
export function useMonth(route: CalendarRoute) {
  const { month, zone, filter, effects, view } = route;
  const asked = useAsked('calendar.month', { month, zone, filter }, { keepPrevious: true, enabled: view === 'month' });
  const shown = useMemo(() => asked.data && monthWith(asked.data, effects), [asked.data, effects]);
  const name = `${monthNames[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;
  const days = asked.data?.days.filter(({ day }) => day.startsWith(month)) ?? [];
  const changes = asked.data?.total ?? 0;
  const touching = new Set(days.flatMap(({ spans }) => spans));
  const freezes = new Set(
    [...touching].flatMap((index) => {
      const span = asked.data?.spans[index];
      return span?.effect === 'freeze' && !span.proposed ? [span.window] : [];
    }),
  ).size;
  const sentence =
    asked.data === undefined
      ? undefined
      : `${changes === 0 ? 'No change' : countWords(changes, 'change')} in ${name}, ${freezes === 0 ? 'no freeze' : countWords(freezes, 'freeze')}`;
  return { asked, shown, name, sentence };
}
