import { calendarUnder, type ReadCalendar } from '../../shared/gate/calendarUnder.ts';
import type { Question, Reason } from '../../shared/gate/verdict.ts';
import { sourceReasons } from '../../shared/gate/sourceReasons.ts';
import { undecided } from '../../shared/gate/undecided.ts';
import type { Board } from '../../shared/ledger/board.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { toMs, type Instant, type Ms } from '../../shared/time/instant.ts';
import type { WindowContext } from '../../shared/window/windowContext.ts';
import { openForCheck } from '../git/openForCheck.ts';
import { verifySshsig } from '../seal/sshsig.ts';
import type { Place } from './argumentParts.ts';
import { dataAgeMinutes } from './dataAge.ts';
import { ownTz } from './ownTz.ts';
import { requireCommit } from './resolveCommit.ts';

/** The board as a command that asks about no single change sees it. */
export interface OpenedBoard {
  readonly board: Board;
  readonly windows: WindowContext;
  readonly commit: string;
  readonly checkpoint: string | null;
  readonly dataAgeMinutes: number | null;
  /** Counted records of changes; empty unless they were asked for. */
  readonly filed: readonly Filed[];
  readonly tz: ReadCalendar['tz'];
  /** Why nothing here can be relied upon; empty when it can. */
  readonly doubts: readonly Reason[];
}

/** Where a question is asked, when it is about no change. */
export type Asked = Pick<Question, 'environment' | 'service' | 'site'>;

/**
 * Opens the board of a ledger for a question about the calendar, or about every change.
 *
 * @returns the doubts alone when there is no board to speak of
 */
export async function openBoard(
  { ledger, root, commit: named }: Place,
  given: {
    readonly at: Instant;
    readonly now: Ms;
    readonly changes: 'every' | 'none';
    readonly asked: Asked;
    readonly sample: boolean;
  },
): Promise<OpenedBoard | { readonly board: null; readonly commit: string; readonly doubts: readonly Reason[] }> {
  const commit = await requireCommit(ledger, named);
  const options = { root, change: given.changes, verify: verifySshsig, at: toMs(given.at) };
  const opened = await openForCheck(ledger, commit, options);
  const source = {
    commit,
    checkpoint: opened.checkpoint?.record.id ?? null,
    dataAgeMinutes: await dataAgeMinutes(ledger, opened.clone, { commit, now: given.now }),
    problems: opened.problems,
    halt: opened.halt,
    tz: ownTz,
    sampleAllowed: given.sample,
  };
  const question: Question = { ...given.asked, change: '', at: given.at, simulated: false };
  const { board } = opened;
  if (!board) return { board, commit, doubts: undecided(question, source, opened.clone.shallow).reasons };
  const { windows, tz } = calendarUnder(board, ownTz, opened.checkpoint?.record.body.tz);
  return {
    board,
    windows,
    tz,
    commit,
    checkpoint: source.checkpoint,
    dataAgeMinutes: source.dataAgeMinutes,
    filed: opened.filed,
    doubts: sourceReasons(question, { board, windows, source }),
  };
}
