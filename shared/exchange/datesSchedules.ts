import type { Schedule } from '../record/body/scheduleBody.ts';
import type { Ms } from '../time/instant.ts';
import { toWall } from '../time/wall.ts';

/** What one list of dates holds. */
const MOST_SPANS = 2_000;

interface NamedSpan {
  readonly start: Ms;
  readonly end: Ms;
  readonly name?: string;
}

/** These spans of wall time as schedules: one occurrence, a list of dates, or several lists where one is too short. */
export function datesSchedules(spans: readonly NamedSpan[]): Schedule[] {
  const written = spans
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map(({ start, end, name }) => ({ start: toWall(start), end: toWall(end), ...(name ? { name } : {}) }));
  const [only] = written;
  // A single span keeps its name only in a list.
  if (only && written.length === 1 && !('name' in only)) return [{ form: 'once', start: only.start, end: only.end }];
  const lists: Schedule[] = [];
  for (let from = 0; from < written.length; from += MOST_SPANS)
    lists.push({ form: 'dates', spans: written.slice(from, from + MOST_SPANS) });
  return lists;
}
