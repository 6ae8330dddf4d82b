import type { AssessContext } from '../../shared/change/assess.ts';
import { boardCalendar, type Board } from '../../shared/ledger/board.ts';
import { isOfKind } from '../../shared/ledger/state.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { emptyTrackRecord, type TrackRecord } from '../../shared/risk/trackRecord.ts';
import type { Ms } from '../../shared/time/instant.ts';
import { createTopology, type Topology } from '../../shared/topology/createTopology.ts';
import type { WindowContext } from '../../shared/window/windowContext.ts';
import type { Work } from '../../shared/window/work.ts';

/** The board with what is worked out of it once: the graph and the expanded windows. */
export interface BoardContext {
  readonly board: Board;
  readonly topology: Topology;
  readonly windows: WindowContext;
  /** Windows that wait for a change manager's signature: shown as proposed, they stop nothing. */
  readonly proposals: readonly Filed<'window'>[];
}

export function boardContextOf(board: Board, pending: readonly Filed[] = []): BoardContext {
  const topology = createTopology(board.services.values());
  const windows = boardCalendar(board, topology);
  const proposals = [...proposalsOf(board, pending), ...(board.proposals ?? [])];
  return { board, topology, windows, proposals };
}

/** Which windows run at this instant, as a key: it differs when one has begun or ended in between. */
export function runningKey({ windows }: BoardContext, at: Ms): string {
  return windows.windows
    .flatMap((window) => windows.spans(window, { start: at, end: at + 1 }))
    .map(({ window, site, end }) => `${window} ${site ?? ''} ${end}`)
    .concat(windows.earlier.filter(({ start, end }) => start <= at && at < end).map(({ end }) => `until ${end}`))
    .join('|');
}

/** The waiting windows that no later revision has replaced. Whatever their author called them, they are proposals. */
function proposalsOf(board: Board, pending: readonly Filed[]): Filed<'window'>[] {
  const waiting = pending.filter((filed) => isOfKind(filed, 'window'));
  const replaced = new Set([...board.windows.values(), waiting].flat().flatMap(({ record }) => record.body.follows));
  return waiting
    .filter(({ digest }) => !replaced.has(digest))
    .map((filed) => ({
      ...filed,
      record: { ...filed.record, body: { ...filed.record.body, standing: 'proposed' as const } },
    }));
}

/** For changes that nothing but a record can move any more: neither others nor later outcomes touch their row. */
export function quietContext({ board, windows }: BoardContext): AssessContext {
  return { board, windows, others: [], track: emptyTrackRecord };
}

export function livelyContext(
  { board, windows }: BoardContext,
  others: readonly Work[],
  track: TrackRecord,
): AssessContext {
  return { board, windows, others, track };
}
