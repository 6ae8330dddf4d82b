import { safeText } from '../../shared/gate/safeText.ts';
import type { Reason } from '../../shared/gate/verdict.ts';
import { tellText } from './tellText.ts';
import { answerWords, questionWords, type Told } from './told.ts';

/** A runner reads %0A and the like in a command's message back as what they stand for. */
const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** The verdict for GitHub Actions: one annotation per reason that objects, then the text. */
export function tellGithub(told: Told): string {
  const { verdict } = told;
  const objecting = verdict.reasons.filter(({ answer }) => answer !== 'allow');
  const title = property(`${answerWords(verdict)}: ${questionWords(verdict)}`);
  const lines =
    objecting.length === 0
      ? [`::notice title=${title}::${data(`${answerWords(verdict)}: nothing objects`)}`]
      : objecting.map((reason) => `::error title=${title}::${data(messageOf(reason))}`);
  return `${lines.join('\n')}\n${tellText(told)}`;
}

function messageOf({ text, rule, record }: Reason): string {
  return safeText(`${text} (rule ${rule}${record === undefined ? '' : `, ${record}`})`);
}
