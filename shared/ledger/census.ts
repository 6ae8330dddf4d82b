import type { Digest } from '../ids.ts';
import type { CheckpointBody } from '../record/body/ledgerBody.ts';
import type { Filed } from '../record/envelope.ts';
import type { Kind } from '../record/kinds.ts';
import { toInstant, toMs, type Ms } from '../time/instant.ts';
import { isChainKind } from './chain.ts';
import { effectiveTime } from './effectiveTime.ts';
import { isVoid, traceOf, type Trace } from './isVoid.ts';
import { outOfOrder } from './lineOrder.ts';
import type { Replay, Standing } from './line.ts';
import type { SetAsideReason } from './standing.ts';

interface Entry {
  readonly blob: string;
  readonly kind: Kind | null;
  readonly standing: Standing['standing'];
  readonly trace: Trace | null;
  /** A reader of the one commit could take it for a record that somebody signed. */
  readonly isProvable: boolean;
  /** It counted at some time, whatever became of it. */
  readonly once: boolean;
  readonly digest: Digest | null;
  /** Its effective time, where that is not what its own clock said and something depends on it. */
  readonly late: Ms | null;
}

/** Every file of a line and how it stands, kept small: what a full verification counts and vouches for. */
export interface Census {
  readonly note: (standings: readonly Standing[]) => void;
  /** Counted records by kind, those later voided left out. */
  readonly counts: (replay: Replay) => Readonly<Partial<Record<Kind, number>>>;
  readonly size: () => number;
  readonly checkpointBody: (replay: Replay) => CheckpointBody;
}

/**
 * Files that bear no good signature of a record at its own path. Whoever reads a commit sees that for themselves, so no
 * checkpoint names them: junk, however much of it and under whatever names, cannot make one impossible to write.
 */
const unprovable: ReadonlySet<SetAsideReason> = new Set<SetAsideReason>([
  'bad-mode',
  'too-large',
  'not-json',
  'bytes-differ',
  'unknown-path',
  'path-differs',
  'signature-wrong',
]);

export function createCensus(): Census {
  const entries = new Map<string, Entry>();
  const wasCounted = (path: string) => entries.get(path)?.once ?? false;
  const note = (standings: readonly Standing[]): void => {
    for (const standing of standings)
      if ('filed' in standing) {
        const { filed, blob } = standing;
        const once = standing.standing === 'counted' || wasCounted(filed.path);
        const kind = filed.record.kind;
        const isProvable = true;
        const of = { digest: filed.digest, late: lateness(filed), trace: traceOf(filed) };
        entries.set(filed.path, { blob, kind, isProvable, standing: standing.standing, once, ...of });
      } else {
        const { path, blob, reason } = standing.problem;
        entries.set(path, {
          blob,
          kind: null,
          isProvable: !unprovable.has(reason),
          standing: standing.standing,
          trace: null,
          once: wasCounted(path),
          digest: entries.get(path)?.digest ?? null,
          late: null,
        });
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
      // An entry keeps the place at which its file came in.
      const known = [...entries].flatMap(([path, { digest, late, standing }]) =>
        digest === null ? [] : [{ path, digest, late: standing === 'set-aside' ? null : late }],
      );
      const files = counted(replay)
        .filter(([, { isProvable, once }]) => isProvable || once)
        .map(([path, { blob, standing, once }, counts]) => ({ path, blob, standing, once, counts }));
      const named = (wanted: (file: (typeof files)[number]) => boolean) =>
        files
          .filter(wanted)
          .map(({ path, blob }) => ({ path, blob }))
          .toSorted((a, b) => (a.path < b.path ? -1 : 1));
      return {
        ...replay.vouch(),
        setAside: named(({ counts, standing }) => !counts && standing !== 'pending'),
        voided: named(({ counts, once }) => !counts && once),
        pending: named(({ standing }) => standing === 'pending'),
        order: outOfOrder(known),
        late: known.flatMap(({ digest, late }) => (late === null ? [] : [{ digest, at: toInstant(late) }])),
      };
    },
  };
}

/** Receipts, reviews, and what may still complete are read by their effective time. */
function lateness(filed: Filed): Ms | null {
  const { kind, signed } = filed.record;
  if (kind !== 'receipt' && kind !== 'review' && !isChainKind(kind)) return null;
  const at = effectiveTime(filed);
  return at === toMs(signed.at) ? null : at;
}

/** A chain link that took effect stays a link, whoever's key is revoked later. */
function isChain({ kind }: Entry): boolean {
  return kind !== null && isChainKind(kind);
}
