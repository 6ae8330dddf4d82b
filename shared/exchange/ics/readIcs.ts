import { digestKey } from '../cleanText.ts';
import { uniqueKeys } from '../uniqueKeys.ts';
import type { ReadWindow, RefusedEntry, WindowReading } from '../windowReading.ts';
import { placeOf, type IcsEvent } from './icsEvent.ts';
import { icsZones } from './icsZones.ts';
import { newestEntries } from './newestEntries.ts';
import { readEvent, titleOf } from './readEvent.ts';
import { readFreeBusy } from './readFreeBusy.ts';
import { scanCalendar, type Block } from './scanCalendar.ts';
import { seriesWindows } from './seriesWindows.ts';
import { createSpending } from './spending.ts';

/** 12 million characters, 10,000 entries: a larger file is none that people read window by window. */
const LONGEST_FILE = 12_000_000;
const MOST_ENTRIES = 10_000;
/** Some ten seconds' worth on a slow machine at the very most. */
const MOST_STEPS = 4_000_000;

/** Kinds of component that time is not blocked by, in words. */
const otherKinds: Readonly<Record<string, string>> = {
  VTODO: 'It is a task; only events block time.',
  VJOURNAL: 'It is a journal entry; only events block time.',
};

/**
 * What an iCalendar file (RFC 5545) holds, as windows: each event freezes until the importer says otherwise.
 *
 * Never throws and always ends, for any text. Wall clocks are kept with their zone; a length counts by the wall clock,
 * as calendars show it, and seconds are rounded outward. An unknown zone is a refusal and never UTC.
 */
export function readIcs(text: string): WindowReading {
  if (text.length > LONGEST_FILE) return whole('This file is too large: import it in parts of at most 12 MB.');
  const windows: ReadWindow[] = [];
  const refused: RefusedEntry[] = [];
  const refuse = (block: { readonly line: number }, title: string, reason: string) =>
    void refused.push({ title, where: placeOf(block), reason });
  const groups = new Map<string, IcsEvent[]>();
  let entries = 0;
  for (const calendar of scanCalendar(text)) {
    const zones = icsZones(calendar);
    const cancels = calendar.lines.some(({ name, value }) => name === 'METHOD' && /^CANCEL$/i.test(value.trim()));
    for (const block of calendar.inner.filter(isEntry)) {
      entries += 1;
      if (entries > MOST_ENTRIES)
        return whole(`This file holds more than ${MOST_ENTRIES} entries: import it in parts.`);
      const read = readBlock(block, zones);
      if (typeof read === 'string') refuse(block, titleOf(block), read);
      else if (Array.isArray(read)) windows.push(...read);
      else if (cancels) refuse(block, read.title, 'It is cancelled.');
      else {
        const uid = read.uid === '' ? `line ${block.line}` : `uid ${read.uid}`;
        const group = groups.get(uid) ?? [];
        groups.set(uid, group);
        group.push(read);
      }
    }
  }
  const spending = createSpending(MOST_STEPS);
  for (const events of groups.values()) {
    const { series, void: dropped } = newestEntries(events);
    for (const { event, reason } of dropped) refuse(event, event.title, reason);
    for (const [index, each] of series.entries()) {
      const read = seriesWindows(each, spending);
      if (typeof read === 'string')
        for (const event of [each.event, ...each.overrides]) refuse(event, event.title, read);
      else windows.push(...(index > 0 && !each.event.instead ? read.map((window) => twin(window)) : read));
    }
  }
  if (entries === 0) return whole('There is no event in this file.');
  return { windows: uniqueKeys(windows), refused };
}

function isEntry({ kind }: Block): boolean {
  return kind !== 'VTIMEZONE' && kind !== 'VALARM';
}

function readBlock(block: Block, zones: ReturnType<typeof icsZones>): IcsEvent | ReadWindow[] | string {
  if (block.kind === 'VEVENT') return readEvent(block, zones);
  if (block.kind === 'VFREEBUSY') return readFreeBusy(block);
  return Object.hasOwn(otherKinds, block.kind)
    ? (otherKinds[block.kind] ?? '')
    : 'It is not an event; only events block time.';
}

/** Two entries as new as each other share a UID: the second gets a key of its own. */
function twin(window: ReadWindow): ReadWindow {
  return {
    ...window,
    key: digestKey(JSON.stringify([window.key, window.title, window.zone, window.schedule])),
    notes: [...window.notes, 'Another entry of the file has the same UID; both are kept.'],
  };
}

function whole(reason: string): WindowReading {
  return { windows: [], refused: [{ title: 'The whole file', where: 'the file', reason }] };
}
