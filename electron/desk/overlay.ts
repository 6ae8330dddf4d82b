import type { ChangeId } from '../../shared/ids.ts';
import type { Board } from '../../shared/ledger/board.ts';
import type { AddedFile, Replay, Standing } from '../../shared/ledger/line.ts';
import type { SetAsideReason } from '../../shared/ledger/standing.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import type { Kind } from '../../shared/record/kinds.ts';
import type { Ms } from '../../shared/time/instant.ts';
import type { OutboxFile, OutboxRow } from '../workspace/outboxTable.ts';
import { changeOf } from './storedRecord.ts';

/** What unsent records make of the board, on top of the line. */
export interface Overlay {
  /** The replay with the unsent records judged after its head. */
  readonly ahead: Replay;
  /** Records that stand differently than on the line; null where one no longer counts. */
  readonly filedByPath: ReadonlyMap<string, Filed | null>;
  /** Unsent records that wait for a cosign. */
  readonly pending: readonly Filed[];
  /** Paths that this desk has signed and not sent. */
  readonly unsent: ReadonlySet<string>;
  readonly changes: ReadonlySet<ChangeId>;
  readonly kinds: ReadonlySet<Kind>;
  /** Rows of which a file does not count, with the reason. */
  readonly problems: ReadonlyMap<number, { readonly reason: SetAsideReason; readonly detail: string }>;
}

/** Judges the outbox as if it had been sent. */
export function overlayOf(replay: Replay, rows: readonly OutboxRow[]): Overlay {
  const ahead = replay.fork();
  const standings = ahead.applyUnsent(rows.flatMap(({ files }) => files.map(toAdded)));
  const filedByPath = new Map<string, Filed | null>();
  const changes = new Set<ChangeId>();
  const kinds = new Set<Kind>();
  const pending: Filed[] = [];
  const refused = new Map<string, { reason: SetAsideReason; detail: string }>();
  for (const standing of standings) {
    if ('filed' in standing) {
      kinds.add(standing.filed.record.kind);
      const change = changeOf(standing.filed);
      if (change !== null) changes.add(change);
      if (standing.standing === 'counted') filedByPath.set(standing.filed.path, standing.filed);
      else pending.push(standing.filed);
    } else if (standing.problem.reason !== 'enrolment') {
      // What asks to be let in never counts, and is sent all the same.
      filedByPath.set(standing.problem.path, null);
      refused.set(standing.problem.path, standing.problem);
    }
  }
  const problems = new Map(
    rows.flatMap(({ row, files }) => {
      const problem = files.map(({ path }) => refused.get(path)).find((found) => found !== undefined);
      return problem ? [[row, problem] as const] : [];
    }),
  );
  const unsent = new Set(rows.flatMap(({ files }) => files.map(({ path }) => path)));
  return { ahead, filedByPath, pending, unsent, changes, kinds, problems };
}

/** How would these records stand after the head and everything unsent? */
export function judgeAhead(overlay: Overlay, files: readonly OutboxFile[]): readonly Standing[] {
  const paths = new Set(files.map(({ path }) => path));
  const standings = overlay.ahead.fork().applyUnsent(files.map(toAdded));
  return standings.filter((standing) => paths.has('filed' in standing ? standing.filed.path : standing.problem.path));
}

/** What would the board say if these records were added as well? Null when one of them would not count or wait. */
export function boardAhead(overlay: Overlay, files: readonly OutboxFile[], now: Ms): Board | null {
  const ahead = overlay.ahead.fork();
  const standings = ahead.applyUnsent(files.map(toAdded));
  return standings.some((standing) => 'problem' in standing) ? null : ahead.board(now);
}

function toAdded({ path, text }: OutboxFile): AddedFile {
  // No blob exists yet; nothing can name one that was never committed.
  return { path, text, mode: '100644', blob: '' };
}
