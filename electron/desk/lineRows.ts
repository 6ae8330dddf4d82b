import { setImmediate } from 'node:timers/promises';
import type { ChangeId } from '../../shared/ids.ts';
import type { Standing } from '../../shared/ledger/line.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import type { Kind } from '../../shared/record/kinds.ts';
import type { Catalog } from '../catalog/openCatalog.ts';
import { storedRecord } from './storedRecord.ts';

/** What reading on has touched. */
export interface Touched {
  readonly changes: Set<ChangeId>;
  readonly kinds: Set<Kind>;
  /** All records of changes that nothing was known of before, while they are few enough to be held. */
  readonly fresh: Map<ChangeId, Filed[]>;
  readonly commits: number;
  /** Everything was read anew: no row of the catalogue is right. */
  readonly rebuilt: boolean;
}

/** Records of fresh changes held at once; beyond it they are read back from the catalogue. */
const MOST_FRESH = 40_000;

/** Standings that are not in the catalogue yet: it takes many at once far sooner than one by one. */
export interface Rows {
  readonly add: (standings: readonly Standing[], texts: ReadonlyMap<string, string | null>) => void;
  readonly waiting: () => number;
  readonly write: () => void;
  /** Writes them, so that nobody sees a replay ahead of its catalogue, and lets others have a turn. */
  readonly breathe: () => Promise<void>;
}

export function rowsOf(catalog: Catalog, touched: Touched, keepFresh: boolean): Rows {
  let held: (readonly [Standing, ReadonlyMap<string, string | null>])[] = [];
  const write = (): void => {
    if (held.length === 0) return;
    catalog.atomically(() => {
      for (const [standing, texts] of held) store(catalog, standing, texts, touched, keepFresh);
    });
    held = [];
  };
  return {
    add: (standings, texts) => {
      for (const standing of standings) held.push([standing, texts]);
    },
    waiting: () => held.length,
    write,
    breathe: async () => {
      write();
      await setImmediate();
    },
  };
}

function store(
  catalog: Catalog,
  standing: Standing,
  texts: ReadonlyMap<string, string | null>,
  touched: Touched,
  keepFresh: boolean,
): void {
  if ('filed' in standing) {
    const record = storedRecord(standing.filed, standing.standing, texts.get(standing.filed.path) ?? null);
    if (keepFresh) noteFresh(catalog, standing, record.change, touched);
    catalog.records.put(record);
    touched.kinds.add(record.kind);
    if (record.change !== null) touched.changes.add(record.change);
    return;
  }
  const change = catalog.records.changeOf(standing.problem.path);
  if (change !== null) touched.changes.add(change);
  if (change !== null) touched.fresh.delete(change);
  catalog.records.remove(standing.problem.path);
}

/** Keeps a record at hand if it and all others of its change have come in just now, and count. */
function noteFresh(
  catalog: Catalog,
  { standing, filed }: Extract<Standing, { filed: Filed }>,
  change: ChangeId | null,
  { fresh, changes }: Touched,
): void {
  if (change === null) return;
  const others = fresh.get(change);
  if (standing === 'pending' || fresh.size > MOST_FRESH) fresh.delete(change);
  else if (others) others.push(filed);
  else if (!changes.has(change) && !catalog.records.hasChange(change)) fresh.set(change, [filed]);
}
