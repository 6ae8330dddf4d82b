import type { ImportPreview } from '../api/recordCalls.ts';
import type { ServiceId } from '../ids.ts';
import { toInstant } from '../time/instant.ts';
import type { Log, Remark } from './log.ts';
import type { MappedLog } from './mapLog.ts';
import { serviceSlug } from './serviceSlug.ts';

const SHOWN = 20;
const LINES_SHOWN = 50;

/** What would this import bring, and what would it leave out? */
export function previewOf(log: Log, mapped: MappedLog, knownServices: ReadonlySet<ServiceId>): ImportPreview {
  const slugs = new Set(mapped.changes.flatMap(({ services }) => services.map(serviceSlug)));
  return {
    rows: log.rows.length + log.broken.length,
    changes: mapped.changes.length,
    rejected: byReason(mapped.rejected),
    warnings: byReason(mapped.warnings),
    sample: mapped.changes.slice(0, SHOWN).map((change) => ({
      line: change.line,
      sourceId: change.sourceId,
      title: change.title,
      state: change.state,
      start: toInstant(change.start),
      end: toInstant(change.end),
      services: change.services.length,
    })),
    newServices: [...slugs].filter((slug) => !knownServices.has(slug)).length,
  };
}

/** Most frequent first; a reason names at most fifty of its lines. */
function byReason(remarks: readonly Remark[]): { reason: string; count: number; lines: number[] }[] {
  const found = new Map<string, { reason: string; count: number; lines: number[] }>();
  for (const { reason, line } of remarks) {
    const entry = found.get(reason) ?? { reason, count: 0, lines: [] };
    entry.count += 1;
    if (entry.lines.length < LINES_SHOWN) entry.lines.push(line);
    found.set(reason, entry);
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count);
}
