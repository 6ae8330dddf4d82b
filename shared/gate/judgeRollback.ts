import { shownText, type ChangeFile } from '../change/changeFile.ts';
import { evidenceOf } from '../change/evidenceOf.ts';
import { gateFacts } from '../change/gateFacts.ts';
import { lifecycleOf } from '../change/lifecycleOf.ts';
import { readChange } from '../change/readChange.ts';
import { settlementOf } from '../change/settlement.ts';
import { tallyReading } from '../change/tallyReading.ts';
import { vouchedReceipts } from '../change/vouchedReceipts.ts';
import type { Tally } from '../approval/tally.ts';
import type { Lifecycle } from '../change/lifecycle.ts';
import { scoreRisk } from '../risk/scoreRisk.ts';
import { toInstant, toMs, type Ms } from '../time/instant.ts';
import { placesOf } from '../window/work.ts';
import type { JudgeContext } from './judgeContext.ts';
import { knownAt } from './knownAt.ts';
import { narrowWork } from './narrowWork.ts';
import { firstTouch, isTakenBack, stoodBefore, type StoodBefore } from './rollback.ts';
import { sourceReasons } from './sourceReasons.ts';
import { underEveryPolicy } from './underEveryPolicy.ts';
import type { Question, Reason, Verdict } from './verdict.ts';

/**
 * May what this change did there be taken back?
 *
 * To what the last allowed change before it put there: always. No freeze, no approval and no evidence stops it; once,
 * and until the change is closed.
 * @param earlier changes that may have stood there before, as `stoodBefore` reads them
 */
export function judgeRollback(
  question: Question,
  file: ChangeFile | null,
  earlier: readonly ChangeFile[],
  context: JudgeContext,
): Verdict {
  return underEveryPolicy(context.board, toMs(question.at), (board) =>
    judgeUnder(question, file, earlier, { ...context, board }),
  );
}

function judgeUnder(
  question: Question,
  file: ChangeFile | null,
  earlier: readonly ChangeFile[],
  context: JudgeContext,
): Verdict {
  const { source } = context;
  const doubts = sourceReasons(question, context);
  const found = file ? backReasons(question, file, earlier, context) : [unknown(question)];
  const reasons = [...doubts, ...found.filter(({ answer }) => answer !== 'allow')];
  const [first] = reasons;
  return {
    answer: first?.answer ?? 'allow',
    simulated: question.simulated,
    question,
    reasons: reasons.length > 0 ? reasons : found,
    nextOpening: null,
    waivers: [],
    spans: [],
    commit: source.commit,
    checkpoint: source.checkpoint,
    dataAgeMinutes: source.dataAgeMinutes,
    tz: source.tz,
  };
}

function backReasons(
  question: Question,
  given: ChangeFile,
  earlier: readonly ChangeFile[],
  context: JudgeContext,
): Reason[] {
  const at = toMs(question.at);
  const { file } = knownAt(given, at);
  const text = shownText(file);
  const { work, reasons: scope } = narrowWork(text, question, context.board);
  if (!work || scope.length > 0) return [...scope];
  if (text.imported || standsAt(file, context, at).lifecycle.state === 'closed')
    return [no('closed', 'The change is closed: what it did is taken back by a change of its own')];
  if (question.digest === undefined) return [no('artifact-missing', 'Say what it goes back to: --digest')];
  const allowed = earlier
    .filter(({ change }) => change !== file.change)
    .map((each) => knownAt(each, at).file)
    .filter((each) => wasAllowed(each, context, at))
    .map((each) => ({ ...each, receipts: vouchedReceipts(each) }));
  const done = { ...file, receipts: vouchedReceipts(file) };
  const cells = placesOf(work).map((place) => {
    const touched = firstTouch(done, question.environment, place);
    return {
      place,
      touched,
      before: touched === null ? null : stoodBefore(allowed, question.environment, place, touched),
    };
  });
  if (cells.some(({ touched }) => touched === null))
    return [no('rollback-refused', 'The change did nothing here that could be taken back')];
  if (cells.some(({ place }) => isTakenBack(given, question.environment, place)))
    return [no('rollback-refused', 'It was taken back here already')];
  if (cells.some(({ before }) => before === null))
    return [no('rollback-refused', 'No earlier deployment is recorded here that it could go back to')];
  if (cells.some(({ before }) => before?.digest !== question.digest))
    return [no('artifact-mismatch', 'The artifact is not the one that stood here before')];
  if (question.begins !== true) return [no('begin-only', 'A way back is opened by begin alone')];
  return [backTo(cells.flatMap(({ before }) => before ?? []))];
}

function backTo(before: readonly StoodBefore[]): Reason {
  const [newest] = before.toSorted((a, b) => b.when.at - a.when.at);
  const since = newest ? `, as ${newest.change} left it at ${toInstant(newest.when.at)}` : '';
  return {
    code: 'rollback',
    answer: 'allow',
    text: `Back to what stood here before${since}`,
    rule: 'rollback',
    record: newest ? `receipt/${newest.receipt}` : 'request',
  };
}

/** Had everybody agreed who must, when its work began? What came from elsewhere was allowed elsewhere. */
function wasAllowed(file: ChangeFile, context: JudgeContext, at: Ms): boolean {
  if (shownText(file).imported) return false;
  const { tally } = standsAt(file, context, at);
  return tally.allowed && tally.complete;
}

function standsAt(
  file: ChangeFile,
  context: JudgeContext,
  now: Ms,
): { readonly tally: Tally; readonly lifecycle: Lifecycle } {
  const reading = readChange(shownText(file), file, context, { now });
  const { band } = scoreRisk(gateFacts(reading).facts);
  const tally = tallyReading(reading, band);
  const evidence = evidenceOf(reading.text, reading.readings, context.board.policy, { band, dueAt: null });
  const lifecycle = lifecycleOf({
    ...reading,
    policy: context.board.policy,
    band,
    tally,
    evidence,
    forked: file.current === null,
    settlement: settlementOf(reading, evidence, band),
  });
  return { tally, lifecycle };
}

function unknown({ change }: Question): Reason {
  return { code: 'change-unknown', answer: 'deny', text: `No record speaks of ${change}`, rule: 'record-required' };
}

const no = (code: Reason['code'], text: string): Reason => ({
  code,
  answer: 'deny',
  text,
  rule: 'rollback',
  record: 'request',
});
