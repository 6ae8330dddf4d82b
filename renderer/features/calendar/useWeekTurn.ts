import { useEffect, useEffectEvent } from 'react';
import { shiftDay } from '../../../shared/view/monthGrid.ts';
import { writeWeek } from '../../../shared/view/weekAddress.ts';
import type { WeekDay } from '../../../shared/view/weekDays.ts';
import { nodeIds } from '../../../shared/view/weekNodes.ts';
import type { CalendarRoute } from './useCalendarRoute.ts';
import type { Move } from './move.ts';

/** Goes a week on or back, without a step in the history: the hand is still on its work. */
export function turnWeek(route: CalendarRoute, by: 1 | -1): void {
  route.show({ week: writeWeek(shiftDay(route.week, 7 * by)) });
}

export interface WeekTurnGiven {
  readonly route: CalendarRoute;
  readonly days: readonly WeekDay[];
  readonly move: Move | null;
  /** Where the keys are heard next: the work itself stands in a week that is no longer shown. */
  readonly returnTo: (node: string) => void;
}

/** Work that keys move past the first or the last day takes the week along. */
export function useWeekTurn({ route, days, move, returnTo }: WeekTurnGiven): void {
  const start = move?.by === 'keys' && !move.isDropped ? move.start : null;
  const first = days[0]?.start ?? 0;
  const end = days.at(-1)?.end ?? 0;
  const by = start === null ? 0 : start < first ? -1 : start >= end ? 1 : 0;
  const follow = useEffectEvent((to: 1 | -1) => {
    turnWeek(route, to);
    returnTo(nodeIds.day(to === 1 ? 0 : days.length - 1));
  });
  useEffect(() => {
    if (by !== 0) follow(by);
  }, [by]);
}
