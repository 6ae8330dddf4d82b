import type { Holidays, StartRule } from '../record/body/scheduleBody.ts';
import { DAY_MS, type Ms } from '../time/instant.ts';
import { daysOff } from '../time/holidayDays.ts';
import { windowOccurrences } from '../time/recurrence.ts';
import { wallMs } from '../time/wall.ts';
import { isZone } from '../time/zone.ts';
import type { WallSpan } from './pairEnds.ts';

/** The last clock to leave a day behind: an `UNTIL` in UTC then cuts nothing off in a zone that is not known. */
const LATEST_ZONE = 'Pacific/Kiritimati';

/**
 * At which times of the range does a rule fall once holidays are heeded? Ascending, counted by `wallMs`, each once.
 *
 * @param zone where the wall hangs, for an `UNTIL` in UTC
 * @throws TidegateError `rule-unreadable`, `schedule-endless`
 */
export function ruleMoments(
  { from, rule, onHoliday }: StartRule,
  holidays: Holidays | undefined,
  zone: string,
  range: WallSpan,
): Ms[] {
  const clock = isZone(zone) ? zone : LATEST_ZONE;
  const first = wallMs(from);
  if (onHoliday === undefined) return windowOccurrences({ rule, first, zone: clock }, range);
  const off = daysOff(holidays);
  if (onHoliday === 'not-counted') return windowOccurrences({ rule, first, zone: clock, isOff: off.isHoliday }, range);
  const next = onHoliday === 'next-business-day';
  // What lies on days off just outside the range may be moved into it.
  const reach = {
    start: next ? (off.businessDayUntil(dayAt(range.start) - 1) + 1) * DAY_MS : range.start,
    end: next ? range.end : off.businessDayFrom(dayAt(range.end) + 1) * DAY_MS,
  };
  const shifted = windowOccurrences({ rule, first, zone: clock }, reach).map((at) => {
    const day = dayAt(at);
    return at + ((next ? off.businessDayFrom(day) : off.businessDayUntil(day)) - day) * DAY_MS;
  });
  return [...new Set(shifted)].filter((at) => at >= range.start && at < range.end).toSorted((a, b) => a - b);
}

function dayAt(at: Ms): number {
  return Math.floor(at / DAY_MS);
}
