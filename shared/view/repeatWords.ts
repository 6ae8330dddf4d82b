import { weekdays, type DayChoice, type Repeat, type Weekday } from './repeat.ts';

export const weekdayNames: Readonly<Record<Weekday, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** `first`, `second`, `last`, `second-last`; digits beyond the tenth. */
export function ordinalWord(nth: number): string {
  if (nth === -1) return 'last';
  if (nth < 0) return `${ordinals[-nth - 1] ?? `${String(-nth)}th`}-last`;
  return ordinals[nth - 1] ?? `${String(nth)}th`;
}

/** `Monday, Tuesday and Friday`. */
export function listWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

function dateWord(nth: number): string {
  if (nth < 0) return nth === -1 ? 'last day' : `${ordinalWord(nth)} day`;
  const tail = nth % 100 >= 11 && nth % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][nth % 10] ?? 'th');
  return `${String(nth)}${tail}`;
}

function choiceWords(choice: DayChoice): string {
  if (choice.kind === 'date') return `the ${dateWord(choice.nth)}`;
  if (choice.kind === 'weekday') return `the ${ordinalWord(choice.nth)} ${weekdayNames[choice.weekday]}`;
  return `the ${ordinalWord(choice.nth)} business day`;
}

/** How a person says the repetition: "every month on the second-last business day". */
export function repeatWords(repeat: Repeat): string {
  if (repeat.every === 'year') {
    const months = repeat.months.toSorted((a, b) => a - b).map((month) => monthNames[month - 1] ?? String(month));
    return `every year in ${listWords(months)} on ${choiceWords(repeat.on)}`;
  }
  const every = repeat.interval > 1 ? `every ${String(repeat.interval)} ${repeat.every}s` : `every ${repeat.every}`;
  if (repeat.every === 'day') return every;
  if (repeat.every === 'month') return `${every} on ${choiceWords(repeat.on)}`;
  const names = weekdays.filter((weekday) => repeat.on.includes(weekday)).map((weekday) => weekdayNames[weekday]);
  if (names.length === 7) return `${every} on every day`;
  if (names.length === 5 && !repeat.on.includes('SA') && !repeat.on.includes('SU')) return `${every}, Monday to Friday`;
  return `${every} on ${listWords(names)}`;
}
