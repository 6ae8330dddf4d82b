import type { HolidayRule, Schedule } from '../record/body/scheduleBody.ts';
import { durationWords, readDuration } from './duration.ts';
import { fiscalWords } from './fiscalWords.ts';
import type { Changeable } from './occurrenceChanges.ts';
import { readRepetition } from './readRepeat.ts';
import { usualWeekend } from './repeat.ts';
import { dayWords, listWords } from './repeatWords.ts';
import { nextDayWords, repetitionWords, timesWords } from './repetitionWords.ts';
import type { Dates, Ruled } from './scheduleForms.ts';
import { spanWords } from './wallSpanWords.ts';

const LISTED = 3;
/** An end written so runs through its day. */
const LAST_MINUTE = '23:59';

const holidayWords: Readonly<Record<HolidayRule, string>> = {
  'not-counted': 'are not counted',
  'next-business-day': 'move it to the next business day',
  'previous-business-day': 'move it to the previous business day',
};

function datesWords({ spans }: Dates): string {
  const said = spans.map(({ start, end, name }) => `${spanWords(start, end)}${name === undefined ? '' : ` (${name})`}`);
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return 'on no date yet';
  if (spans.length <= LISTED) return `on ${listWords(said)}`;
  return `on ${String(spans.length)} dates, from ${dayWords(first.start)} to ${dayWords(last.start)}`;
}

/** When each occurrence ends: "until the end of the fifth business day", "for 4 hours". */
export function endWords({ end, holidays }: Pick<Ruled, 'end' | 'holidays'>): string {
  if ('rule' in end) {
    const { repeat, times } = readRepetition(end, holidays?.weekend ?? usualWeekend);
    const day = nextDayWords(repeat);
    return times[0] === LAST_MINUTE ? `until the end of ${day}` : `until ${day} ${timesWords(times)}`;
  }
  const text = 'elapsed' in end ? end.elapsed : end.duration;
  const length = readDuration(text);
  if (length === null) return 'for a time not given yet';
  return `for ${'elapsed' in end ? 'exactly ' : ''}${durationWords(length)}`;
}

/** What holidays do to it: "holidays in France are not counted". */
function onHolidaysWords({ start, end, holidays }: Ruled): string {
  if (!holidays) return '';
  const set = `holidays (${holidays.name})`;
  const ending = 'rule' in end ? end.onHoliday : start.onHoliday;
  if (start.onHoliday === ending) return start.onHoliday ? `, ${set} ${holidayWords[start.onHoliday]}` : '';
  const parts = [
    start.onHoliday ? `its beginning: ${set} ${holidayWords[start.onHoliday]}` : '',
    ending ? `its end: ${set} ${holidayWords[ending]}` : '',
  ];
  return `, for ${parts.filter((part) => part !== '').join(', for ')}`;
}

function changedWords({ exceptions = [], moved = [], additions = [] }: Changeable): string {
  const parts = [
    exceptions.length > 0 ? `not on ${fewWords(exceptions.map(dayWords), 'times')}` : '',
    ...(moved.length > LISTED
      ? [`with ${String(moved.length)} moved`]
      : moved.map(({ from, start, end }) => `that of ${dayWords(from)} moved to ${spanWords(start, end)}`)),
    additions.length > 0
      ? `also ${fewWords(
          additions.map(({ start, end }) => spanWords(start, end)),
          'times',
        )}`
      : '',
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => `; ${part}`)
    .join('');
}

function fewWords(words: readonly string[], what: string): string {
  return words.length <= LISTED ? listWords(words) : `${String(words.length)} ${what}`;
}

function lowWords(schedule: Schedule): string {
  switch (schedule.form) {
    case 'once':
      return schedule.start === '' || schedule.end === ''
        ? 'once, at a time not given yet'
        : `once, ${spanWords(schedule.start, schedule.end)}`;
    case 'dates':
      return datesWords(schedule);
    case 'rule': {
      const start = readRepetition(schedule.start, schedule.holidays?.weekend ?? usualWeekend);
      const begins = `${repetitionWords(start)}, ${endWords(schedule)}`;
      return `${begins}${onHolidaysWords(schedule)}${changedWords(schedule)}`;
    }
    case 'fiscal': {
      const counts = schedule.holidays && [schedule.start, schedule.end].some(({ count }) => count === 'business-days');
      const off = counts && schedule.holidays ? `; holidays (${schedule.holidays.name}) are not counted` : '';
      return `${fiscalWords(schedule)}${off}${changedWords(schedule)}`;
    }
  }
}

/** How a schedule is said: "Every week on Tuesday at 22:00, for 4 hours". */
export function scheduleWords(schedule: Schedule): string {
  const words = lowWords(schedule);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
