import { DAY_MS, type Ms } from '../../time/instant.ts';
import { cleanLine } from '../cleanText.ts';

/** A day of a list as it is written, before it is known whether days or months come first. */
export interface ListedDay {
  readonly text: string;
  readonly name: string;
  /** `line 3`, `item 5`. */
  readonly where: string;
}

/** Which of two numbers is the day? */
export type DayOrder = 'day-first' | 'month-first';

const YEAR_FIRST = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:T.*)?$/;
const YEAR_LAST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;

/** The day as `wallMs` counts its midnight; null when there is none such. */
export function dayIn(text: string, order: DayOrder): Ms | null {
  const [, y = '', m = '', d = ''] = YEAR_FIRST.exec(text) ?? [];
  if (y !== '') return existing(Number(y), Number(m), Number(d));
  const [, a = '', b = '', year = ''] = YEAR_LAST.exec(text) ?? [];
  if (year === '') return null;
  const [day, month] = order === 'day-first' ? [a, b] : [b, a];
  return existing(Number(year), Number(month), Number(day));
}

function existing(year: number, month: number, day: number): Ms | null {
  const at = Date.UTC(year, month - 1, day);
  const read = new Date(at);
  if (year < 1_600 || year > 2_999 || read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day) return null;
  return Math.floor(at / DAY_MS) * DAY_MS;
}

/** What a whole list says about the order of its numbers; null when it says nothing, or both. */
export function orderOf(days: readonly ListedDay[]): DayOrder | null {
  const pairs = days.flatMap(({ text }) => {
    const [, a, b] = YEAR_LAST.exec(text) ?? [];
    return a === undefined ? [] : [[Number(a), Number(b)] as const];
  });
  const dayFirst = pairs.some(([a]) => a > 12);
  const monthFirst = pairs.some(([, b]) => b > 12);
  return dayFirst === monthFirst ? null : dayFirst ? 'day-first' : 'month-first';
}

/** `bank_holidays.good_friday` as people say it. */
export function readableName(text: string): string {
  if (!/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(text)) return cleanLine(text);
  const words = (text.split('.').at(-1) ?? text).split(/[_-]/);
  return cleanLine(words.map((word) => (/^(and|of|the)$/.test(word) ? word : capital(word))).join(' '));
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
