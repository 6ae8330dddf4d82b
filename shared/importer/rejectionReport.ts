import type { Remark } from './log.ts';

/**
 * The rejected rows as CSV: line, source id, reason, cell. A cell that a spreadsheet would take for a formula
 * gets an apostrophe in front, so that opening the report runs nothing.
 */
export function rejectionReport(rejected: readonly Remark[]): string {
  const rows = rejected.map(({ line, sourceId, reason, detail }) =>
    [String(line), sourceId, reason, detail].map(safeCell).join(','),
  );
  return ['line,source id,reason,cell', ...rows, ''].join('\r\n');
}

function safeCell(text: string): string {
  const tamed = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n;']/.test(tamed) ? `"${tamed.replaceAll('"', '""')}"` : tamed;
}
