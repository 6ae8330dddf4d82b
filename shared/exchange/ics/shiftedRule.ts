import { weekdayNames } from '../../record/body/scheduleBody.ts';
import { DAY_MS, type Ms } from '../../time/instant.ts';
import type { RuleParts } from '../../time/ruleText.ts';
import { dayOf } from './eventDates.ts';

/**
 * The rule whose occurrences are those of this one, each so much later; null where no rule says that.
 *
 * A change of the time of day leaves a rule as it is, a change of the day turns weekdays on; days of months stay put.
 *
 * @param from the occurrence that the shifted rule starts with, before the shift
 */
export function shiftedRule(parts: RuleParts, from: Ms, shift: Ms): RuleParts | null {
  if (shift === 0) return parts;
  if (parts.has('BYHOUR') || parts.has('BYMINUTE') || parts.has('BYSECOND')) return null;
  const days = (dayOf(from + shift) - dayOf(from)) / DAY_MS;
  if (days === 0) return parts;
  if (!/^(DAILY|WEEKLY)$/.test(parts.get('FREQ') ?? '')) return null;
  const limits = [...parts.keys()].filter((name) => name.startsWith('BY'));
  if (limits.length === 0) return parts;
  const everyWeek = (parts.get('INTERVAL') ?? '1') === '1';
  if (parts.get('FREQ') !== 'WEEKLY' || !everyWeek || limits.join() !== 'BYDAY') return null;
  const turned = (parts.get('BYDAY') ?? '').split(',').map((day) => {
    const place = weekdayNames.findIndex((name) => name === day.slice(-2));
    return weekdayNames[(((place + days) % 7) + 7) % 7] ?? day;
  });
  return new Map([...parts, ['BYDAY', turned.join(',')]]);
}
