import type { ChangeId } from '../../shared/ids.ts';
import type { SetAsideReason } from '../../shared/ledger/standing.ts';
import { TidegateError } from '../../shared/errors.ts';
import type { Filed, LedgerRecord } from '../../shared/record/envelope.ts';
import { changeFolder, changeOfPath } from '../../shared/record/layout.ts';
import type { OutboxFile, OutboxRow } from '../workspace/outboxTable.ts';
import { readStored } from '../workspace/readStored.ts';
import type { BoardModel } from './boardModel.ts';
import type { Renumberings } from './renumberings.ts';

const COLLISION: SetAsideReason = 'collision';

type Judging = Pick<BoardModel, 'change' | 'replay'>;

/** The requests that count under a number, unsent ones included; none when nobody has it. */
export function requestsUnder(model: Judging, change: ChangeId): readonly Filed<'request'>[] {
  try {
    return model.change(change).file.requests;
  } catch (error) {
    if (error instanceof TidegateError && error.code === 'change-not-found') return [];
    throw error;
  }
}

/**
 * Was this said of a request that has lost its number? So it was when somebody signed it who had not seen the one that
 * has the number now. Sent as it is, it would be taken as said of that one.
 *
 * @param rows everything unsent
 */
export function ofLostNumber(given: {
  readonly model: Judging;
  readonly renumberings: Renumberings;
  readonly rows: readonly OutboxRow[];
}): (file: OutboxFile) => boolean {
  const { model, renumberings, rows } = given;
  let known: readonly string[] | null = null;
  const collided = (): readonly string[] =>
    (known ??= [
      ...rows.filter(({ problem }) => problem === COLLISION).flatMap(({ files }) => files.map(({ path }) => path)),
      ...model
        .replay()
        .problems()
        .flatMap(({ reason, path }) => (reason === COLLISION ? [path] : [])),
    ]);
  const renumbered = renumberings.list();
  /** Where the request came in that has the number; null for a number that was never lost. */
  const positionOfTaker = (change: ChangeId): number | null => {
    const moves = renumbered.filter(({ from }) => from === change);
    // The earlier one says the very same: it is as good as ours.
    if (moves.some(({ to }) => to === change)) return null;
    if (moves.length === 0 && !collided().some((path) => path.startsWith(`${changeFolder(change)}/`))) return null;
    return Math.min(...requestsUnder(model, change).map(({ position }) => position));
  };
  const takenAt = new Map<ChangeId, number | null>();
  return ({ path, text }) => {
    const change = changeOfPath(path);
    if (change === null) return false;
    const at = takenAt.has(change) ? (takenAt.get(change) ?? null) : positionOfTaker(change);
    takenAt.set(change, at);
    if (at === null) return false;
    const seen = readStored<LedgerRecord>(text)?.signed.seen ?? '';
    return (model.replay().positionOf(seen) ?? -1) < at;
  };
}
