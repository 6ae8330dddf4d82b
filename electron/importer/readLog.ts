import { CsvError, parse } from 'csv-parse/sync';
import { TidegateError } from '../../shared/errors.ts';
import { delimiterOf, withoutMark } from '../../shared/importer/delimiter.ts';
import type { Log, LogRow, Remark } from '../../shared/importer/log.ts';

/** No cell of a log is longer than this; a larger one means that a quote was never closed. */
const LONGEST_ROW = 1_000_000;

/**
 * The header and rows of a CSV file. Delimiter and byte order mark are recognised; a row whose quotes do not
 * close, or that has more cells than the header, is broken and named with its line.
 *
 * @throws TidegateError `file-unreadable` when there is no header
 */
export function readLog(text: string): Log {
  const plain = withoutMark(text);
  const broken: Remark[] = [];
  const remark = (line: number, reason: string, detail: string) =>
    broken.push({ line, sourceId: '', reason, detail: detail.slice(0, 120) });
  // `info` wraps each record; its type is not expressed by the library's overloads for options held in a variable.
  const parsed = parse(plain, {
    delimiter: delimiterOf(plain),
    info: true,
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error?: CsvError) => {
      remark(Number(error?.['lines'] ?? 0), 'the row cannot be split into cells', error?.message ?? '');
      return undefined;
    },
  }) as unknown as readonly { readonly info: { readonly lines: number }; readonly record: readonly string[] }[];
  const [header, ...rest] = parsed;
  const columns = header?.record.map((name) => name.trim()) ?? [];
  if (columns.every((name) => name === '')) throw new TidegateError('file-unreadable', { problem: 'no header' });

  const rows: LogRow[] = [];
  for (const { info, record } of rest) {
    const extra = record.length - columns.length;
    if (extra > 0) remark(info.lines, 'more cells than the header has columns', String(extra));
    else if (record.some((cell) => cell !== '')) rows.push({ line: info.lines, cells: record });
  }
  return { columns, rows, broken };
}
