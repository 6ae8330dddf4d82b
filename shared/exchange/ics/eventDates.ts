import type { Ms } from '../../time/instant.ts';
import type { ContentLine } from './contentLine.ts';
import type { IcsEvent, WallSpan } from './icsEvent.ts';
import { downToMinute, naiveIn, upToMinute, writtenDuration, type IcsTime } from './icsTime.ts';

/** Reads a property, or one part of its value; half a sentence when it cannot be read. */
export type ReadDate = (line: ContentLine, part?: string) => IcsTime | string;

/** More dates than this in one entry are not read. */
const MOST_DATES = 20_000;

/** What RDATE and EXDATE say, on the clock of the start; dates that cannot be read are left out with a note. */
export function eventDates(
  lines: readonly ContentLine[],
  { start, length }: { readonly start: IcsTime; readonly length: Ms },
  read: ReadDate,
  notes: string[],
): Pick<IcsEvent, 'added' | 'left'> {
  const added: WallSpan[] = [];
  const left: { at: Ms; isDate: boolean }[] = [];
  let unread = 0;
  const parts = lines.flatMap((line) =>
    line.name === 'RDATE' || line.name === 'EXDATE' ? line.value.split(',').map((part) => [line, part] as const) : [],
  );
  const timeOfDay = start.naive - dayOf(start.naive);
  for (const [line, part] of parts.slice(0, MOST_DATES)) {
    const [begin = '', until] = part.split('/');
    if (begin.trim() === '') continue;
    const time = read(line, begin);
    if (typeof time === 'string') {
      unread += 1;
      continue;
    }
    const at = downToMinute(naiveIn(time, start.zone));
    if (line.name === 'EXDATE') left.push({ at, isDate: time.isDate });
    else {
      // A day that is added to a series of times happens at the time of the series, and a time to a series of days all day.
      const from = time.isDate || start.isDate ? downToMinute(dayOf(at) + timeOfDay) : at;
      const to = until === undefined ? from + length : periodEnd(time, until, (each) => read(line, each), start.zone);
      if (to === null || to <= from) unread += 1;
      else added.push({ start: from, end: to });
    }
  }
  if (parts.length > MOST_DATES) notes.push(`Only the first ${MOST_DATES} of its dates were read.`);
  if (unread > 0) notes.push(`${unread} of its added or left-out dates cannot be read and are not counted.`);
  return { added, left };
}

function periodEnd(
  start: IcsTime,
  until: string,
  read: (part: string) => IcsTime | string,
  zone: string | null,
): Ms | null {
  const length = writtenDuration(until);
  if (length !== null) return upToMinute(naiveIn(start, zone) + length);
  const end = read(until);
  return typeof end === 'string' ? null : upToMinute(naiveIn(end, zone));
}

export function dayOf(ms: Ms): Ms {
  return Math.floor(ms / 86_400_000) * 86_400_000;
}
