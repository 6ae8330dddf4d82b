import { toInstant, type Ms } from '../time/instant.ts';
import type { Remark } from './log.ts';
import type { Mapping } from './mapping.ts';
import type { MappedChange } from './mappedChange.ts';

/** One row whose cells were understood; words are still those of the log. */
export interface ReadRow {
  readonly line: number;
  readonly sourceId: string;
  readonly title: string;
  readonly type: string;
  readonly emergency: string;
  readonly category: string;
  readonly risk: string;
  readonly team: string;
  readonly outcome: string;
  readonly services: readonly string[];
  readonly items: readonly string[];
  readonly plannedStart: Ms;
  readonly plannedEnd: Ms;
  readonly actualStart?: Ms;
  readonly actualEnd?: Ms;
  readonly opened?: Ms;
  readonly closed?: Ms;
}

const LONGEST_TITLE = 240;
const MANY_ITEMS = 100;

/** Which change do these rows of one id tell of? What is odd about it is added to `warnings`. */
export function mergeRows(rows: readonly ReadRow[], mapping: Mapping, warnings: Remark[]): MappedChange {
  const [first] = rows;
  if (first === undefined) throw new RangeError('a change has at least one row');
  const warn = (reason: string, detail: string) =>
    warnings.push({ line: first.line, sourceId: first.sourceId, reason, detail: detail.slice(0, 120) });

  const start = least(rows.map((row) => row.plannedStart)) ?? first.plannedStart;
  const end = most(rows.map((row) => row.plannedEnd)) ?? first.plannedEnd;
  const actualStart = least(rows.map((row) => row.actualStart));
  const actualEnd = most(rows.map((row) => row.actualEnd));
  const closedAt = most(rows.map((row) => row.closed));
  const services = [...new Set(rows.flatMap((row) => row.services))];
  const items = [...new Set(rows.flatMap((row) => row.items))];

  if (end === start) warn('planned end equals planned start, one minute assumed', toInstant(start));
  if (rows.some((row) => row.plannedStart !== start || row.plannedEnd !== end))
    warn('rows of one change differ in planned times, the widest is kept', toInstant(start));
  if (actualStart !== null && actualEnd !== null && actualEnd < actualStart)
    warn('worked time ends before it begins', '');
  if (actualEnd !== null && closedAt !== null && actualEnd > closedAt)
    warn('work ended after the change was closed', '');
  if (items.length > MANY_ITEMS) warn(`more than ${MANY_ITEMS} items, all kept`, String(items.length));
  const title = (first.title || first.sourceId).replace(/\s+/g, ' ');
  if (title.length > LONGEST_TITLE) warn(`title clipped to ${LONGEST_TITLE} characters`, title);

  return {
    line: first.line,
    sourceId: first.sourceId,
    title: title.slice(0, LONGEST_TITLE),
    type: isOneOf(mapping.emergencyValues, first.emergency)
      ? 'emergency'
      : (worded(mapping.types, first.type) ?? 'normal'),
    category: worded(mapping.categories, first.category) ?? 'unclassified',
    environment: mapping.environment,
    start,
    end: Math.max(end, start + 60_000),
    services,
    items,
    risk: first.risk || null,
    state: closedAt === null ? 'scheduled' : 'closed',
    outcome: outcomeOf(first, actualStart, closedAt, mapping),
    openedAt: least(rows.map((row) => row.opened)),
    closedAt,
    actualStart,
    actualEnd,
    team: first.team || null,
  };
}

/** A closed change that was never begun was not implemented, whatever the outcome column says. */
function outcomeOf(
  row: ReadRow,
  actualStart: Ms | null,
  closedAt: Ms | null,
  mapping: Mapping,
): MappedChange['outcome'] {
  const neverBegun = mapping.columns.actualStart !== undefined && actualStart === null;
  if (closedAt !== null && neverBegun) return 'not-implemented';
  return worded(mapping.outcomes, row.outcome) ?? null;
}

/** The word for a value of the log, without case; `*` stands for any other. */
function worded<T>(table: Readonly<Record<string, T>>, value: string): T | undefined {
  const wanted = value.toLowerCase();
  for (const [key, word] of Object.entries(table)) if (key.toLowerCase() === wanted) return word;
  return table['*'];
}

const isOneOf = (list: readonly string[], value: string): boolean =>
  list.some((entry) => entry.toLowerCase() === value.toLowerCase());

const least = (times: readonly (Ms | undefined)[]): Ms | null => chosen(times, (a, b) => Math.min(a, b));
const most = (times: readonly (Ms | undefined)[]): Ms | null => chosen(times, (a, b) => Math.max(a, b));

function chosen(times: readonly (Ms | undefined)[], better: (a: Ms, b: Ms) => Ms): Ms | null {
  let found: Ms | null = null;
  for (const time of times) if (time !== undefined) found = found === null ? time : better(found, time);
  return found;
}
