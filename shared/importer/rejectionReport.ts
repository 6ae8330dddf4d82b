import { csvLine } from './csvLine.ts';
import type { Remark } from './log.ts';

/** The rejected rows as CSV: line, source id, reason, cell. */
export function rejectionReport(rejected: readonly Remark[]): string {
  const rows = rejected.map(({ line, sourceId, reason, detail }) => csvLine([String(line), sourceId, reason, detail]));
  return ['line,source id,reason,cell', ...rows, ''].join('\r\n');
}
