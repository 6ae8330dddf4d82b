import { keptWords } from './keptWords.ts';
import { untilDay } from './readRepeat.ts';
import { weekdays, type DayChoice, type Limit, type Repeat, type Repetition, type Weekday } from './repeat.ts';
import { dateWord, dayWords, listWords, monthNames, ordinalWord, weekdayNames } from './repeatWords.ts';

function choiceWords(choice: DayChoice): string {
  if (choice.kind === 'date') return `the ${dateWord(choice.nth)}`;
  if (choice.kind === 'weekday') return `the ${ordinalWord(choice.nth)} ${weekdayNames[choice.weekday]}`;
  if (choice.kind === 'weekday-after')
    return `the ${weekdayNames[choice.weekday]} on or after the ${dateWord(choice.date)}`;
  return `the ${ordinalWord(choice.nth)} business day`;
}

function onDays(on: readonly Weekday[]): string {
  const names = weekdays.filter((weekday) => on.includes(weekday)).map((weekday) => weekdayNames[weekday]);
  if (names.length === 7) return ' on every day';
  if (names.length === 5 && !on.includes('SA') && !on.includes('SU')) return ', Monday to Friday';
  return ` on ${listWords(names)}`;
}

/** How a person says the repetition: "every month on the second-last business day". */
export function repeatWords(repeat: Repeat): string {
  if (repeat.every === 'kept') return keptWords(repeat.rule);
  if (repeat.every === 'year') {
    const months = repeat.months.toSorted((a, b) => a - b).map((month) => monthNames[month - 1] ?? String(month));
    return `every year in ${listWords(months)} on ${choiceWords(repeat.on)}`;
  }
  const every = repeat.interval > 1 ? `every ${String(repeat.interval)} ${repeat.every}s` : `every ${repeat.every}`;
  if (repeat.every === 'day') return every;
  return repeat.every === 'month' ? `${every} on ${choiceWords(repeat.on)}` : `${every}${onDays(repeat.on)}`;
}

/**
 * The next such day, for an end that follows a start: "the fifth business day", "Monday"; the whole repetition where
 * that is not one day.
 */
export function nextDayWords(repeat: Repeat): string {
  if (repeat.every === 'day') return repeat.interval === 1 ? 'the next day' : repeatWords(repeat);
  if (repeat.every === 'week') {
    const names = weekdays.filter((day) => repeat.on.includes(day)).map((day) => weekdayNames[day]);
    return names.length === 7 ? 'the next day' : listWords(names, 'or');
  }
  if (repeat.every === 'kept') return `the next of: ${keptWords(repeat.rule)}`;
  if (repeat.every === 'month') return choiceWords(repeat.on);
  const months = repeat.months.map((month) => monthNames[month - 1] ?? String(month));
  return `${choiceWords(repeat.on)} of ${listWords(months, 'or')}`;
}

/** `at 05:45, 13:45 and 21:45`. */
export function timesWords(times: readonly string[]): string {
  return times.length === 0 ? '' : `at ${listWords(times)}`;
}

/** `until Thu 31 Dec 2026`, `12 times`; empty for a series without an end. */
function limitWords(limit: Limit): string {
  if (limit.kind === 'never') return '';
  if (limit.kind === 'until') return `until ${dayWords(untilDay(limit.text))}`;
  return limit.count === 1 ? 'one time' : `${String(limit.count)} times`;
}

/** A start in full: "every week on Tuesday at 22:00, until Thu 31 Dec 2026". */
export function repetitionWords({ repeat, times, limit }: Repetition): string {
  const ownTimes = repeat.every === 'kept' && /BY(HOUR|MINUTE)|(HOUR|MINUTE|SECOND)LY/.test(repeat.rule);
  const strikes = ownTimes ? '' : timesWords(times);
  const stops = limitWords(limit);
  return `${repeatWords(repeat)}${strikes && ` ${strikes}`}${stops && `, ${stops}`}`;
}
