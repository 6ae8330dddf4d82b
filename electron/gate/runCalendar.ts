import { calendarState, type CalendarState } from '../../shared/compile/calendarState.ts';
import { subjectWords, workThere } from '../../shared/compile/subject.ts';
import { writeIcs } from '../../shared/exchange/ics/writeIcs.ts';
import { safeJson, safeText } from '../../shared/gate/safeText.ts';
import { tzReasons } from '../../shared/gate/tzReasons.ts';
import type { Reason } from '../../shared/gate/verdict.ts';
import { personName, windowsInForce } from '../../shared/ledger/board.ts';
import { DAY_MS, toInstant, toMs, type Ms } from '../../shared/time/instant.ts';
import { scopeSentence } from '../../shared/window/scopeSentence.ts';
import { exitCodes } from './exitCodes.ts';
import { openBoard, type OpenedBoard } from './openBoard.ts';
import type { CalendarOrder } from './readBoardArguments.ts';
import { requirePlace } from './requirePlace.ts';
import { doubtLines } from './tellDoubts.ts';
import { momentWords } from './told.ts';

/** Is the calendar open there, now or at an instant, and when does that change? Or: what closes it, as iCalendar. */
export async function runCalendar(order: CalendarOrder, now: Ms): Promise<{ text: string; exitCode: number }> {
  const at = order.at ?? toInstant(now);
  const opened = await openBoard(order, { at, now, changes: 'none', asked: order.subject, sample: order.sample });
  const zone = (order.subject.site === undefined ? null : opened.board?.sites.get(order.subject.site)?.zone) ?? 'UTC';
  if (!opened.board || opened.doubts.length > 0) return undecided(order, opened.doubts, opened.commit);
  requirePlace(order.subject, opened.board);
  const work = workThere(order.subject, toMs(at));
  if (order.format === 'ics') return { text: asIcs(order, opened, toMs(at)), exitCode: exitCodes.allow };
  const state = calendarState(work, opened, toMs(at), order.days);
  const simulated = order.at !== null;
  const exitCode = state.open ? (simulated ? exitCodes.simulated : exitCodes.allow) : exitCodes.deny;
  const text =
    order.format === 'json'
      ? asJson({ order, state, at, opened, exitCode })
      : asText({ order, state, at, opened, zone, simulated });
  return { text, exitCode };
}

function undecided({ format }: CalendarOrder, doubts: readonly Reason[], commit: string) {
  const text =
    format === 'json'
      ? `${safeJson(JSON.stringify({ state: 'undecided', reasons: doubts, commit, exitCode: exitCodes.indeterminate }, null, 2))}\n`
      : `UNDECIDED\n\n${doubtLines(doubts)}\n  commit        ${commit}\n`;
  return { text, exitCode: exitCodes.indeterminate };
}

function asText(given: {
  order: CalendarOrder;
  state: CalendarState;
  at: string;
  opened: OpenedBoard;
  zone: string;
  simulated: boolean;
}): string {
  const { order, state, at, opened, zone, simulated } = given;
  const word = `${state.open ? 'OPEN' : 'CLOSED'}${simulated ? ' (simulated)' : ''}`;
  const words = { freeze: 'Frozen by', 'soft-freeze': 'Softly frozen by', 'closed-outside': 'Closed outside of' };
  const turns = state.open ? 'closes' : 'opens';
  const lines = [
    `${word}  ${subjectWords(order.subject)}`,
    '',
    ...state.reasons.flatMap(({ code, title, owner, window, until }) => [
      `  closed        ${words[code]} ${safeText(title, 240)}, ${safeText(owner, 120)}`,
      `                window/${safeText(window)}${until === null ? '' : ` · until ${momentWords(toInstant(until), zone)}`}`,
    ]),
    `  ${turns.padEnd(14)}${state.next === null ? `not within ${order.days} days` : momentWords(toInstant(state.next), zone)}`,
    `  asked for     ${momentWords(at, zone)}`,
    `  commit        ${opened.commit}`,
    `  checkpoint    ${opened.checkpoint ?? 'none'}`,
    ...tzReasons(opened.tz).map(({ text }) => `  time zones    ${safeText(text, 400)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function asJson(given: {
  order: CalendarOrder;
  state: CalendarState;
  at: string;
  opened: OpenedBoard;
  exitCode: number;
}): string {
  const { order, state, at, opened, exitCode } = given;
  const said = {
    state: state.open ? 'open' : 'closed',
    subject: order.subject,
    at,
    simulated: order.at !== null,
    nextTransition: state.next === null ? null : toInstant(state.next),
    reasons: state.reasons.map((reason) => ({
      ...reason,
      until: reason.until === null ? null : toInstant(reason.until),
    })),
    commit: opened.commit,
    checkpoint: opened.checkpoint,
    dataAgeMinutes: opened.dataAgeMinutes,
    ...opened.tz,
    exitCode,
  };
  return `${safeJson(JSON.stringify(said, null, 2))}\n`;
}

/** The windows in force that touch the subject, for any calendar program. */
function asIcs({ subject, days }: CalendarOrder, { board, windows }: OpenedBoard, at: Ms): string {
  const work = workThere(subject, at);
  const names = {
    site: (id: string) => board.sites.get(id)?.name ?? id,
    service: (id: string) => board.services.get(id)?.name ?? id,
  };
  return writeIcs({
    name: `${board.identity.name}: ${subjectWords(subject)}`,
    windows: windowsInForce(board)
      .filter((window) => windows.cover(window, work).length > 0)
      .map((body) => ({ body, owner: personName(board, body.owner), scope: scopeSentence(body, names), sequence: 0 })),
    changes: [],
    sites: board.sites,
    period: { start: at, end: at + days * DAY_MS },
    now: at,
    zone: board.sites.get(subject.site ?? '')?.zone ?? 'UTC',
  });
}
