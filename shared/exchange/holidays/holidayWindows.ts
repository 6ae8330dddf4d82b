import { DAY_MS, type Ms } from '../../time/instant.ts';
import { digestKey, quoted } from '../cleanText.ts';
import { datesSchedules } from '../datesSchedules.ts';
import { numbered } from '../numbered.ts';
import type { ReadWindow, RefusedEntry } from '../windowReading.ts';
import { dayIn, orderOf, readableName } from './listedDay.ts';
import type { HolidayList } from './listedInJson.ts';

/** One window of dates for a list, in no zone of its own, and the days of it that cannot be read. */
export function holidayWindows({ name, days }: HolidayList): { windows: ReadWindow[]; refused: RefusedEntry[] } {
  const order = orderOf(days);
  const refused: RefusedEntry[] = [];
  const named = new Map<Ms, Set<string>>();
  const where: string[] = [];
  for (const day of days) {
    const at = dayIn(day.text, order ?? 'day-first');
    if (at === null)
      refused.push({ title: day.name || 'No name', where: day.where, reason: `It is no day: ${quoted(day.text)}.` });
    else {
      named.set(at, (named.get(at) ?? new Set()).add(day.name));
      where.push(day.where);
    }
  }
  if (named.size === 0) return { windows: [], refused };
  const spans = [...named].map(([start, names]) => {
    const said = [...names].filter((each) => each !== '').join(', ');
    return { start, end: start + DAY_MS, ...(said === '' ? {} : { name: readableName(said) }) };
  });
  const notes =
    order === null && days.some(({ text }) => /^\d{1,2}\D/.test(text))
      ? ['Its dates are read with the day first.']
      : [];
  const list = readableName(name);
  const common = {
    key: digestKey(JSON.stringify(['holidays', name])),
    title: list === '' ? 'Holidays' : `Holidays, ${list}`,
    effect: 'freeze' as const,
    closedOutside: false,
    zone: null,
    appliedTo: [],
    notes,
    where,
  };
  return { windows: numbered(common, datesSchedules(spans)), refused };
}
