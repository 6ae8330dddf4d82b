import { isObject, textAt } from '../jsonItems.ts';
import { readableName, type ListedDay } from './listedDay.ts';

/** One list of a file: a division of a country, or the file as a whole. */
export interface HolidayList {
  readonly name: string;
  readonly days: readonly ListedDay[];
}

const MOST_DAYS = 20_000;
const DEEPEST = 8;

/**
 * Every day in a JSON value, whatever it is wrapped in, grouped by the nearest name above it that is no year.
 *
 * Knows the shapes of GOV.UK (divisions, years, events), of date services (`[{ date, localName }]`) and plain
 * `{ "2026-12-25": "Christmas Day" }`.
 */
export function listedInJson(value: unknown): HolidayList[] {
  const lists = new Map<string, ListedDay[]>();
  let count = 0;
  const add = (list: string, text: string, name: string) => {
    count += 1;
    if (count > MOST_DAYS) return;
    const days = lists.get(list) ?? [];
    lists.set(list, days);
    days.push({ text, name: readableName(name), where: `item ${count}` });
  };
  const walk = (each: unknown, list: string, depth: number): void => {
    if (depth > DEEPEST || count > MOST_DAYS) return;
    if (Array.isArray(each)) for (const item of each as unknown[]) walk(item, list, depth + 1);
    else if (typeof each === 'string' && depth > 0) add(list, each.trim(), '');
    else if (isObject(each)) {
      const date = textAt(each, 'date', 'day', 'start');
      if (date !== '') add(list, date, textAt(each, 'localName', 'title', 'name', 'summary', 'description'));
      else for (const [name, inner] of Object.entries(each)) walkNamed(name, inner, list, depth);
    }
  };
  const walkNamed = (name: string, inner: unknown, list: string, depth: number): void => {
    if (/^\d{4}-\d\d-\d\d$/.test(name)) add(list, name, typeof inner === 'string' ? inner : textAt(inner, 'name'));
    else if (typeof inner === 'object') {
      const wrapper = /^\d{4}$|^(divisions|events|holidays|days|dates|items|data|response)$/i.test(name);
      walk(inner, wrapper ? list : name, depth + 1);
    }
  };
  walk(value, '', 0);
  return [...lists].map(([name, days]) => ({ name, days }));
}
