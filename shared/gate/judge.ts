import { shownText, type ChangeFile } from '../change/changeFile.ts';
import { countableApprovals } from '../change/countableDecisions.ts';
import { debtDueAt } from '../change/debtDueAt.ts';
import { evidenceOf } from '../change/evidenceOf.ts';
import { gateFacts } from '../change/gateFacts.ts';
import { lifecycleOf } from '../change/lifecycleOf.ts';
import { readChange } from '../change/readChange.ts';
import { runningParts } from '../change/runningParts.ts';
import { settlementOf } from '../change/settlement.ts';
import { tallyReading } from '../change/tallyReading.ts';
import { vouchedReceipts } from '../change/vouchedReceipts.ts';
import { evidenceBand, scoreRisk } from '../risk/scoreRisk.ts';
import { toInstant, toMs } from '../time/instant.ts';
import { waiverStandings } from '../waiver/waiverStanding.ts';
import { approvalReasons } from './approvalReasons.ts';
import { artifactReasons } from './artifactReasons.ts';
import { withoutLater } from './edgeRule.ts';
import { evidenceReasons } from './evidenceReasons.ts';
import type { JudgeContext } from './judgeContext.ts';
import { knownAt } from './knownAt.ts';
import { narrowWork } from './narrowWork.ts';
import { sourceReasons } from './sourceReasons.ts';
import { startReasons } from './startReasons.ts';
import { stateReasons } from './stateReasons.ts';
import { timeReasons, type TimeReading } from './timeReasons.ts';
import { tzReasons } from './tzReasons.ts';
import { underEveryPolicy, worseFirst } from './underEveryPolicy.ts';
import type { Question, Reason, ReasonCode, Verdict } from './verdict.ts';

const final: ReadonlySet<ReasonCode> = new Set(['cancelled', 'closed', 'expired', 'imported', 'rejected']);

/**
 * May this change be deployed there, then?
 *
 * Judged for every service, site and tenant of the question; the answer is the worst that any reason gives, so that
 * `needs-waiver` comes only where freezes are the sole obstacle. Everything that objects is listed, not the first thing.
 * Desk and pipeline ask this same function; with the same records and instant they get the same answer.
 */
export function judge(question: Question, file: ChangeFile | null, context: JudgeContext): Verdict {
  return underEveryPolicy(context.board, toMs(question.at), (board) =>
    judgeUnder(question, file, { ...context, board }),
  );
}

function judgeUnder(question: Question, file: ChangeFile | null, context: JudgeContext): Verdict {
  const source = sourceReasons(question, context);
  const found = file
    ? changeReasons(question, file, context)
    : { reasons: [unknownChange(question)], nextOpening: null, spans: [], waivers: [] };
  const reasons = [...source, ...tzReasons(context.source), ...found.reasons].toSorted(worseFirst);
  return {
    // Nothing spoke for or against: the policy asks for nobody and nothing.
    answer: reasons[0]?.answer ?? 'allow',
    simulated: question.simulated,
    question,
    reasons,
    nextOpening: found.nextOpening === null ? null : toInstant(found.nextOpening),
    waivers: found.waivers,
    spans: found.spans,
    commit: context.source.commit,
    checkpoint: context.source.checkpoint,
    dataAgeMinutes: context.source.dataAgeMinutes,
    tz: context.source.tz,
  };
}

function unknownChange({ change }: Question): Reason {
  return { code: 'change-unknown', answer: 'deny', text: `No record speaks of ${change}`, rule: 'record-required' };
}

function changeReasons(question: Question, given: ChangeFile, context: JudgeContext): TimeReading {
  const at = toMs(question.at);
  const { file, reasons: future } = knownAt(given, at);
  const text = shownText(file);
  const { board } = context;
  const running = runningParts(file.receipts, question.environment, text);
  const vouched = runningParts(vouchedReceipts(file), question.environment, text);
  const windows = withoutLater(context.windows, board, vouched);
  const reading = readChange(text, file, { board, windows }, { now: at, asOf: at, start: at });
  const { facts, decided } = gateFacts(reading);
  const risk = scoreRisk(facts);
  const dueAt = text.type === 'emergency' ? toInstant(debtDueAt(reading)) : null;
  const evidence = evidenceOf(text, reading.readings, board.policy, { band: evidenceBand(facts), dueAt });
  const tally = tallyReading(reading, risk.band);
  const lifecycle = lifecycleOf({
    ...reading,
    policy: board.policy,
    band: risk.band,
    tally,
    evidence,
    forked: file.current === null,
    settlement: settlementOf(reading, evidence, risk.band),
  });
  const state = stateReasons(reading, lifecycle, at);
  const { work, reasons: scope } = narrowWork(text, question, board);
  // Over is over: what else is missing would only hide that nothing can be mended.
  if (!work || state.some(({ code }) => final.has(code))) {
    return { reasons: [...future, ...state, ...scope], nextOpening: null, spans: [], waivers: [] };
  }
  const whole = { ...reading, windows: context.windows };
  const begins = question.begins === true;
  const time = timeReasons(whole, work, at, {
    approvals: countableApprovals(reading),
    waivers: waiverStandings({ ...file, receipts: given.receipts }, board, { at, band: risk.band }),
    begins,
    running: vouched,
  });
  return {
    ...time,
    reasons: [
      ...future,
      ...state,
      ...scope,
      ...approvalReasons(reading, tally, risk, decided),
      ...evidenceReasons(text, evidence, at),
      ...artifactReasons(text, question, board.policy),
      ...startReasons(question, {
        text,
        work,
        running,
        vouched,
        file,
        isWaived: time.waivers.length > 0,
      }),
      ...time.reasons,
    ],
  };
}
