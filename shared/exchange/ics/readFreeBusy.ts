import { cleanLine } from '../cleanText.ts';
import { datesSchedules } from '../datesSchedules.ts';
import { joinSpans } from '../joinSpans.ts';
import { numbered } from '../numbered.ts';
import type { ReadWindow } from '../windowReading.ts';
import { cleanKey, digestKey } from '../cleanText.ts';
import { placeOf, type WallSpan } from './icsEvent.ts';
import { writtenDuration, writtenTime } from './icsTime.ts';
import type { Block } from './scanCalendar.ts';

const MOST_PERIODS = 20_000;

/** The busy periods of a VFREEBUSY as windows; a sentence when it has none. */
export function readFreeBusy({ lines, line }: Block): ReadWindow[] | string {
  const busy = lines.filter(
    ({ name, params }) => name === 'FREEBUSY' && params.get('FBTYPE')?.toUpperCase() !== 'FREE',
  );
  const written = busy.flatMap(({ value }) => value.split(',')).slice(0, MOST_PERIODS);
  const spans = written.flatMap((period) => spanOf(period));
  if (spans.length === 0) return written.length > 0 ? 'None of its busy times can be read.' : 'It has no busy time.';
  const textOf = (name: string) => lines.find((each) => each.name === name)?.value ?? '';
  const uid = textOf('UID');
  const unread = written.length - spans.length;
  return numbered(
    {
      key: uid === '' ? digestKey(JSON.stringify(spans)) : cleanKey(uid),
      title: cleanLine(`Busy: ${textOf('SUMMARY') || textOf('ATTENDEE') || textOf('ORGANIZER') || 'no name'}`),
      effect: 'freeze',
      closedOutside: false,
      zone: 'UTC',
      appliedTo: [],
      notes: unread > 0 ? [`${unread} of its busy times cannot be read and are not counted.`] : [],
      where: [placeOf({ line })],
    },
    datesSchedules(joinSpans(spans)),
  );
}

function spanOf(period: string): WallSpan[] {
  const [from = '', until = ''] = period.split('/');
  const start = writtenTime(from);
  const length = writtenDuration(until);
  const end = writtenTime(until)?.naive ?? (start && length !== null ? start.naive + length : null);
  return start && end !== null && end > start.naive ? [{ start: start.naive, end }] : [];
}
