import { TidegateError } from '../errors.ts';
import { createTimeReader } from './readTime.ts';
import type { Log, LogRow, Remark } from './log.ts';
import type { Mapping } from './mapping.ts';
import type { MappedChange } from './mappedChange.ts';
import { mergeRows, type ReadRow } from './mergeRows.ts';

export interface MappedLog {
  /** In the order of their first rows. */
  readonly changes: readonly MappedChange[];
  readonly rejected: readonly Remark[];
  readonly warnings: readonly Remark[];
}

/**
 * Which changes does this log hold under this mapping?
 *
 * A row without an id or with times that cannot be is rejected with its reason; the other rows of the same
 * change still count. Rows that share an id are one change: earliest start, latest end, services gathered.
 *
 * @throws TidegateError `mapping-unusable` naming the first column the log does not have
 */
export function mapLog(log: Log, mapping: Mapping): MappedLog {
  const rejected: Remark[] = [...log.broken];
  const warnings: Remark[] = [];
  const read = createRowReader(log, mapping);
  const groups = new Map<string, ReadRow[]>();
  const seen = new Set<string>();
  for (const row of log.rows) {
    const answer = read(row);
    if ('reason' in answer) {
      rejected.push(answer);
      continue;
    }
    const whole = row.cells.join('\u0000');
    if (seen.has(whole)) {
      rejected.push(remark(row, answer.sourceId, 'the same row stands above', ''));
      continue;
    }
    seen.add(whole);
    const group = groups.get(answer.sourceId);
    if (group === undefined) groups.set(answer.sourceId, [answer]);
    else group.push(answer);
  }
  const changes: MappedChange[] = [];
  for (const group of groups.values()) changes.push(mergeRows(group, mapping, warnings));
  rejected.sort((a, b) => a.line - b.line);
  return { changes, rejected, warnings };
}

const remark = (row: LogRow, sourceId: string, reason: string, detail: string): Remark => ({
  line: row.line,
  sourceId,
  reason,
  detail: detail.slice(0, 120),
});

const timeColumns = ['plannedStart', 'plannedEnd', 'actualStart', 'actualEnd', 'opened', 'closed'] as const;
const timeWords = {
  plannedStart: 'planned start',
  plannedEnd: 'planned end',
  actualStart: 'actual start',
  actualEnd: 'actual end',
  opened: 'opening time',
  closed: 'closing time',
};

/** Reads one row; a remark is a rejection. */
function createRowReader(log: Log, mapping: Mapping): (row: LogRow) => ReadRow | Remark {
  const place = (name: string | undefined): number => {
    if (name === undefined) return -1;
    const index = log.columns.indexOf(name);
    if (index === -1) throw new TidegateError('mapping-unusable', { mapping: mapping.name, column: name });
    return index;
  };
  const { columns } = mapping;
  const id = place(columns.id);
  const times = timeColumns.map((name) => ({ name, at: place(columns[name]) }));
  const titles = columns.title.map((name) => ({
    at: place(name),
    list: [columns.items, columns.services].includes(name),
  }));
  const at = {
    type: place(columns.type),
    emergency: place(columns.emergency),
    category: place(columns.category),
    risk: place(columns.risk),
    team: place(columns.team),
    outcome: place(columns.outcome),
    services: place(columns.services),
    items: place(columns.items),
  };
  const readTime = createTimeReader(mapping);
  const parts = (text: string): string[] =>
    (mapping.separator === '' ? [text] : text.split(mapping.separator)).map((part) => part.trim()).filter(Boolean);

  return (row) => {
    const cell = (index: number): string => (index === -1 ? '' : (row.cells[index] ?? '').trim());
    const sourceId = cell(id);
    if (sourceId === '') return remark(row, '', 'no change id', '');
    if (sourceId.length > 120) return remark(row, sourceId.slice(0, 120), 'change id longer than 120 characters', '');
    const read: Partial<Record<(typeof timeColumns)[number], number>> = {};
    for (const { name, at: column } of times) {
      const time = readTime(cell(column));
      if (time.kind === 'time') read[name] = time.at;
      else if (time.kind !== 'empty') {
        const years = `${mapping.years.from} to ${mapping.years.to}`;
        const problem = time.kind === 'absurd' ? `outside the years ${years}` : 'not a time';
        return remark(row, sourceId, `${timeWords[name]} ${problem}`, cell(column));
      }
    }
    const { plannedStart, plannedEnd } = read;
    if (plannedStart === undefined) return remark(row, sourceId, 'no planned start', '');
    if (plannedEnd === undefined) return remark(row, sourceId, 'no planned end', '');
    if (plannedEnd < plannedStart)
      return remark(row, sourceId, 'planned end before planned start', cell(place(columns.plannedEnd)));
    return {
      line: row.line,
      sourceId,
      ...read,
      plannedStart,
      plannedEnd,
      title: titles
        .flatMap((t) => (t.list ? parts(cell(t.at)).slice(0, 1) : cell(t.at)))
        .filter(Boolean)
        .join(' · '),
      type: cell(at.type),
      emergency: cell(at.emergency),
      category: cell(at.category),
      risk: cell(at.risk),
      team: cell(at.team),
      outcome: cell(at.outcome),
      services: parts(cell(at.services)),
      items: parts(cell(at.items)),
    };
  };
}
