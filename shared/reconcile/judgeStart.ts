import { shownText, type ChangeFile } from '../change/changeFile.ts';
import type { RequestText } from '../change/requestText.ts';
import { judge } from '../gate/judge.ts';
import type { JudgeContext } from '../gate/judgeContext.ts';
import { judgeRollback } from '../gate/judgeRollback.ts';
import { narrowWork } from '../gate/narrowWork.ts';
import type { Question, Reason } from '../gate/verdict.ts';
import { worseFirst } from '../gate/underEveryPolicy.ts';
import type { ChangeId } from '../ids.ts';
import { assembleChange } from '../ledger/assembleChange.ts';
import { effectiveTime } from '../ledger/effectiveTime.ts';
import { CLOCK_SLACK_MS } from '../ledger/futureDated.ts';
import type { Filed } from '../record/envelope.ts';
import { toInstant, toMs, type Ms } from '../time/instant.ts';
import type { Deployment } from './deployment.ts';
import { startOf } from './matchReceipts.ts';

/** The line as it stood when something was begun. */
export interface StoodThen {
  /** The board by a judging clock. */
  readonly contextAt: (at: Ms) => JudgeContext;
  /** What counted of a change by then; what the start itself brought is passed over. */
  readonly recordsOf: (change: ChangeId) => readonly Filed[];
  /** Of every change, in line order. */
  readonly receipts: readonly Filed<'receipt'>[];
}

/** What the gate would have said to a start. */
export interface JudgedStart {
  /** Why it would have refused; empty where it would have opened. */
  readonly reasons: readonly Reason[];
  /** Why what was begun does not hold this deployment; empty where it does. */
  readonly leavesOut: (deployment: Deployment) => readonly Reason[];
}

/** A way back is looked for in so many changes, as by the gate. */
const MOST_CHANGES = 80;

/** Was it signed as it happened, as `begin` signs? Else it was told later, and the line had gone on by then. */
export function isToldLater(start: Filed<'receipt'>): boolean {
  return toMs(start.record.signed.at) - startOf(start) > CLOCK_SLACK_MS;
}

/** When it began: as it says, unless it was signed as it happened by a clock that the line shows to have been slow. */
function beganAt(start: Filed<'receipt'>): Ms {
  return isToldLater(start) ? startOf(start) : Math.max(startOf(start), effectiveTime(start));
}

/** Would `begin` have opened this start, and what does it hold? A way back goes by the rules of the way back. */
export function judgeStart(start: Filed<'receipt'>, stood: StoodThen): JudgedStart {
  const at = beganAt(start);
  const context = stood.contextAt(at);
  const isBefore = ({ position }: Filed) => position < start.position;
  const fileOf = (change: ChangeId) =>
    assembleChange(change, stood.recordsOf(change).filter(isBefore), context.board, at);
  const file = fileOf(start.record.body.change);
  const text = file && shownText(file);
  const verdicts = questionsOf(start, text, at).map((question) => {
    if (question.isRollback !== true) return judge(question, file, context);
    const earlier = earlierChanges(start, stood.receipts).flatMap((change): ChangeFile[] => {
      const other = fileOf(change);
      return other === null ? [] : [other];
    });
    return judgeRollback(question, file, earlier, context);
  });
  return {
    reasons: objectionsIn(verdicts.flatMap(({ reasons }) => reasons)),
    leavesOut: ({ service, site }) => {
      const place = { service, ...(site === null ? {} : { site }) };
      return text ? narrowWork(text, { ...partOf(start, at), ...place }, context.board).reasons : [];
    },
  };
}

/** Each once, though several services were asked about. */
function objectionsIn(reasons: readonly Reason[]): Reason[] {
  const objecting = reasons.filter(({ answer }) => answer !== 'allow');
  return [...new Map(objecting.map((reason) => [`${reason.code} ${reason.text}`, reason])).values()].toSorted(
    worseFirst,
  );
}

function partOf({ record: { body } }: Filed<'receipt'>, at: Ms): Question {
  const { change, environment, site, tenant, phase, rollbackOf } = body;
  return {
    change,
    environment,
    ...(site === undefined ? {} : { site }),
    ...(tenant === undefined ? {} : { tenant }),
    ...(phase === undefined ? {} : { phase }),
    ...(rollbackOf === undefined ? {} : { isRollback: true }),
    at: toInstant(at),
    simulated: true,
    begins: true,
  };
}

/** What was asked: about the whole change in one go, or else about each service with its own artifact. */
function questionsOf(start: Filed<'receipt'>, text: RequestText | null, at: Ms): Question[] {
  const { services, artifacts } = start.record.body;
  const part = partOf(start, at);
  const digests = [...new Set(artifacts.map(({ digest }) => digest))];
  const [digest] = digests;
  const isWhole = services.length === 0 || text?.services.every((service) => services.includes(service)) === true;
  const isStrange = services.some((service) => text?.services.includes(service) === false);
  if (isWhole && !isStrange && digests.length <= 1) return [{ ...part, ...(digest === undefined ? {} : { digest }) }];
  return (services.length > 0 ? services : (text?.services ?? [])).map((service) => {
    const named = artifacts.find((artifact) => artifact.service === service)?.digest;
    return { ...part, service, ...(named === undefined ? {} : { digest: named }) };
  });
}

/** The last changes that succeeded there with something, before this start. */
function earlierChanges({ record: { body } }: Filed<'receipt'>, receipts: readonly Filed<'receipt'>[]): ChangeId[] {
  const found = new Set<ChangeId>();
  for (const each of receipts.toReversed()) {
    const other = each.record.body;
    const couldStand =
      other.event === 'succeeded' &&
      other.environment === body.environment &&
      other.change !== body.change &&
      other.artifacts.some(({ service }) => body.services.length === 0 || body.services.includes(service));
    if (couldStand) found.add(other.change);
    if (found.size === MOST_CHANGES) break;
  }
  return [...found];
}
