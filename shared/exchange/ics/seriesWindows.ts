import { schedule as scheduleShape } from '../../record/body/scheduleBody.ts';
import { toWall } from '../../time/wall.ts';
import { cleanKey, digestKey } from '../cleanText.ts';
import { numbered } from '../numbered.ts';
import type { ReadWindow } from '../windowReading.ts';
import { placeOf } from './icsEvent.ts';
import { seriesSchedules } from './seriesSchedules.ts';
import type { Spending } from './spending.ts';
import { undoubted } from './doubtful.ts';
import { splitSeries, type Series } from './splitSeries.ts';

/** The windows of one series, or a sentence when it can be none. */
export function seriesWindows(series: Series, spending: Spending): ReadWindow[] | string {
  const { event, overrides } = series;
  if (event.cancelled) return 'It is cancelled.';
  const windows: ReadWindow[] = [];
  let problem = '';
  for (const given of splitSeries(series)) {
    const { series: stretch, apart } = undoubted(given);
    const notes = [...stretch.event.notes, ...stretch.overrides.flatMap((override) => override.notes)];
    const schedules = seriesSchedules(stretch.event, stretch.overrides, spending, notes);
    const common = { ...commonOf(stretch), notes: [...new Set(notes)] };
    if (typeof schedules === 'string') problem = schedules;
    else if (!schedules.every((each) => scheduleShape.safeParse(each).success))
      problem = 'It says more than a window can hold.';
    else windows.push(...numbered(common, schedules));
    for (const { zone, schedule } of apart)
      windows.push({ ...common, zone, schedule, notes: [`Occurrences of it that ${zone} tells exactly.`] });
  }
  const where = [event, ...overrides].map(placeOf);
  if (windows.length === 0) return problem === '' ? 'No occurrence of it is left.' : problem;
  const base = windows[0]?.key ?? '';
  return windows.map((window, index) => ({
    ...window,
    where,
    key: index === 0 ? base : `${base}#${index + 1}`,
    notes: problem === '' ? window.notes : [...window.notes, `A later part of it was not read. ${problem}`],
  }));
}

function commonOf({ event }: Series): Omit<ReadWindow, 'schedule' | 'notes'> {
  const { uid, title, zone, start, end, rules, appliedTo } = event;
  const said = JSON.stringify([title, zone, toWall(start), toWall(end), rules]);
  // An occurrence whose series is not in the file shares its UID with its brothers.
  const key = event.instead ? `${uid} ${toWall(event.instead.time.naive)}` : uid;
  return {
    key: uid === '' ? digestKey(said) : cleanKey(key),
    title,
    effect: 'freeze',
    closedOutside: false,
    zone,
    appliedTo,
    where: [],
  };
}
