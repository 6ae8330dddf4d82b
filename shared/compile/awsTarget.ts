import { eventLines } from '../exchange/ics/write/eventLines.ts';
import { fileOf, plainLine, textLine, timeLine } from '../exchange/ics/write/icsProperty.ts';
import type { Ms } from '../time/instant.ts';
import type { Compiled, ReadBack, Target } from './compiled.ts';
import { wholeMinutes } from './yearlyCron.ts';

/** An AWS Change Calendar that is open but for its events, each a closed stretch in UTC. */
function write({ subject, stretches, notes }: Compiled, { now }: { readonly now: Ms }): string {
  return fileOf([
    'BEGIN:VCALENDAR',
    'PRODID:-//AWS//Change Calendar 1.0//EN',
    'VERSION:2.0',
    'X-CALENDAR-TYPE:DEFAULT_OPEN',
    textLine('x-wr-caldesc', [`Closed for ${subject}`, ...notes].join('. ')),
    'X-CALENDAR-CMEVENTS:DISABLED',
    ...stretches.flatMap(({ why, ...stretch }) => {
      const { start, end } = wholeMinutes(stretch.start, stretch.end);
      const words = { summary: why.join('; '), description: '', categories: [], tentative: false, free: false };
      const when = [
        timeLine('dtstart', null, start),
        timeLine('dtend', null, end),
        plainLine('X-EVENT-TYPE', 'STANDARD'),
      ];
      return eventLines(`${start}-${end}@tidegate`, { ...words, sequence: 0, now }, when);
    }),
    'END:VCALENDAR',
  ]);
}

function read(text: string): ReadBack {
  const unfolded = text.replaceAll(/\r?\n[ \t]/g, '');
  if (!unfolded.split(/\r?\n/).includes('X-CALENDAR-TYPE:DEFAULT_OPEN'))
    return { problem: 'not a change calendar that is open by default' };
  const closed: { start: Ms; end: Ms }[] = [];
  const strange: string[] = [];
  for (const event of unfolded.split(/^BEGIN:VEVENT\r?$/m).slice(1)) {
    const start = momentOf(event, 'DTSTART');
    const end = momentOf(event, 'DTEND');
    if (start === null || end === null || /^(RRULE|EXDATE|X-EVENT-TYPE:(?!STANDARD)|STATUS:CANCELLED)/m.test(event))
      strange.push(event.trim().slice(0, 200));
    else closed.push({ start, end });
  }
  return { closed: () => closed, strange };
}

/** Only UTC is written, so only UTC is read; a day that does not exist is refused, not moved to the next one. */
function momentOf(event: string, name: string): Ms | null {
  const found = new RegExp(`^${name}:(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z\\s*$`, 'm').exec(event);
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const digits = found.slice(1).join('');
  return at.toISOString().replaceAll(/\D/g, '').startsWith(digits) ? at.getTime() : null;
}

export const awsTarget: Target = { write, read };
