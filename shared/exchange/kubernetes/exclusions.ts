import { MINUTE_MS } from '../../time/instant.ts';
import { toWall } from '../../time/wall.ts';
import { cleanLine, quoted } from '../cleanText.ts';
import { isObject, textAt } from '../jsonItems.ts';
import type { ItemWindow, ReadItem } from '../readItems.ts';
import { instantOf } from './instantText.ts';

const MOST = 200;

/**
 * The exclusions of a maintenance window as freezes of their own, in UTC; seconds are rounded outward.
 *
 * @param given a list of them, or an object of them by name
 * @param key of the window that they belong to
 */
export function readExclusions(given: unknown, key: string): ReadItem {
  const listed: readonly unknown[] = Array.isArray(given) ? given : [];
  const named = isObject(given) ? Object.entries(given).map(([name, value]) => ({ name, value })) : [];
  const all = [...listed.map((value) => ({ name: textAt(value, 'name', 'exclusion_name'), value })), ...named];
  const windows: ItemWindow[] = [];
  const refused: { title: string; reason: string }[] = [];
  for (const [index, { name, value }] of all.slice(0, MOST).entries()) {
    const title = cleanLine(name) || `Exclusion ${index + 1}`;
    const read = readStretch(
      textAt(value, 'start_time', 'startTime', 'start'),
      textAt(value, 'end_time', 'endTime', 'end'),
    );
    if (typeof read === 'string') refused.push({ title, reason: read });
    else windows.push({ ...read, key: `${key}/${index + 1}`, title, appliedTo: [] });
  }
  if (all.length > MOST) refused.push({ title: 'More exclusions', reason: `Only the first ${MOST} are read.` });
  return { windows, refused };
}

/** A freeze between two instants, or a sentence. */
export function readStretch(start: string, end: string): Omit<ItemWindow, 'key' | 'title' | 'appliedTo'> | string {
  const [from, to] = [instantOf(start), instantOf(end)];
  if (from === null) return `Its start cannot be read: ${quoted(start)}.`;
  if (to === null) return `Its end cannot be read: ${quoted(end)}.`;
  if (to <= from) return 'It ends before it starts.';
  const [first, last] = [Math.floor(from / MINUTE_MS) * MINUTE_MS, Math.ceil(to / MINUTE_MS) * MINUTE_MS];
  return {
    effect: 'freeze',
    closedOutside: false,
    zone: 'UTC',
    schedule: { form: 'once', start: toWall(first), end: toWall(last) },
    notes: first !== from || last !== to ? ['Its seconds are rounded outward to whole minutes.'] : [],
  };
}
