import { shownText, type ChangeFile } from '../../shared/change/changeFile.ts';
import { judge } from '../../shared/gate/judge.ts';
import type { VerdictSource } from '../../shared/gate/judgeContext.ts';
import { undecided } from '../../shared/gate/undecided.ts';
import type { Question } from '../../shared/gate/verdict.ts';
import { boardCalendar, type Board } from '../../shared/ledger/board.ts';
import { toInstant, toMs, type Ms } from '../../shared/time/instant.ts';
import { createTopology } from '../../shared/topology/createTopology.ts';
import { openForCheck } from '../git/openForCheck.ts';
import { verifySshsig } from '../seal/sshsig.ts';
import { dataAgeMinutes } from './dataAge.ts';
import { exitCodeOf } from './exitCodes.ts';
import type { CheckOrder } from './readArguments.ts';
import { requireCommit } from './resolveCommit.ts';
import type { Told } from './told.ts';

/** Answers one question from the ledger in a folder. `now` is the machine's own instant. */
export async function runCheck(order: CheckOrder, now: Ms): Promise<Told> {
  const commit = await requireCommit(order.ledger, order.commit);
  const question: Question = {
    ...order.question,
    at: order.at ?? toInstant(now),
    simulated: order.at !== null,
  };
  const opened = await openForCheck(order.ledger, commit, {
    root: order.root,
    change: question.change,
    verify: verifySshsig,
    at: toMs(question.at),
  });
  const source: VerdictSource = {
    commit,
    checkpoint: opened.checkpoint?.record.id ?? null,
    dataAgeMinutes: await dataAgeMinutes(order.ledger, opened.clone, now),
    problems: opened.problems,
    halt: opened.halt,
    tz: process.versions.tz ?? 'unknown',
    sampleAllowed: order.sample,
  };
  const verdict = opened.board
    ? judge(question, opened.file, { board: opened.board, windows: calendarOf(opened.board), source })
    : undecided(question, source, opened.clone.shallow);
  return {
    verdict,
    title: opened.file && shownText(opened.file).title,
    zone: zoneOf(question, opened.file, opened.board),
    root: order.root,
    exitCode: exitCodeOf(verdict),
  };
}

function calendarOf(board: Board) {
  return boardCalendar(board, createTopology(board.services.values()));
}

/** The clock of the place that was asked about, or of the first place of the change. */
function zoneOf({ site }: Question, file: ChangeFile | null, board: Board | null): string {
  const place = site ?? (file ? shownText(file).sites[0] : undefined);
  return (place === undefined ? undefined : board?.sites.get(place)?.zone) ?? 'UTC';
}
