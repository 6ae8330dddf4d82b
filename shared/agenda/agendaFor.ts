import { assess, type Assessment } from '../change/assess.ts';
import { shownText, type ChangeFile } from '../change/changeFile.ts';
import { evidenceWords } from '../change/evidenceWords.ts';
import { awaitsReview } from '../change/lifecycle.ts';
import { personName, windowsInForce, type Board } from '../ledger/board.ts';
import { emptyTrackRecord } from '../risk/trackRecord.ts';
import { DAY_MS, toMs, type Ms } from '../time/instant.ts';
import { waiverStandings } from '../waiver/waiverStanding.ts';
import type { WindowContext } from '../window/windowContext.ts';
import { workOf } from '../window/work.ts';
import type { Agenda, FreezeAhead, Task } from './agenda.ts';
import type { Reader } from './reader.ts';
import { agreementsFor } from './agreementsFor.ts';
import { waiverTasks } from './waiverTasks.ts';

/** Old work whose review never came is somebody's, but not this morning's. */
const LOOKED_BACK_MS = 90 * DAY_MS;

/** What waits for this reader, what is due, and the freezes ahead. */
export function agendaFor(
  reader: Reader,
  files: readonly ChangeFile[],
  { board, windows }: { readonly board: Board; readonly windows: WindowContext },
  { now, days }: { readonly now: Ms; readonly days: number },
): Agenda {
  const until = now + days * DAY_MS;
  const living = files.filter((file) => isLiving(file, now));
  const others = living.flatMap((file) => workOf(shownText(file)) ?? []);
  const assessed = living.map((file) => ({
    file,
    is: assess(file, { board, windows, others, track: emptyTrackRecord }, now),
  }));
  const glass = assessed.flatMap(({ file, is }) =>
    waiverStandings(file, board, { at: now, band: is.risk.band })
      .filter(({ isBreakGlass, state, debtDueAt }) => isBreakGlass && (state === 'in-force' || debtDueAt !== null))
      .map(({ debtDueAt }) => ({ change: file.change, title: shownText(file).title, debtDueAt })),
  );
  const tasks = assessed.flatMap(({ file, is }) => tasksOf(reader, file, is, { board, now, until }));
  return {
    name: 'person' in reader ? personName(board, reader.person) : reader.role.replaceAll('-', ' '),
    at: now,
    until,
    waits: tasks.filter(({ kind }) => kind === 'approve' || kind === 'waive').toSorted(byDue),
    due: tasks.filter(({ kind }) => kind !== 'approve' && kind !== 'waive').toSorted(byDue),
    agreements: agreementsFor(reader, board),
    freezes: freezesAhead({ board, windows }, now, until),
    brokenGlass: glass,
  };
}

function byDue(a: Task, b: Task): number {
  return (a.due ?? Infinity) - (b.due ?? Infinity);
}

function isLiving(file: ChangeFile, now: Ms): boolean {
  const { timing, imported, cancelled } = shownText(file);
  return !imported && !cancelled && toMs(timing.latestEnd) > now - LOOKED_BACK_MS;
}

interface Moment {
  readonly board: Board;
  readonly now: Ms;
  readonly until: Ms;
}

function tasksOf(reader: Reader, file: ChangeFile, is: Assessment, { board, now, until }: Moment): Task[] {
  const text = shownText(file);
  const { state } = is.lifecycle;
  const task = (kind: Task['kind'], what: string, due: Ms | null): Task => ({
    kind,
    change: file.change,
    title: text.title,
    band: is.risk.band,
    state,
    what,
    due,
  });
  const start = toMs(text.timing.start);
  const isMine = (...people: readonly string[]) => 'person' in reader && people.includes(reader.person);
  const does = isMine(text.implementer) || ('role' in reader && reader.role === 'implementer');
  const asks = isMine(text.requester) || ('role' in reader && reader.role === 'requester');
  const open = is.tally.requirements.filter(
    ({ role, could, met, count }) =>
      met.length < count && ('person' in reader ? could.includes(reader.person) : role === reader.role),
  );
  const missing = is.evidence.filter(({ required, standing }) => required && standing !== 'fresh');
  const debts = missing.filter(({ dueAt }) => dueAt !== undefined);
  const isPlanned = state === 'assessment' || state === 'authorization' || state === 'scheduled';
  return [
    ...(state === 'authorization' && open.length > 0
      ? [task('approve', `approve as ${open.map(({ role }) => role.replaceAll('-', ' ')).join(', ')}`, start)]
      : []),
    ...waiverTasks(file, board, { at: now, band: is.risk.band }, reader).map(({ what, debtDueAt }) =>
      debtDueAt === null ? task('waive', what, start) : task('debt', what, debtDueAt),
    ),
    ...(awaitsReview(is.lifecycle) && (does || ('role' in reader && reader.role === 'change-manager'))
      ? [task('review', 'write the review', null)]
      : []),
    ...(does && isPlanned && missing.length > debts.length
      ? [task('evidence', `show ${missing.map(({ kind }) => evidenceWords[kind]).join(', ')}`, start)]
      : []),
    ...(does || asks
      ? debts.map(({ kind, dueAt }) => task('debt', `owed: ${evidenceWords[kind]}`, dueAt ? toMs(dueAt) : null))
      : []),
    ...((does || asks) && state === 'scheduled' && start >= now && start < until
      ? [task('start', 'starts', start)]
      : []),
  ];
}

function freezesAhead({ board, windows }: Pick<Moment, 'board'> & { windows: WindowContext }, now: Ms, until: Ms) {
  return windowsInForce(board)
    .filter(({ effect }) => effect === 'freeze')
    .flatMap((window): FreezeAhead[] => {
      const [span] = windows.spans(window, { start: now, end: until });
      if (!span) return [];
      const { start, end, zone } = span;
      return [{ window: window.window, title: window.title, start, end, zone, running: start <= now }];
    })
    .toSorted((a, b) => a.start - b.start);
}
