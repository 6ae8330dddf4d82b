import { useMemo } from 'react';
import { timelineWith } from '../../../shared/view/shownEffects.ts';
import { isoWeek, weekSpan } from '../../../shared/view/weekAddress.ts';
import { weekDays } from '../../../shared/view/weekDays.ts';
import { useAsked } from '../../api/useAsked.ts';
import { countWords } from '../../ui/spanWords.ts';
import type { CalendarRoute } from './useCalendarRoute.ts';

/** The week that is shown, its days, and its one sentence: how much is planned, how many freezes touch it. */
export function useWeek({ week, zone, filter, effects, view }: CalendarRoute) {
  const days = useMemo(() => weekDays(week, zone), [week, zone]);
  const { sites } = filter;
  const period = { start: days[0]?.start ?? 0, end: days.at(-1)?.end ?? 0 };
  const asked = useAsked(
    'calendar.timeline',
    { ...period, by: 'site', filter },
    { keepPrevious: true, enabled: view === 'week' },
  );
  const shown = useMemo(() => asked.data && timelineWith(asked.data, effects, sites), [asked.data, effects, sites]);
  const name = weekSpan(week);
  const changes = asked.data?.bars.length ?? 0;
  const there = asked.data && timelineWith(asked.data, [], sites); // a freeze that is not shown is in force all the same
  const freezes = new Set(
    there?.bands.filter(({ effect, proposed }) => effect === 'freeze' && !proposed).map(({ window }) => window),
  ).size;
  const sentence =
    asked.data === undefined
      ? undefined
      : `${changes === 0 ? 'No change' : countWords(changes, 'change')}, ${freezes === 0 ? 'no freeze' : countWords(freezes, 'freeze')} in week ${String(isoWeek(week).week)}`;
  return { asked, shown, days, name, sentence };
}
