import type { VerdictSource } from './judgeContext.ts';
import { haltReasons } from './sourceReasons.ts';
import type { Question, Verdict } from './verdict.ts';

/** The verdict where not even the first commit can be read: there is no board to judge by. */
export function undecided(question: Question, source: VerdictSource): Verdict {
  return {
    answer: 'indeterminate',
    simulated: question.simulated,
    question,
    reasons: haltReasons(source.halt),
    nextOpening: null,
    waivers: [],
    spans: [],
    commit: source.commit,
    checkpoint: null,
    dataAgeMinutes: source.dataAgeMinutes,
    tz: source.tz,
  };
}
