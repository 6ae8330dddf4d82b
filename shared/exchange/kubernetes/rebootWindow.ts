import { weekdayNames } from '../../record/body/scheduleBody.ts';
import { MINUTE_MS } from '../../time/instant.ts';
import { toWall } from '../../time/wall.ts';
import { cleanLine, digestKey, quoted } from '../cleanText.ts';
import { durationText } from '../durationText.ts';
import { textAt, textsAt } from '../jsonItems.ts';
import { refusedItem, type ReadItem } from '../readItems.ts';
import { zoneNamed } from '../zoneNames.ts';
import { clockOf } from './instantText.ts';

const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Reads when kured may restart machines: between two times of certain days, on one clock. */
export function readRebootWindow(item: unknown): ReadItem {
  const [startText, endText] = [textAt(item, 'startTime', 'start-time'), textAt(item, 'endTime', 'end-time')];
  const zoneText = textAt(item, 'timeZone', 'time-zone') || 'UTC';
  const days = textsAt(item, 'rebootDays', 'reboot-days').flatMap((text) => text.split(/[\s,]+/));
  const title = cleanLine(`Restarts ${startText || '00:00'} to ${endText || '24:00'}`);
  const notes: string[] = [];
  const [start, end] = [clockOf(startText || '00:00'), clockOf(endText || '24:00')];
  if (start === null) return refusedItem(title, `Its start is no time of day: ${quoted(startText)}.`);
  if (end === null) return refusedItem(title, `Its end is no time of day: ${quoted(endText)}.`);
  if (start === end) return refusedItem(title, 'It has no length: it ends when it starts.');
  const local = /^local$/i.test(zoneText);
  const zone = local ? null : zoneNamed(zoneText);
  if (!local && zone === null) return refusedItem(title, `Its time zone ${quoted(zoneText)} is not known here.`);
  if (local) notes.push('It runs on the clock of each machine; choose the zone of the place.');
  const read = days.filter((day) => day !== '').map(weekdayOf);
  if (read.includes(null)) return refusedItem(title, `Its days cannot be read: ${quoted(days.join(', '))}.`);
  if (end < start) notes.push('It ends on the day after it starts.');
  const weekdays = weekdayNames.filter((day) => read.includes(day));
  const every = weekdays.length === 0 || weekdays.length === 7;
  const rule = every ? 'FREQ=DAILY' : `FREQ=WEEKLY;BYDAY=${weekdays.join(',')}`;
  const from = toWall(Date.UTC(2020, 0, 1) + start * MINUTE_MS);
  const duration = durationText((end > start ? end - start : end - start + 1_440) * MINUTE_MS) ?? 'P1D';
  const window = {
    key: digestKey(JSON.stringify(['kured', start, end, zoneText, weekdays])),
    title,
    effect: 'maintenance' as const,
    closedOutside: true,
    zone,
    schedule: { form: 'rule' as const, start: { from, rule }, end: { duration } },
    appliedTo: [],
    notes,
  };
  return { windows: [window], refused: [] };
}

/** `mo`, `mon`, `Monday`, `1`. */
function weekdayOf(text: string): (typeof weekdayNames)[number] | null {
  const small = text.toLowerCase();
  const index = /^[0-6]$/.test(small)
    ? Number(small)
    : dayNames.findIndex((name) => small.length > 1 && name.startsWith(small));
  return index < 0 ? null : (weekdayNames[(index + 6) % 7] ?? null);
}
