import type { WindowReading } from '../windowReading.ts';

/** A list of holidays: JSON, CSV, plain lines or all-day .ics events. */
export function readHolidayList(text: string): WindowReading {
  return { windows: [], refused: [{ title: text.slice(0, 40), where: 'line 1', reason: 'Not read yet.' }] };
}
