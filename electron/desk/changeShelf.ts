import { assembleChange } from '../../shared/ledger/assembleChange.ts';
import { shownText, type ChangeFile } from '../../shared/change/changeFile.ts';
import { assess, type AssessContext, type Assessment } from '../../shared/change/assess.ts';
import { emptyTrackRecord, type TrackRecord } from '../../shared/risk/trackRecord.ts';
import type { ChangeId } from '../../shared/ids.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import type { Ms } from '../../shared/time/instant.ts';
import { workOf, type Work } from '../../shared/window/work.ts';
import type { ChangeEntry } from '../catalog/changeTable.ts';
import type { Catalog } from '../catalog/openCatalog.ts';
import { livelyContext, quietContext, trackRecordOf, type BoardContext } from './boardContext.ts';
import { changeEntry, isSettled } from './changeEntry.ts';
import { changeOf } from './storedRecord.ts';

/** A change with what the board makes of it now. */
export interface Judged {
  readonly file: ChangeFile;
  readonly assessment: Assessment;
  readonly entry: ChangeEntry;
}

/** What the shelf reads with from now on. */
export interface Reading {
  readonly context: BoardContext;
  readonly overlay: ReadonlyMap<string, Filed | null>;
  readonly now: Ms;
}

/** Holds the changes that still move, and reads the others when asked. */
export interface ChangeShelf {
  /** Judges these alone, for a large number of them in parts; `judge` has to follow. */
  readonly takeIn: (
    given: Reading,
    changes: Iterable<ChangeId>,
    /** Records at hand; those of others are read from the catalogue. */
    fresh: ReadonlyMap<ChangeId, readonly Filed[]>,
  ) => void;
  /**
   * Judges these changes, and with `everybody` all living ones: others' works, windows or the clock have moved.
   * Writes the rows that differ.
   *
   * @returns whether any row differs
   */
  readonly judge: (given: Reading, touched: ReadonlySet<ChangeId>, everybody: boolean) => boolean;
  /** What was written did not stay: the next judging writes every row of its own. */
  readonly forgetWritten: () => void;
  readonly living: () => Iterable<Judged>;
  readonly find: (change: ChangeId, now: Ms) => Judged | null;
  /** The board with all living works; a change never collides with itself. */
  readonly assessContext: () => AssessContext;
}

export function createChangeShelf(catalog: Catalog): ChangeShelf {
  const living = new Map<ChangeId, Judged>();
  const written = new Map<ChangeId, string>();
  let context: BoardContext | null = null;
  let overlay: ReadonlyMap<string, Filed | null> = new Map();
  let track: TrackRecord = emptyTrackRecord;
  let others: readonly Work[] = [];

  const current = (): BoardContext => {
    if (!context) throw new RangeError('the board has not been read');
    return context;
  };
  const fileOf = (change: ChangeId, now: Ms, fresh?: readonly Filed[]): ChangeFile | null => {
    const onLine = (fresh ?? catalog.records.ofChange(change)).filter(({ path }) => !overlay.has(path));
    const ahead = [...overlay.values()].filter((filed) => filed !== null && changeOf(filed) === change);
    return assembleChange(change, [...onLine, ...ahead.filter((filed) => filed !== null)], current().board, now);
  };
  const judged = (file: ChangeFile, within: AssessContext, now: Ms): Judged => {
    const assessment = assess(file, within, now);
    return { file, assessment, entry: changeEntry(file, assessment, current().board) };
  };
  const write = ({ entry }: Judged): boolean => {
    const before = written.get(entry.row.change);
    // Settled rows are not judged again: nothing to compare with is kept of them.
    if (entry.settled && before === undefined) {
      catalog.changes.put(entry);
      return true;
    }
    const text = JSON.stringify(entry);
    if (before === text) return false;
    catalog.changes.put(entry);
    if (entry.settled) written.delete(entry.row.change);
    else written.set(entry.row.change, text);
    return true;
  };
  /** A settled change leaves the shelf with the row that it keeps. */
  const settle = (quiet: Judged): boolean => {
    living.delete(quiet.file.change);
    return write({ ...quiet, entry: { ...quiet.entry, settled: true } });
  };
  const take = (change: ChangeId, now: Ms, fresh?: readonly Filed[]): boolean => {
    const file = fileOf(change, now, fresh);
    if (!file) {
      const known = catalog.find.row(change) !== null;
      living.delete(change);
      written.delete(change);
      catalog.changes.remove(change);
      return known;
    }
    const quiet = judged(file, quietContext(current()), now);
    if (isSettled(quiet.assessment)) return settle(quiet);
    living.set(change, quiet);
    return false;
  };

  const assessContext = (): AssessContext => livelyContext(current(), others, track);

  return {
    takeIn: (given, changes, fresh) => {
      ({ context, overlay } = given);
      for (const change of changes) take(change, given.now, fresh.get(change));
    },
    judge: (given, touched, everybody) => {
      ({ context, overlay } = given);
      let differs = false;
      for (const change of touched) differs = take(change, given.now) || differs;
      track = trackRecordOf(catalog, current().board, given.now);
      others = [...living.values()].flatMap(({ file }) => workOf(shownText(file)) ?? []);
      for (const { file } of living.values()) {
        if (!everybody && !touched.has(file.change)) continue;
        const next = judged(file, assessContext(), given.now);
        if (isSettled(next.assessment)) differs = settle(judged(file, quietContext(current()), given.now)) || differs;
        else {
          living.set(file.change, next);
          differs = write(next) || differs;
        }
      }
      return differs;
    },
    forgetWritten: () => written.clear(),
    living: () => living.values(),
    find: (change, now) => {
      const held = living.get(change);
      if (held) return held;
      const file = fileOf(change, now);
      return file && judged(file, quietContext(current()), now);
    },
    assessContext,
  };
}
