import { fiscalSpans, type Fiscal } from './fiscalWalls.ts';
import type { SayProblem } from './scheduleProblem.ts';
import { wallWords } from './wallWords.ts';

/** Twenty-eight years: after them weekdays and dates meet as before. */
const TRIED = { start: Date.UTC(2016, 0, 1), end: Date.UTC(2044, 0, 1) };

/** What is wrong with a window around the ends of fiscal periods. */
export function fiscalProblems(schedule: Fiscal, say: SayProblem): void {
  const spans = fiscalSpans(schedule, TRIED);
  const reversed = spans.filter(({ start, end }) => end <= start);
  const [first] = reversed;
  if (!first) return;
  if (reversed.length === spans.length) say('schedule.end', 'The end must come after the start.');
  else say('schedule.end', `The window that begins ${wallWords(first.start)} would end before it.`);
}
