import { schedule as scheduleShape } from '../record/body/scheduleBody.ts';
import { MOST_ITEMS, refusedFile } from './jsonItems.ts';
import { uniqueKeys } from './uniqueKeys.ts';
import type { ReadWindow, RefusedEntry, WindowReading } from './windowReading.ts';

/** A window without its place in the file, which the list knows. */
export type ItemWindow = Omit<ReadWindow, 'where'>;

/** What one item comes to: its windows, and what of it is refused. */
export interface ReadItem {
  readonly windows: readonly ItemWindow[];
  readonly refused: readonly { readonly title: string; readonly reason: string }[];
}

export const refusedItem = (title: string, reason: string): ReadItem => ({
  windows: [],
  refused: [{ title, reason }],
});

/** Reads a list of items one by one; each stands in a window or in a refusal, and no two windows share a key. */
export function readItems(items: readonly unknown[], read: (item: unknown) => ReadItem): WindowReading {
  if (items.length === 0) return refusedFile('There is nothing in this file that is a window.');
  if (items.length > MOST_ITEMS) return refusedFile(`This file holds more than ${MOST_ITEMS} entries.`);
  const windows: ReadWindow[] = [];
  const refused: RefusedEntry[] = [];
  for (const [index, item] of items.entries()) {
    const where = `item ${index + 1}`;
    const { windows: made, refused: problems } = read(item);
    for (const problem of problems) refused.push({ ...problem, where });
    for (const window of made) {
      if (!scheduleShape.safeParse(window.schedule).success) {
        refused.push({ title: window.title, where, reason: 'It says more than a window can hold.' });
        continue;
      }
      windows.push({ ...window, where: [where] });
    }
    if (made.length === 0 && problems.length === 0)
      refused.push({ title: where, where, reason: 'It says nothing that a window could be made of.' });
  }
  return { windows: uniqueKeys(windows), refused };
}
