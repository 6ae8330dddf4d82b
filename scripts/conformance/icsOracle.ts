import ICAL from 'ical.js';
import type { ReadWindow } from '../../shared/exchange/windowReading.ts';
import type { Schedule } from '../../shared/record/body/scheduleBody.ts';
import { toWall } from '../../shared/time/wall.ts';
import { occurrenceWalls } from '../../shared/window/occurrenceWalls.ts';

/** How many occurrences of each series are compared, and how far ahead of its start. */
const MOST = 60;
const AHEAD_MS = 3 * 366 * 86_400_000;

interface Compared {
  readonly compared: number;
  readonly differences: readonly string[];
}

/**
 * Do the windows show the occurrences on the wall clock that ical.js shows?
 *
 * Compared are series whose entries stand alone under their UID. ical.js reads the whole file or none of it.
 */
export function comparedWithIcal(text: string, windows: readonly ReadWindow[]): Compared {
  const differences: string[] = [];
  let compared = 0;
  for (const event of eventsOf(text)) {
    const uid = event.uid;
    const own = windows.filter(({ key }) => uid && (key === uid.trim() || key.startsWith(`${uid.trim()}#`)));
    const first = own[0];
    if (!first) continue;
    const theirs = expandedByIcal(event);
    if (theirs === null) continue;
    compared += 1;
    const start = Date.parse(`${wallOf(event.startDate)}:00Z`);
    const ours = own
      .flatMap(({ schedule }) => expanded(schedule, start))
      .toSorted()
      .slice(0, theirs.length === MOST ? MOST : undefined);
    const unlike = [
      theirs.filter((each) => !ours.includes(each)).map((each) => `not ${each}`),
      ours.filter((each) => !theirs.includes(each)).map((each) => `beside ${each}`),
    ].flat();
    if (unlike.length > 0) differences.push(`${first.where.join(', ')}: ${unlike.slice(0, 3).join('; ')}`);
  }
  return { compared, differences };
}

function eventsOf(text: string): ICAL.Event[] {
  try {
    const parsed = ICAL.parse(text) as unknown[];
    const roots = (typeof parsed[0] === 'string' ? [parsed] : parsed) as ConstructorParameters<
      typeof ICAL.Component
    >[0][];
    const all = roots.flatMap((root) => new ICAL.Component(root).getAllSubcomponents('vevent'));
    const events = all.map((component) => new ICAL.Event(component, { strictExceptions: true }));
    const times = (uid: string) => events.filter((event) => event.uid === uid).length;
    return events.filter((event) => event.uid && !event.isRecurrenceException() && times(event.uid) === 1);
  } catch {
    return [];
  }
}

/** Starts and ends on the wall clock, ascending; null where ical.js gives up. */
function expandedByIcal(event: ICAL.Event): string[] | null {
  try {
    const spans: string[] = [];
    const iterator = event.iterator();
    const last = event.startDate.clone();
    last.adjust(Math.round(AHEAD_MS / 86_400_000), 0, 0, 0);
    for (let next = iterator.next(); next && spans.length < MOST && next.compare(last) < 0; next = iterator.next()) {
      const { startDate, endDate } = event.getOccurrenceDetails(next);
      spans.push(`${wallOf(startDate)} ${wallOf(endDate)}`);
    }
    return spans.length > 0 ? spans : null;
  } catch {
    return null;
  }
}

function wallOf(time: ICAL.Time): string {
  return toWall(Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute));
}

function expanded(schedule: Schedule, start: number): string[] {
  const spans = occurrenceWalls(schedule, 'UTC', { start, end: start + AHEAD_MS }, false);
  return spans.map((span) => `${toWall(span.start)} ${toWall(span.end)}`);
}
