import { toMs } from '../../shared/time/instant.ts';
import { tellText } from './tellText.ts';
import { answerWords, questionWords, type Told } from './told.ts';

const mark = (edge: 'start' | 'end', seconds: number, more = '') =>
  `section_${edge}:${seconds}:tidegate_verdict${more}\r\u001b[0K`;

/** The verdict for GitLab's job log: the answer in view, the reasons in a section that is open unless it may go. */
export function tellGitlab(told: Told): string {
  const { verdict } = told;
  const seconds = Math.floor(toMs(verdict.question.at) / 1000);
  const [answer = '', ...rest] = tellText(told).split('\n');
  const folded = verdict.answer === 'allow' ? '[collapsed=true]' : '';
  return [
    answer,
    `${mark('start', seconds, folded)}${answerWords(verdict)}: why ${questionWords(verdict)}`,
    ...rest.filter((line, at) => at < rest.length - 1 || line !== ''),
    mark('end', seconds),
    '',
  ].join('\n');
}
