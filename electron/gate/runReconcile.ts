import { judge } from '../../shared/gate/judge.ts';
import type { Question } from '../../shared/gate/verdict.ts';
import { worseFirst } from '../../shared/gate/underEveryPolicy.ts';
import type { ChangeId } from '../../shared/ids.ts';
import { assembleChange } from '../../shared/ledger/assembleChange.ts';
import { boardCalendar } from '../../shared/ledger/board.ts';
import { isVoid, traceOf } from '../../shared/ledger/isVoid.ts';
import { isOfKind } from '../../shared/ledger/state.ts';
import { candidatesFor, matchReceipts, type Matched } from '../../shared/reconcile/matchReceipts.ts';
import type { Reconciled, Reconciliation } from '../../shared/reconcile/reconciled.ts';
import { isReconciled } from '../../shared/reconcile/reconciled.ts';
import { toInstant, toMs, type Ms } from '../../shared/time/instant.ts';
import { digest } from '../../shared/ids.ts';
import { exitCodes } from './exitCodes.ts';
import type { ReconcileOrder } from './readBoardArguments.ts';
import { readDeployments } from './readDeployments.ts';
import { readTags } from './readTags.ts';
import { ownTz } from './ownTz.ts';
import { readWholeLine, type WholeLine } from './readWholeLine.ts';
import { requireCommit } from './resolveCommit.ts';
import { tellReconciled } from './tellReconciled.ts';

/**
 * Did what went live stand on the board?
 *
 * Every deployment of the log goes back to a start that a pipeline signed, or is judged as the board stood at its moment.
 */
export async function runReconcile(order: ReconcileOrder): Promise<{ text: string; exitCode: number }> {
  const commit = await requireCommit(order.ledger, order.commit);
  const { from, until } = { from: msOf(order.from, -Infinity), until: msOf(order.until, Infinity) };
  const read = order.tags
    ? await readTags(order.tags.folder, order.tags.pattern)
    : await readDeployments(order.log ?? '');
  const deployments = read.deployments.filter(
    ({ at, environment }) => at >= from && at < until && (environment ?? order.environment) === order.environment,
  );
  const whole = await readWholeLine(order.ledger, { to: commit, root: order.root });
  const { voids } = whole.replay.board();
  const receipts = whole.filed
    .filter((filed) => isOfKind(filed, 'receipt'))
    .filter((filed) => !isVoid(traceOf(filed), voids));
  const { matched, silent } = matchReceipts(deployments, receipts, order.environment);
  const judged = await judgeOpen(order, commit, matched, whole);
  const first = deployments[0]?.at ?? from;
  const result: Reconciliation = {
    findings: matched.map((match) => judged.get(match) ?? told(match)),
    unread: read.unread,
    silent: silent
      .map(({ record: { body } }) => ({
        change: body.change,
        at: toMs(body.happenedAt),
        services: body.services,
        run: body.run ?? null,
      }))
      .filter(({ at }) => at >= Math.max(from, first) && at < until),
  };
  const exitCode = isReconciled(result) ? exitCodes.allow : exitCodes.deny;
  return { text: tellReconciled(order.format, result, commit), exitCode };
}

const msOf = (text: string | null, otherwise: Ms) => (text === null ? otherwise : toMs(text));

function told({ deployment, receipt, otherDigest }: Matched): Reconciled {
  const change = receipt?.record.body.change ?? null;
  const detail = otherDigest === null ? (receipt?.record.body.run ?? '') : `the start names ${otherDigest}`;
  return { deployment, finding: otherDigest === null ? 'covered' : 'other-digest', change, reasons: [], detail };
}

/** What no start speaks of, judged as the board stood then; a second reading of the line, its signatures known. */
async function judgeOpen(
  order: ReconcileOrder,
  commit: string,
  matched: readonly Matched[],
  whole: WholeLine,
): Promise<ReadonlyMap<Matched, Reconciled>> {
  const open = matched.filter(({ receipt }) => receipt === null);
  const found = new Map<Matched, Reconciled>();
  if (open.length === 0) return found;
  const trusted = new Set(whole.filed.map((filed) => filed.digest));
  const moments = [...new Set(open.map(({ deployment }) => deployment.at))];
  const place = { to: commit, root: order.root, trusted };
  await readWholeLine(order.ledger, place, moments, (moment, line) => {
    for (const match of open.filter(({ deployment }) => deployment.at === moment))
      found.set(match, judgedThen(match, line, order, commit));
  });
  // Older than the board itself: nobody can have asked.
  for (const match of open) if (!found.has(match)) found.set(match, nobodyAsked(match));
  return found;
}

function nobodyAsked({ deployment }: Matched): Reconciled {
  return { deployment, finding: 'no-change', change: null, reasons: [], detail: 'no change spoke of it then' };
}

function judgedThen(match: Matched, { replay, filed }: WholeLine, order: ReconcileOrder, commit: string): Reconciled {
  const { deployment } = match;
  const board = replay.board(deployment.at);
  const texts = textsOf(filed);
  const candidates = candidatesFor(deployment, texts);
  if (candidates.length === 0) return nobodyAsked(match);
  const windows = boardCalendar(board);
  const source = {
    commit,
    checkpoint: 'whole line',
    dataAgeMinutes: null,
    problems: replay.problems(),
    halt: null,
    tz: ownTz,
    sampleAllowed: order.sample,
  };
  const verdicts = candidates.map((change) => {
    const question = questionOf(match, change, order);
    return judge(question, assembleChange(change, filed, board, deployment.at), { board, windows, source });
  });
  const best = verdicts.toSorted((a, b) => worseFirst(b, a))[0];
  if (!best) return nobodyAsked(match);
  const allowed = best.answer === 'allow';
  return {
    deployment,
    finding: allowed ? 'unrecorded' : 'not-allowed',
    change: best.question.change,
    reasons: best.reasons.filter(({ answer }) => answer !== 'allow'),
    detail: allowed ? 'no start was recorded' : '',
  };
}

function questionOf({ deployment }: Matched, change: ChangeId, { environment }: ReconcileOrder): Question {
  const known = digest.safeParse(deployment.digest);
  return {
    change,
    environment,
    service: deployment.service,
    ...(deployment.site === null ? {} : { site: deployment.site }),
    ...(known.success ? { digest: known.data } : {}),
    at: toInstant(deployment.at),
    simulated: true,
  };
}

/** Where and when each change was to be, by its latest text. */
function textsOf(filed: WholeLine['filed']) {
  const texts = new Map<ChangeId, { services: readonly string[]; start: Ms; end: Ms }>();
  for (const each of filed) {
    if (!isOfKind(each, 'request') || each.record.body.imported) continue;
    const { change, services, timing } = each.record.body;
    texts.set(change, { services, start: toMs(timing.earliestStart), end: toMs(timing.latestEnd) });
  }
  return texts;
}
