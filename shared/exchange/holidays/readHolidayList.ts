import { DAY_MS } from '../../time/instant.ts';
import { wallMs } from '../../time/wall.ts';
import { digestKey } from '../cleanText.ts';
import { datesSchedules } from '../datesSchedules.ts';
import { readIcs } from '../ics/readIcs.ts';
import { jsonOf, refusedFile } from '../jsonItems.ts';
import { numbered } from '../numbered.ts';
import type { ReadWindow, WindowReading } from '../windowReading.ts';
import { holidayWindows } from './holidayWindows.ts';
import { listedInJson } from './listedInJson.ts';
import { listedInLines } from './listedInLines.ts';

const LONGEST_FILE = 4_000_000;

/**
 * Lists of holidays as one window of dates each, in no zone: the importer chooses the place.
 *
 * JSON (GOV.UK's and the like), CSV, plain lines, and .ics files, whose single all-day events become one list. Never
 * throws.
 */
export function readHolidayList(text: string): WindowReading {
  if (/^\ufeff?\s*BEGIN:VCALENDAR/i.test(text)) return listedInCalendar(readIcs(text));
  if (text.length > LONGEST_FILE) return refusedFile('This file is too large: import it in parts of at most 4 MB.');
  const json = /^\ufeff?\s*[[{]/.test(text) ? jsonOf(text) : null;
  if (typeof json === 'string') return refusedFile(json);
  const lists = (json === null ? listedInLines(text) : listedInJson(json.value)).map(holidayWindows);
  const windows = lists.flatMap((list) => list.windows);
  const refused = lists.flatMap((list) => list.refused);
  return windows.length + refused.length > 0 ? { windows, refused } : refusedFile('There is no date in this file.');
}

/** The single all-day events as one list; what repeats, or has times, stays as it is. */
function listedInCalendar({ windows, refused }: WindowReading): WindowReading {
  const days = windows.flatMap((window) => {
    const { schedule, title, where } = window;
    if (schedule.form !== 'once' || window.zone !== null) return [];
    const [start, end] = [wallMs(schedule.start), wallMs(schedule.end)];
    return start % DAY_MS === 0 && end % DAY_MS === 0 ? [{ window, start, end, name: title, where }] : [];
  });
  if (days.length < 2) return { windows, refused };
  const listed = new Set<ReadWindow>(days.map(({ window }) => window));
  const common = {
    key: digestKey(JSON.stringify(['holidays', days[0]?.window.key])),
    title: 'Holidays',
    effect: 'freeze' as const,
    closedOutside: false,
    zone: null,
    appliedTo: [],
    notes: [],
    where: days.flatMap(({ where }) => where),
  };
  const list = numbered(common, datesSchedules(days));
  return { windows: [...list, ...windows.filter((window) => !listed.has(window))], refused };
}
