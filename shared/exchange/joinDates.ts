import type { ReadWindow, WindowReading } from './windowReading.ts';

/** What one record may hold. */
const MOST_SPANS = 2_000;

/**
 * Single whole days of a file as one window with a name on each date, where there are two or more of one effect by one
 * clock. What repeats, or begins or ends within a day, stays as it is.
 *
 * @param title what the joined window is called; its key too, so that next year's file revises it
 */
export function joinDates({ windows, refused }: WindowReading, title: string): WindowReading {
  const joined = [...groups(windows).values()]
    .filter((group) => group.length > 1)
    .map((group, index) => join(group, index === 0 ? title : `${title} ${String(index + 1)}`));
  const gone = new Set(joined.flatMap(({ from }) => from));
  return { windows: [...joined.map(({ window }) => window), ...windows.filter((read) => !gone.has(read))], refused };
}

/** How many of these `joinDates` would join. */
export function joinable(windows: readonly ReadWindow[]): number {
  return [...groups(windows).values()].reduce((sum, { length }) => sum + (length > 1 ? length : 0), 0);
}

function groups(windows: readonly ReadWindow[]): Map<string, ReadWindow[]> {
  const found = new Map<string, ReadWindow[]>();
  for (const read of windows) {
    if (read.schedule.form !== 'once' || !isWholeDays(read.schedule)) continue;
    const key = `${read.zone ?? ''}|${read.effect}|${String(read.closedOutside)}`;
    const group = found.get(key);
    if (!group) found.set(key, [read]);
    else if (group.length < MOST_SPANS) group.push(read);
  }
  return found;
}

function isWholeDays({ start, end }: { readonly start: string; readonly end: string }): boolean {
  return start.endsWith('T00:00') && end.endsWith('T00:00');
}

function join(group: readonly ReadWindow[], title: string): { window: ReadWindow; from: readonly ReadWindow[] } {
  const [first] = group;
  if (!first) throw new RangeError('nothing to join');
  const spans = group.flatMap(({ schedule, title: name }) =>
    schedule.form === 'once' ? [{ start: schedule.start, end: schedule.end, name }] : [],
  );
  const window: ReadWindow = {
    ...first,
    key: `dates of ${title}`,
    title,
    appliedTo: [...new Set(group.flatMap(({ appliedTo }) => appliedTo))],
    notes: [...new Set(group.flatMap(({ notes }) => notes))],
    where: group.flatMap(({ where }) => where),
    schedule: { form: 'dates', spans: spans.toSorted((a, b) => (a.start < b.start ? -1 : 1)) },
  };
  return { window, from: group };
}
