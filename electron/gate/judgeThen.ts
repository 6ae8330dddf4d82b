import type { ChangeId, CommitId } from '../../shared/ids.ts';
import { calendarUnder } from '../../shared/gate/calendarUnder.ts';
import { judge } from '../../shared/gate/judge.ts';
import type { JudgeContext } from '../../shared/gate/judgeContext.ts';
import type { Question } from '../../shared/gate/verdict.ts';
import { worseFirst } from '../../shared/gate/underEveryPolicy.ts';
import { digest } from '../../shared/ids.ts';
import { assembleChange } from '../../shared/ledger/assembleChange.ts';
import { isOfKind } from '../../shared/ledger/state.ts';
import { isToldLater, judgeStart, type JudgedStart } from '../../shared/reconcile/judgeStart.ts';
import { candidatesFor, startOf, type Matched } from '../../shared/reconcile/matchReceipts.ts';
import type { Reconciled } from '../../shared/reconcile/reconciled.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { toInstant, toMs, type Ms } from '../../shared/time/instant.ts';
import { createChangeIndex } from './changeIndex.ts';
import { ownTz } from './ownTz.ts';
import type { ReconcileOrder } from './readBoardArguments.ts';
import { readWholeLine, type WholeLine } from './readWholeLine.ts';

/** What the board said then: to each start, and to each deployment that no start speaks of. */
export interface JudgedThen {
  readonly starts: ReadonlyMap<Filed<'receipt'>, JudgedStart>;
  readonly open: ReadonlyMap<Matched, Reconciled>;
}

/** Judges all of it as the board stood then, in a second reading of the line, its signatures known. */
export async function judgeThen(
  order: ReconcileOrder,
  commit: CommitId,
  matched: readonly Matched[],
  whole: WholeLine,
): Promise<JudgedThen> {
  const starts = new Map<Filed<'receipt'>, JudgedStart>();
  const open = new Map<Matched, Reconciled>();
  const asked = [...new Set(matched.flatMap((match) => match.starts))];
  const toldLater = new Set(asked.filter(isToldLater));
  const waiting = new Map(asked.filter((start) => !toldLater.has(start)).map((start) => [start.path, start]));
  const unmatched = matched.filter((match) => match.starts.length === 0);
  const index = createChangeIndex();
  const judgeOne = (start: Filed<'receipt'>, { replay, filed }: WholeLine) => {
    index.take(filed);
    const isWayBack = start.record.body.rollbackOf !== undefined;
    const receipts = isWayBack ? filed.filter((each) => isOfKind(each, 'receipt')) : [];
    const contextAt = contextOf(order, commit, replay);
    starts.set(start, judgeStart(start, { contextAt, recordsOf: index.of, receipts }));
  };
  const due: Filed<'receipt'>[] = [];

  const moments = [...unmatched.map(({ deployment }) => deployment.at), ...[...toldLater].map(justBefore)];
  const trusted = new Set(whole.filed.map((filed) => filed.digest));
  await readWholeLine(
    order.ledger,
    { to: commit, root: order.root, trusted },
    {
      moments: [...new Set(moments)].toSorted((a, b) => a - b),
      onMoment: (moment, line) => {
        for (const match of unmatched.filter(({ deployment }) => deployment.at === moment))
          open.set(match, judgedThen(match, line, order, commit));
        for (const start of toldLater) if (justBefore(start) === moment) judgeOne(start, line);
      },
      onCommit: (next, line) => {
        due.push(...(next?.added ?? []).flatMap(({ path }) => waiting.get(path) ?? []));
        // What came in behind a break is judged once admins have let it stand.
        if (line.replay.halt() === null) for (const start of due.splice(0)) judgeOne(start, line);
      },
    },
  );
  // Older than the board itself: nobody can have asked.
  for (const match of unmatched) if (!open.has(match)) open.set(match, nobodyAsked(match));
  return { starts, open };
}

/** Moments are whole seconds: what was said in the very second of a start that was told later came after it. */
const justBefore = (start: Filed<'receipt'>): Ms => startOf(start) - 1;

function contextOf(order: ReconcileOrder, commit: CommitId, replay: WholeLine['replay']): (at: Ms) => JudgeContext {
  const checkpoint = replay.checkpoint()?.record;
  return (at) => {
    const board = replay.board(at);
    const { windows, tz } = calendarUnder(board, ownTz, checkpoint?.body.tz);
    const source = {
      commit,
      // The whole line is read: nobody needs to vouch for it.
      checkpoint: checkpoint?.id ?? 'whole line',
      dataAgeMinutes: null,
      problems: replay.problems(),
      halt: null,
      ...tz,
      sampleAllowed: order.sample,
    };
    return { board, windows, source };
  };
}

function nobodyAsked({ deployment }: Matched): Reconciled {
  return { deployment, finding: 'no-change', change: null, reasons: [], detail: 'no change spoke of it then' };
}

/** What no start speaks of: would the board have allowed it at its moment? */
function judgedThen(match: Matched, { replay, filed }: WholeLine, order: ReconcileOrder, commit: CommitId): Reconciled {
  const { deployment } = match;
  const candidates = candidatesFor(deployment, textsOf(filed));
  if (candidates.length === 0) return nobodyAsked(match);
  const context = contextOf(order, commit, replay)(deployment.at);
  const verdicts = candidates.map((change) =>
    judge(questionOf(match, change, order), assembleChange(change, filed, context.board, deployment.at), context),
  );
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
