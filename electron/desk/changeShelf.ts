import { assembleChange } from '../../shared/ledger/assembleChange.ts';
import { shownText, type ChangeFile } from '../../shared/change/changeFile.ts';
import { assess, type AssessContext, type Assessment } from '../../shared/change/assess.ts';
import { emptyTrackRecord, type TrackRecord } from '../../shared/risk/trackRecord.ts';
import type { ChangeId } from '../../shared/ids.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { CLOCK_SLACK_MS, isFutureDated } from '../../shared/ledger/futureDated.ts';
import { toMs, type Ms } from '../../shared/time/instant.ts';
import { createConflictIndex, type ConflictIndex } from '../../shared/window/conflictIndex.ts';
import { workOf } from '../../shared/window/work.ts';
import type { ChangeEntry } from '../catalog/changeTable.ts';
import type { Catalog } from '../catalog/openCatalog.ts';
import { livelyContext, quietContext, type BoardContext } from './boardContext.ts';
import { changeEntry, isSettled, mayBeSettled } from './changeEntry.ts';
import { isSameTrack } from './sameTrack.ts';
import { changeOf } from './storedRecord.ts';
import { createTrackMemory } from './trackMemory.ts';

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
  /** Records at hand, all of their change; those of other changes are read from the catalogue. */
  readonly fresh?: ReadonlyMap<ChangeId, readonly Filed[]>;
}

/** Holds the changes that still move, and reads the others when asked. */
export interface ChangeShelf {
  /** Judges these alone, for a large number of them in parts; `judge` has to follow. */
  readonly takeIn: (given: Reading, changes: Iterable<ChangeId>) => void;
  /**
   * Judges these changes and those whose collisions these have changed; with `everybody` all living ones: windows, the
   * map or the clock have moved. So does an outcome, which counts for every change like it. Writes the rows that differ.
   *
   * @returns whether any row differs
   */
  readonly judge: (given: Reading, touched: ReadonlySet<ChangeId>, everybody: boolean) => boolean;
  /** What was written did not stay: the next judging judges and writes all that lives. */
  readonly forgetWritten: () => void;
  readonly living: () => Iterable<Judged>;
  /** Changes that are to be looked at again when their records come to count. */
  readonly awaited: () => Iterable<ChangeId>;
  readonly find: (change: ChangeId, now: Ms) => Judged | null;
  /** The board with all living works; a change never collides with itself. */
  readonly assessContext: () => AssessContext;
}

export function createChangeShelf(catalog: Catalog): ChangeShelf {
  const living = new Map<ChangeId, Judged>();
  const written = new Map<ChangeId, string>();
  /** Files that were read anew and are judged among all others in a moment. */
  const unjudged = new Map<ChangeId, ChangeFile>();
  let context: BoardContext | null = null;
  let overlay: ReadonlyMap<string, Filed | null> = new Map();
  const tracks = createTrackMemory(catalog);
  let track: TrackRecord = emptyTrackRecord;
  let conflicts: ConflictIndex | null = null;
  /** Changes with a record that counts only later, by a clock ahead of ours, and when the first of them does. */
  const awaited = new Map<ChangeId, Ms>();
  /** Changes whose collisions have moved since the last judging. */
  const disturbed = new Set<ChangeId>();

  const current = (): BoardContext => {
    if (!context) throw new RangeError('the board has not been read');
    return context;
  };
  const fileOf = (change: ChangeId, now: Ms, fresh?: Reading['fresh']): ChangeFile | null => {
    const onLine = (fresh?.get(change) ?? catalog.records.ofChange(change)).filter(({ path }) => !overlay.has(path));
    const ahead = [...overlay.values()].filter((filed) => filed !== null && changeOf(filed) === change);
    const all = [...onLine, ...ahead.filter((filed) => filed !== null)];
    const later = all.filter((filed) => isFutureDated(filed, now)).map(({ record }) => toMs(record.signed.at));
    if (later.length > 0) awaited.set(change, Math.min(...later));
    else awaited.delete(change);
    return assembleChange(change, all, current().board, now);
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
    catalog.changes.put(entry, before === undefined ? null : (JSON.parse(before) as ChangeEntry)); // written just here
    if (entry.settled) written.delete(entry.row.change);
    else written.set(entry.row.change, text);
    return true;
  };
  const place = (file: ChangeFile): void => {
    const work = workOf(shownText(file));
    for (const other of (work ? conflicts?.put(work) : conflicts?.remove(file.change)) ?? []) disturbed.add(other);
  };
  const release = (change: ChangeId): void => {
    living.delete(change);
    unjudged.delete(change);
    for (const other of conflicts?.remove(change) ?? []) disturbed.add(other);
  };
  /** A settled change leaves the shelf with the row that it keeps. */
  const settle = (quiet: Judged): boolean => {
    release(quiet.file.change);
    return write({ ...quiet, entry: { ...quiet.entry, settled: true } });
  };
  const take = (change: ChangeId, { now, fresh }: Reading): boolean => {
    const file = fileOf(change, now, fresh);
    if (!file || mayBeSettled(file, now)) return takeQuietly(change, file, now);
    unjudged.set(change, file);
    place(file);
    return false;
  };
  const takeQuietly = (change: ChangeId, file: ChangeFile | null, now: Ms): boolean => {
    if (!file) {
      const known = catalog.find.row(change) !== null;
      release(change);
      written.delete(change);
      catalog.changes.remove(change);
      return known;
    }
    const quiet = judged(file, quietContext(current()), now);
    if (isSettled(quiet.assessment)) return settle(quiet);
    living.set(change, quiet);
    unjudged.delete(change);
    place(file);
    return false;
  };

  const read = (given: Reading): void => {
    ({ context, overlay } = given);
    conflicts ??= createConflictIndex(context.windows);
    conflicts.readWith(context.windows);
  };
  const within = (file: ChangeFile): AssessContext => {
    const work = workOf(shownText(file));
    return livelyContext(current(), work ? (conflicts?.meeting(work) ?? []) : [], track);
  };

  return {
    takeIn: (given, changes) => {
      read(given);
      const { now, fresh } = given;
      for (const change of changes) {
        takeQuietly(change, fileOf(change, now, fresh), now);
        // Its row is written by the judging that follows, whether or not it meets anybody.
        if (living.has(change)) disturbed.add(change);
      }
    },
    judge: (given, asked, everybody) => {
      read(given);
      const come = [...awaited].filter(([, at]) => at <= given.now + CLOCK_SLACK_MS).map(([change]) => change);
      const touched = new Set([...asked, ...come]);
      let differs = false;
      for (const change of touched) differs = take(change, given) || differs;
      const before = track;
      track = tracks.read(current().board.policy.factors.trackRecord.days, given.now);
      const all = everybody || (track !== before && !isSameTrack(before, track, living.values()));
      const waiting = new Set(all ? [...living.keys(), ...touched] : touched);
      // Grows while it is walked: a change that settles now no longer meets those that were judged before it.
      for (let next = firstOf(waiting, disturbed); next !== undefined; next = firstOf(waiting, disturbed)) {
        waiting.delete(next);
        disturbed.delete(next);
        const file = unjudged.get(next) ?? living.get(next)?.file;
        if (!file) continue;
        unjudged.delete(next);
        const judgedNow = judged(file, within(file), given.now);
        if (isSettled(judgedNow.assessment))
          differs = settle(judged(file, quietContext(current()), given.now)) || differs;
        else {
          living.set(next, judgedNow);
          differs = write(judgedNow) || differs;
        }
      }
      return differs;
    },
    forgetWritten: () => {
      written.clear();
      tracks.forget();
      for (const change of [...living.keys(), ...unjudged.keys()]) disturbed.add(change);
    },
    awaited: () => awaited.keys(),
    living: () => living.values(),
    find: (change, now) => {
      const held = living.get(change);
      if (held) return held;
      const file = fileOf(change, now);
      return file && judged(file, quietContext(current()), now);
    },
    assessContext: () => livelyContext(current(), conflicts?.works() ?? [], track),
  };
}

function firstOf(...all: readonly ReadonlySet<ChangeId>[]): ChangeId | undefined {
  for (const set of all) for (const change of set) return change;
  return undefined;
}
