import type { AssessContext } from '../../shared/change/assess.ts';
import { windowsInForce, type Board } from '../../shared/ledger/board.ts';
import { emptyTrackRecord, type TrackRecord } from '../../shared/risk/trackRecord.ts';
import { DAY_MS, type Ms } from '../../shared/time/instant.ts';
import { createTopology, type Topology } from '../../shared/topology/createTopology.ts';
import { createWindowContext, type WindowContext } from '../../shared/window/windowContext.ts';
import type { Work } from '../../shared/window/work.ts';
import type { Catalog } from '../catalog/openCatalog.ts';

/** The board with what is worked out of it once: the graph and the expanded windows. */
export interface BoardContext {
  readonly board: Board;
  readonly topology: Topology;
  readonly windows: WindowContext;
}

export function boardContextOf(board: Board): BoardContext {
  const topology = createTopology(board.services.values());
  const windows = createWindowContext({ windows: windowsInForce(board), sites: board.sites, topology });
  return { board, topology, windows };
}

/** How changes like this one ended, from the catalogue, over the policy's number of days. */
export function trackRecordOf(catalog: Catalog, board: Board, now: Ms): TrackRecord {
  const since = now - board.policy.factors.trackRecord.days * DAY_MS;
  const counts = {
    service: catalog.outcomes.by('service', since),
    category: catalog.outcomes.by('category', since),
    team: catalog.outcomes.by('team', since),
  };
  return {
    of: (kind, id) => counts[kind].get(id) ?? { closed: 0, failed: 0 },
    overall: catalog.outcomes.overall(since),
  };
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
