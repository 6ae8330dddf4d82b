import type { ChangeFile } from '../change/changeFile.ts';
import { phaseDue } from '../change/phases.ts';
import type { RequestText } from '../change/requestText.ts';
import { runningSince, type RunningPart } from '../change/runningParts.ts';
import { toInstant } from '../time/instant.ts';
import { placesOf, type Work } from '../window/work.ts';
import type { Question, Reason } from './verdict.ts';

interface Start {
  readonly text: RequestText;
  /** The part that is asked about. */
  readonly work: Work;
  readonly running: readonly RunningPart[];
  /** Of these, what pipelines began. */
  readonly vouched: readonly RunningPart[];
  readonly file: Pick<ChangeFile, 'requests' | 'receipts'>;
  /** The start rests on a waiver. */
  readonly isWaived: boolean;
}

const no = (code: Reason['code'], rule: string, text: string): Reason => ({
  code,
  answer: 'deny',
  text,
  rule,
  record: 'request',
});

/** May this part begin, as far as the other parts of the change go? What runs is not started again; phases keep their order. */
export function startReasons(question: Question, start: Start): Reason[] {
  const { work, running, vouched, isWaived } = start;
  const begins = question.begins === true;
  const places = placesOf(work);
  const since = places.flatMap((place) => runningSince(running, place) ?? []);
  // A stage that a freeze has stopped goes on by a waiver.
  if (begins && since.length > 0 && !isWaived) {
    const text = `It is running since ${toInstant(Math.min(...since))}: report how it ended first`;
    return [no('already-running', 'one-start', text)];
  }
  const isUnderWay = places.every((place) => runningSince(vouched, place) !== null);
  return isUnderWay ? [] : phaseReasons(question, start);
}

function phaseReasons({ phase, begins, environment }: Question, { text, file }: Start): Reason[] {
  if (text.phases.length === 0) return [];
  const next = phaseDue(text, file, environment)?.name ?? null;
  if (phase === undefined)
    return [no('phase-order', 'phases', 'The change goes out in phases: say which with --phase')];
  if (phase !== next && text.phases.some(({ name }) => name === phase)) {
    const at = (name: string | null) => text.phases.findIndex((each) => each.name === name);
    const isEarly = next !== null && at(next) < at(phase);
    const words = isEarly ? `Phase ${next} has not succeeded everywhere yet` : `Phase ${phase} has succeeded already`;
    return [no('phase-order', 'phases', words)];
  }
  return begins === true ? [] : [no('begin-only', 'phases', 'A phase is opened by begin alone')];
}
