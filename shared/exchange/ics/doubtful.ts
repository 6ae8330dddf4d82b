import type { Schedule } from '../../record/body/scheduleBody.ts';
import type { Ms } from '../../time/instant.ts';
import { momentOf } from '../../time/zone.ts';
import { datesSchedules } from '../datesSchedules.ts';
import type { IcsEvent } from './icsEvent.ts';
import { naiveIn } from './icsTime.ts';
import type { Series } from './splitSeries.ts';

/** A series without the occurrences that its own clock cannot say, and those on the clock that said them. */
export interface Undoubted {
  readonly series: Series;
  readonly apart: readonly { readonly zone: string; readonly schedule: Schedule }[];
}

/**
 * Takes out the replaced occurrences that another zone tells exactly and the series' own clock would not.
 *
 * On the night on which clocks go back an hour is shown twice. An entry in UTC says which one; on the clock of its
 * series it would be read wide or narrow.
 */
export function undoubted({ event, overrides }: Series): Undoubted {
  const zone = event.zone;
  const doubtful = overrides.filter((each) => zone !== null && isTold(each, event) && isInDoubt(each, zone));
  if (doubtful.length === 0) return { series: { event, overrides }, apart: [] };
  const zones = [...new Set(doubtful.map((each) => each.zone ?? 'UTC'))];
  return {
    series: {
      event,
      overrides: overrides.map((each) => (doubtful.includes(each) ? { ...each, cancelled: true } : each)),
    },
    apart: zones.flatMap((own) =>
      datesSchedules(doubtful.filter((each) => each.zone === own)).map((schedule) => ({ zone: own, schedule })),
    ),
  };
}

function isTold(override: IcsEvent, event: IcsEvent): boolean {
  const other = override.zone !== null && override.zone !== event.zone;
  return other && !override.isDate && !override.cancelled && override.sequence >= event.sequence;
}

/** Is its start or its end shown twice, or is it longer than the clock of its series says? */
function isInDoubt({ start, end, zone }: IcsEvent, series: string): boolean {
  const [from = 0, to = 0] = [start, end].map((naive) => naiveIn({ naive, isDate: false, utc: false, zone }, series));
  const isTwice = (wall: Ms) => momentOf(wall, series, 'earlier') !== momentOf(wall, series, 'later');
  return (
    isTwice(from) || isTwice(to) || momentOf(to, series, 'earlier') - momentOf(from, series, 'earlier') > to - from
  );
}
