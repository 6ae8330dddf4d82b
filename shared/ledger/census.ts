import type { CheckpointBody } from '../record/body/ledgerBody.ts';
import type { Kind } from '../record/kinds.ts';
import { isVoid, traceOf, type Trace } from './isVoid.ts';
import type { Replay, Standing } from './line.ts';

interface Entry {
  readonly blob: string;
  readonly kind: Kind | null;
  readonly standing: Standing['standing'];
  readonly trace: Trace | null;
}

/** Every file of a line and how it stands, kept small: what a full verification counts and vouches for. */
export interface Census {
  readonly note: (standings: readonly Standing[]) => void;
  /** Counted records by kind, those later voided left out. */
  readonly counts: (replay: Replay) => Readonly<Partial<Record<Kind, number>>>;
  readonly size: () => number;
  readonly checkpointBody: (replay: Replay) => CheckpointBody;
}

export function createCensus(): Census {
  const entries = new Map<string, Entry>();
  const note = (standings: readonly Standing[]): void => {
    for (const standing of standings)
      if ('filed' in standing) {
        const { filed, blob } = standing;
        entries.set(filed.path, { blob, kind: filed.record.kind, standing: standing.standing, trace: traceOf(filed) });
      } else {
        const { path, blob } = standing.problem;
        entries.set(path, { blob, kind: null, standing: standing.standing, trace: null });
      }
  };
  const counted = (replay: Replay): (readonly [string, Entry, boolean])[] => {
    const { voids } = replay.board();
    return [...entries].map(([path, entry]) => {
      const counts = entry.standing === 'counted' && (isChain(entry) || !entry.trace || !isVoid(entry.trace, voids));
      return [path, entry, counts];
    });
  };
  return {
    note,
    size: () => entries.size,
    counts: (replay) => {
      const counts: Partial<Record<Kind, number>> = {};
      for (const [, { kind }, stands] of counted(replay)) if (stands && kind) counts[kind] = (counts[kind] ?? 0) + 1;
      return counts;
    },
    checkpointBody: (replay) => {
      const files = counted(replay).map(([path, { blob, standing }, counts]) => ({ path, blob, standing, counts }));
      const named = (wanted: (file: (typeof files)[number]) => boolean) =>
        files
          .filter(wanted)
          .map(({ path, blob }) => ({ path, blob }))
          .toSorted((a, b) => (a.path < b.path ? -1 : 1));
      return {
        ...replay.vouch(),
        setAside: named(({ counts, standing }) => !counts && standing !== 'pending'),
        pending: named(({ standing }) => standing === 'pending'),
      };
    },
  };
}

/** A chain link that took effect stays a link, whoever's key is revoked later. */
function isChain({ kind }: Entry): boolean {
  return kind === 'ledger' || kind === 'roster' || kind === 'policy';
}
