import { setImmediate } from 'node:timers/promises';
import type { PackEntry } from '../../shared/audit/packSource.ts';
import { belongsTo } from '../../shared/audit/belongsTo.ts';
import { assess, type AssessContext } from '../../shared/change/assess.ts';
import { TidegateError } from '../../shared/errors.ts';
import { assembleChange } from '../../shared/ledger/assembleChange.ts';
import type { Period } from '../../shared/time/instant.ts';
import { boardContextOf } from '../desk/boardContext.ts';
import type { DeskParts } from '../desk/deskParts.ts';

/** So many changes between two looks at what others ask. */
const PART = 50;

/** The changes of a period as the line has them: what this desk has not sent is no evidence yet. */
export async function packEntries(
  { model, catalog, now }: DeskParts,
  period: Period,
  onRead: (done: number, total: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<readonly PackEntry[]> {
  const { board, windows } = boardContextOf(model.replay().board());
  const imported = catalog.find.bars({ imported: true }, '', period).map(({ change }) => change);
  const candidates = [...new Set([...catalog.changes.own(), ...imported])];
  const entries: PackEntry[] = [];
  for (const [done, change] of candidates.entries()) {
    if (done % PART === 0) {
      onRead(done, candidates.length);
      await setImmediate();
      if (signal?.aborted) throw new TidegateError('cancelled');
    }
    const file = assembleChange(change, catalog.records.ofChange(change), board);
    if (!file || !belongsTo(file, period)) continue;
    const context: AssessContext = { ...model.assessContext(), board, windows };
    entries.push({ file, assessment: assess(file, context, now()) });
  }
  return entries;
}
