import { setImmediate } from 'node:timers/promises';
import { TidegateError } from '../../shared/errors.ts';
import type { ChangeId } from '../../shared/ids.ts';
import type { AssessContext } from '../../shared/change/assess.ts';
import type { Replay, Standing } from '../../shared/ledger/line.ts';
import type { Board } from '../../shared/ledger/board.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import type { Kind } from '../../shared/record/kinds.ts';
import type { Ms } from '../../shared/time/instant.ts';
import type { Catalog } from '../catalog/openCatalog.ts';
import type { OutboxFile, OutboxTable } from '../workspace/outboxTable.ts';
import { boardContextOf, runningKey, type BoardContext } from './boardContext.ts';
import { createChangeShelf, type Judged } from './changeShelf.ts';
import { markUnjudged, unjudged, type KnownHead, type LineFollower } from './lineFollower.ts';
import type { Touched } from './lineRows.ts';
import type { Newsroom } from './newsroom.ts';
import { boardAhead, judgeAhead, overlayOf, type Overlay } from './overlay.ts';
import { createTurn } from './turn.ts';

/** How far it is: commits that are read, then changes that are judged, of all that the reading has touched. */
export type TakenIn = (what: 'commits' | 'changes', done: number, total: number | null) => void;

/** The board as it stands at (head of the line, outbox), and every question about it. */
export interface BoardModel {
  readonly board: () => Board;
  readonly context: () => BoardContext;
  /** The verified line without unsent records. */
  readonly replay: () => Replay;
  /** The newest checkpoint that counts, an unsent one included. */
  readonly checkpoint: () => Filed<'checkpoint'> | null;
  readonly living: () => Iterable<Judged>;
  /** @throws TidegateError `change-not-found` */
  readonly change: (change: ChangeId) => Judged;
  /** What texts are judged in: the board with all living works. */
  readonly assessContext: () => AssessContext;
  readonly isUnsent: (path: string) => boolean;
  /** Revisions of a window, site or service, unsent ones included, in line order. */
  readonly revisions: (kind: Kind, subject: string) => readonly Filed[];
  readonly judgeAhead: (files: readonly OutboxFile[]) => readonly Standing[];
  /** The board with these records added; null when one of them is refused. */
  readonly boardAhead: (files: readonly OutboxFile[]) => Board | null;
  /** Reads what is new on the line, drops what has been sent, judges. */
  readonly refresh: (to?: KnownHead, told?: TakenIn) => Promise<void>;
  /** Throws the catalogue away and reads the line anew; the outbox is laid over it as ever. */
  readonly rebuild: (told: TakenIn) => Promise<void>;
  /** The outbox changed: judges what that touches. */
  readonly outboxChanged: () => void;
  /** Time has passed: judges what lives and tells only when something moved. What was read is kept for the next start. */
  readonly tick: () => void;
  /** Keeps what was read for the next start; without it the newest commits are read once more. */
  readonly save: () => void;
}

/** So many changes are judged between two looks at what others ask. */
const PART = 150;
const BOARD_KINDS: readonly Kind[] = [
  'ledger',
  'roster',
  'policy',
  'site',
  'service',
  'window',
  'template',
  'delegation',
  'cosign',
  'quarantine',
];
/** These can take standing from records of changes that are long settled. */
const VOIDING_KINDS: readonly Kind[] = ['roster', 'policy', 'quarantine', 'cosign'];

export function createBoardModel(given: {
  readonly catalog: Catalog;
  readonly line: LineFollower;
  readonly outbox: OutboxTable;
  /** Names the board's rows in the outbox. */
  readonly boardName: string;
  readonly newsroom: Newsroom;
  readonly now: () => Ms;
}): BoardModel {
  const { catalog, line, outbox, boardName, newsroom, now } = given;
  const shelf = createChangeShelf(catalog);
  /** Touched and not judged yet; neither a kill nor a full disk must make the desk forget them. */
  const pending = new Set<ChangeId>();
  let overlay: Overlay | null = null;
  let context: BoardContext | null = null;
  let lastTick = now();

  const layUnsent = (): Overlay => {
    // While the line is being read a row may be on it already and not yet gone from the outbox.
    const rows = outbox.list(boardName).filter(({ files }) => !files.some(({ path }) => line.isOnLine(path)));
    const next = overlayOf(line.replay(), rows);
    for (const { row, problem, files } of rows) {
      if (files.length === 0) continue;
      const reason = next.problems.get(row)?.reason ?? null;
      if (reason !== problem) outbox.setProblem(row, reason);
    }
    return next;
  };
  const pendingWindows = ({ filedByPath, pending: unsent }: Overlay): readonly Filed[] => [
    ...catalog.records.pending('window').filter(({ path }) => !filedByPath.has(path)),
    ...unsent,
  ];
  const judge = (touched: Iterable<ChangeId>, kinds: ReadonlySet<Kind>, fresh?: Touched['fresh']): boolean => {
    const before = overlay;
    overlay = layUnsent();
    const moved = [...kinds, ...unsentKinds(overlay, before), ...unsentKinds(before, overlay)];
    const boardMoved = context === null || isBoard(moved);
    // A record of a change is its own business and that of those it collides with, which the shelf knows.
    const everybody = boardMoved || moved.length === 0;
    const board = overlay.ahead.board(now());
    if (boardMoved || !context || !isSameMap(board, context.board))
      context = boardContextOf(board, pendingWindows(overlay));
    else context = { ...context, board };
    const all = new Set([...touched, ...overlay.changes, ...(before?.changes ?? [])]);
    if (VOIDING_KINDS.some((kind) => kinds.has(kind) || overlay?.kinds.has(kind) || before?.kinds.has(kind)))
      for (const change of catalog.changes.own()) all.add(change);
    const reading = { context, overlay: overlay.filedByPath, now: now(), ...(fresh && { fresh }) };
    try {
      return catalog.atomically(() => {
        const differs = shelf.judge(reading, all, everybody);
        markUnjudged(catalog, [...(overlay?.changes ?? []), ...pending, ...shelf.awaited()]);
        catalog.setNote('judged', String(now()));
        return differs || boardMoved;
      });
    } catch (error) {
      // None of it was written: the next refresh judges them again.
      shelf.forgetWritten();
      for (const change of all) pending.add(change);
      throw error;
    }
  };

  /** An import touches thousands: between the parts the desk answers, and what is judged already shows. */
  const judgeInParts = async ({ changes, kinds, fresh }: Touched, told?: TakenIn): Promise<void> => {
    for (const change of changes) pending.add(change);
    judge([], kinds);
    const all = [...changes];
    for (let from = 0; from < all.length; from += PART) {
      const { context: whole, overlay: laid } = known();
      const reading = { context: whole, overlay: laid.filedByPath, now: now(), fresh };
      catalog.atomically(() => shelf.takeIn(reading, all.slice(from, from + PART)));
      told?.('changes', Math.min(from + PART, all.length), all.length);
      await setImmediate();
    }
    for (const change of changes) pending.delete(change);
    judge([], kinds);
  };

  const refresh = async (to?: KnownHead, told?: TakenIn): Promise<void> => {
    const first = context === null;
    const touched = await line.catchUp((read) => told?.('commits', read, null), to);
    if (touched.rebuilt) shelf.forgetWritten();
    for (const change of touched.changes) pending.add(change);
    const sent = outbox.list(boardName).filter(({ files }) => files.some(({ path }) => line.isOnLine(path)));
    outbox.remove(sent.map(({ row }) => row));
    if (!first && touched.commits === 0 && sent.length === 0 && pending.size === 0) return;
    for (const change of pending) touched.changes.add(change);
    // A clock that was put back makes what had run out run again; nobody looks at settled changes otherwise.
    if (first && now() < Number(catalog.note('judged') ?? 0))
      for (const change of catalog.changes.own()) touched.changes.add(change);
    if (first) for (const change of [...unjudged(catalog), ...catalog.changes.living()]) touched.changes.add(change);
    if (touched.changes.size > PART) await judgeInParts(touched, told);
    else judge(touched.changes, touched.kinds, touched.fresh);
    for (const change of touched.changes) pending.delete(change);
    newsroom.tell('changes', ...(first || isBoard(touched.kinds) ? (['board'] as const) : []));
  };

  /** Two readers of the line would apply a commit twice. */
  const inTurn = createTurn();
  const known = (): { overlay: Overlay; context: BoardContext } => {
    if (!overlay || !context) throw new TidegateError('board-unreadable');
    return { overlay, context };
  };

  return {
    board: () => known().context.board,
    context: () => known().context,
    replay: () => line.replay(),
    checkpoint: () => known().overlay.ahead.checkpoint(),
    living: () => shelf.living(),
    change: (change) => {
      const judged = shelf.find(change, now());
      if (!judged) throw new TidegateError('change-not-found', { change });
      return judged;
    },
    assessContext: () => shelf.assessContext(),
    isUnsent: (path) => known().overlay.unsent.has(path),
    revisions: (kind, subject) => {
      const { filedByPath, pending: waiting } = known().overlay;
      const onLine = catalog.records.ofSubject(kind, subject).filter(({ path }) => !filedByPath.has(path));
      const ahead = [...filedByPath.values(), ...waiting].filter((filed) => filed !== null);
      return [
        ...onLine,
        ...ahead.filter((filed) => filed.record.kind === kind && subjectNamed(filed, kind) === subject),
      ];
    },
    judgeAhead: (files) => judgeAhead(known().overlay, files),
    boardAhead: (files) => boardAhead(known().overlay, files, now()),
    refresh: (to, told) => {
      to?.moved.catch(() => undefined); // met when its turn has come
      return inTurn(() => refresh(to, told));
    },
    rebuild: (told) =>
      inTurn(async () => {
        line.forget();
        await refresh(undefined, told);
      }),
    outboxChanged: () => {
      const before = overlay;
      try {
        judge([], new Set());
      } finally {
        const kinds = [...(before?.kinds ?? []), ...(overlay?.kinds ?? [])];
        newsroom.tell('changes', ...(isBoard(kinds) ? (['board'] as const) : []));
      }
    },
    save: line.save,
    tick: () => {
      line.save();
      const before = runningKey(known().context, lastTick);
      const differs = judge(now() < lastTick ? catalog.changes.own() : [], new Set());
      lastTick = now();
      const ranOver = before !== runningKey(known().context, lastTick);
      if (differs || ranOver) newsroom.tell('clock', ...(differs ? (['changes'] as const) : []));
    },
  };
}

/** Kinds of the unsent records that only this overlay has: the others have been told of. */
function unsentKinds(overlay: Overlay | null, other: Overlay | null): readonly Kind[] {
  const isNew = [...(overlay?.unsent ?? [])].some((path) => !other?.unsent.has(path));
  return isNew ? [...(overlay?.kinds ?? [])] : [];
}

/** Has no site or service ceased to wait meanwhile? */
function isSameMap({ waitingPlaces: now = [] }: Board, { waitingPlaces: before = [] }: Board): boolean {
  return now.length === before.length && now.every(({ earlier }, at) => earlier.length === before[at]?.earlier.length);
}

function isBoard(kinds: Iterable<Kind>): boolean {
  return [...kinds].some((kind) => BOARD_KINDS.includes(kind));
}

function subjectNamed(filed: Filed, kind: Kind): string | null {
  // The body of a revision names its subject under the name of its kind.
  const named = (filed.record.body as Readonly<Record<string, unknown>>)[kind];
  return typeof named === 'string' ? named : null;
}
