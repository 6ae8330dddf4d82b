import { calendarUnder } from '../../shared/gate/calendarUnder.ts';
import { sourceReasons } from '../../shared/gate/sourceReasons.ts';
import type { Reason } from '../../shared/gate/verdict.ts';
import type { CommitId } from '../../shared/ids.ts';
import { isVoid, traceOf } from '../../shared/ledger/isVoid.ts';
import { isOfKind } from '../../shared/ledger/state.ts';
import { matchReceipts, type Matched } from '../../shared/reconcile/matchReceipts.ts';
import { isReconciled, type Reconciled, type Silent } from '../../shared/reconcile/reconciled.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { toInstant, toMs, type Ms } from '../../shared/time/instant.ts';
import { exitCodes } from './exitCodes.ts';
import { judgeThen, type JudgedThen } from './judgeThen.ts';
import { ownTz } from './ownTz.ts';
import type { ReconcileOrder } from './readBoardArguments.ts';
import { readDeployments } from './readDeployments.ts';
import { readTags } from './readTags.ts';
import { readWholeLine, type WholeLine } from './readWholeLine.ts';
import { requireCommit } from './resolveCommit.ts';
import { tellDoubted, tellReconciled } from './tellReconciled.ts';

/**
 * Did what went live stand on the board?
 *
 * Every deployment goes back to a start that a pipeline signed and that the gate would have opened then, or is judged
 * itself, as the board stood at its moment.
 */
export async function runReconcile(order: ReconcileOrder): Promise<{ text: string; exitCode: number }> {
  const commit = await requireCommit(order.ledger, order.commit);
  const read = order.tags
    ? await readTags(order.tags.folder, order.tags.shape)
    : await readDeployments(order.log ?? '');
  const from = order.from === null ? -Infinity : toMs(order.from);
  const until = order.until === null ? Infinity : toMs(order.until);
  // What does not say when or where it was could have been then and there.
  const isThere = ({ environment }: { environment: string | null }) =>
    (environment ?? order.environment) === order.environment;
  const isThen = ({ at }: { at: Ms | null }) => at === null || (at >= from && at < until);
  const there = read.deployments.filter(isThere);
  const deployments = there.filter(isThen);

  const whole = await readWholeLine(order.ledger, { to: commit, root: order.root });
  const doubts = doubtsOf(order, commit, whole);
  if (doubts.length > 0) return { text: tellDoubted(order.format, doubts, commit), exitCode: exitCodes.indeterminate };
  const starts = startsOf(whole, order);
  const requests = whole.filed.filter((filed) => isOfKind(filed, 'request'));
  const matched = matchReceipts(deployments, starts, requests);
  const judged = await judgeThen(order, commit, matched, whole);
  const found = matched.map((match) => findingOf(match, judged));
  const used = new Set(found.map(({ start }) => start));
  const earliest = Math.max(from, deployments[0]?.at ?? from);
  const result = {
    findings: found.map(({ finding }) => finding),
    unread: read.unread.filter(isThere).filter(isThen),
    silent: starts
      .filter((start) => !used.has(start))
      .map(silentOf)
      .filter(({ at }) => at >= earliest && at < until)
      .toSorted((a, b) => a.at - b.at),
    leftOut: {
      otherTime: there.length - deployments.length,
      otherEnvironment: read.deployments.length - there.length,
    },
  };
  const exitCode = isReconciled(result) ? exitCodes.allow : exitCodes.deny;
  return { text: tellReconciled(order.format, result, commit), exitCode };
}

/** Why nothing that this ledger says can be relied upon; the whole line is read, so that no checkpoint is missed. */
function doubtsOf({ environment, sample }: ReconcileOrder, commit: CommitId, { replay }: WholeLine): Reason[] {
  const board = replay.board();
  const { windows, tz } = calendarUnder(board, ownTz, undefined);
  const source = {
    commit,
    checkpoint: 'whole line',
    dataAgeMinutes: null,
    problems: replay.problems(),
    halt: null,
    ...tz,
    sampleAllowed: sample,
  };
  const question = { change: '', environment, at: toInstant(0), simulated: true };
  return sourceReasons(question, { board, windows, source });
}

function startsOf({ replay, filed }: WholeLine, { environment }: ReconcileOrder): Filed<'receipt'>[] {
  const { voids } = replay.board();
  return filed
    .filter((each) => isOfKind(each, 'receipt'))
    .filter(({ record: { body } }) => body.event === 'started' && body.environment === environment)
    .filter((each) => !isVoid(traceOf(each), voids));
}

function silentOf({ record: { body } }: Filed<'receipt'>): Silent {
  return { change: body.change, at: toMs(body.happenedAt), services: body.services, run: body.run ?? null };
}

interface Found {
  readonly finding: Reconciled;
  readonly start: Filed<'receipt'> | null;
}

/** The latest start that the gate would have opened and that holds the deployment speaks for it. */
function findingOf(match: Matched, { starts, open }: JudgedThen): Found {
  const { deployment, byHand } = match;
  const answers = match.starts.map((start) => {
    const judged = starts.get(start);
    return { start, reasons: judged ? [...judged.reasons, ...judged.leavesOut(deployment)] : [neverJudged] };
  });
  const [latest] = answers;
  if (!latest) {
    const finding = open.get(match) ?? {
      deployment,
      finding: 'no-change' as const,
      change: null,
      reasons: [],
      detail: '',
    };
    if (byHand === null) return { finding, start: null };
    const detail = `${byHand.record.signed.by}, whose change it is, recorded a start by hand, which opens nothing`;
    return { finding: { ...finding, detail }, start: byHand };
  }
  const opened = answers.find(({ reasons }) => reasons.length === 0);
  const { start, reasons } = opened ?? latest;
  const { change, run } = start.record.body;
  if (!opened) {
    const detail = `the gate would have refused this start by ${start.record.signed.by}`;
    return { finding: { deployment, finding: 'not-allowed', change, reasons, detail }, start };
  }
  const named = start.record.body.artifacts.find(({ service }) => service === deployment.service)?.digest;
  const differs = named !== undefined && deployment.digest !== null && named !== deployment.digest;
  const detail = differs ? `the start names ${named}` : (run ?? '');
  return { finding: { deployment, finding: differs ? 'other-digest' : 'covered', change, reasons: [], detail }, start };
}

const neverJudged: Reason = {
  code: 'ledger-halted',
  answer: 'indeterminate',
  text: 'The line does not tell how the board stood when this was begun',
  rule: 'one-line',
};
