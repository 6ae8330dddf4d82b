import type { VerdictSource } from './judgeContext.ts';
import { haltReasons } from './sourceReasons.ts';
import type { Question, Reason, Verdict } from './verdict.ts';

/**
 * The verdict where not even the first commit can be read: there is no board to judge by.
 * @param shallow the clone is cut off, so that its oldest commit is not the first of the line
 */
export function undecided(question: Question, source: VerdictSource, shallow: boolean): Verdict {
  return {
    answer: 'indeterminate',
    simulated: question.simulated,
    question,
    reasons: shallow && source.halt?.why === 'first-commit' ? [cutOff] : haltReasons(source.halt),
    nextOpening: null,
    waivers: [],
    spans: [],
    commit: source.commit,
    checkpoint: null,
    dataAgeMinutes: source.dataAgeMinutes,
    tz: source.tz,
  };
}

const cutOff: Reason = {
  code: 'no-checkpoint',
  answer: 'indeterminate',
  text: 'This shallow clone holds no checkpoint to start from: git fetch --unshallow',
  rule: 'checkpoint',
};
