import { TidegateError } from '../../shared/errors.ts';
import type { Ms } from '../../shared/time/instant.ts';
import { decisionsOn, type Decision } from './rruleDecisions.ts';
import { answerOf, type Answer } from './rruleSeries.ts';
import { readVectors, type Vector } from './rruleVectors.ts';

/**
 * Does the expander fall when these recurrence vectors say?
 *
 * Counted are the vectors of tier `core`, where two independent engines agree. A disputed one is listed with the
 * decision it is about and whether the source decided likewise; an unchecked one (sets and raw lines) with whether it
 * agrees. Neither is counted.
 *
 * @throws Error where the file is not of the form
 */
export async function conform(
  path: string,
  say: (line: string) => void,
): Promise<{ readonly agreed: number; readonly total: number }> {
  const vectors = readVectors(path);
  const core = vectors.filter(({ tier }) => tier === 'core');
  let agreed = 0;
  for (const vector of core) {
    const difference = differenceOf(tried(vector));
    if (difference === null) agreed += 1;
    else say(`${vector.id} ${vector.rule ?? ''}: ${difference}`);
  }
  const used = new Set<Decision>();
  for (const vector of vectors.filter(({ tier }) => tier === 'disputed')) {
    const answer = tried(vector);
    const about = decisionsOn(vector, typeof answer === 'string' ? null : answer);
    for (const decision of about) used.add(decision);
    const names = about.map(({ name }) => name).join(', ') || 'no written decision';
    say(`disputed, not counted: ${vector.id} ${vector.rule ?? ''} [${names}]: ${differenceOf(answer) ?? 'the same'}`);
  }
  for (const { name, sentence } of used) say(`  decided, ${name}: ${sentence}`);
  for (const vector of vectors.filter(({ tier }) => tier === 'unchecked'))
    say(`unchecked, not counted: ${vector.id}: ${differenceOf(tried(vector)) ?? 'the same'}`);
  return { agreed, total: core.length };
}

/** The two answers, or why there is none. */
function tried(vector: Vector): Answer | string {
  try {
    return answerOf(vector);
  } catch (cause) {
    if (cause instanceof TidegateError) return `${cause.code} ${Object.values(cause.facts).join(' ')}`;
    if (cause instanceof TypeError) return cause.message;
    throw cause;
  }
}

/** In words, from the first occurrence that differs; null when nothing does. */
function differenceOf(answer: Answer | string): string | null {
  if (typeof answer === 'string') return answer;
  const { ours, theirs } = answer;
  const first = Array.from({ length: Math.max(ours.length, theirs.length) }).findIndex((_, n) => ours[n] !== theirs[n]);
  if (first < 0) return null;
  return `occurrence ${first + 1} is ${written(ours[first])}, expected ${written(theirs[first])}`;
}

function written(at: Ms | undefined): string {
  return at === undefined ? 'none' : new Date(at).toISOString().slice(0, 19);
}
