import { safeText } from '../../shared/gate/safeText.ts';
import type { Reason } from '../../shared/gate/verdict.ts';
import { answerWords, momentWords, questionWords, type Told } from './told.ts';

const labels = { allow: 'allow', 'needs-waiver': 'needs waiver', deny: 'deny', indeterminate: 'undecided' };
const WIDTH = 14;

const row = (label: string, text: string) => `  ${label.padEnd(WIDTH)}${text}`;

function reasonLines(reason: Reason, zone: string): string[] {
  const facts = [
    `rule ${safeText(reason.rule)}`,
    ...(reason.record === undefined ? [] : [safeText(reason.record)]),
    ...(reason.path === undefined ? [] : [`path ${reason.path.map((id) => safeText(id)).join(' > ')}`]),
    ...(reason.until === undefined ? [] : [`until ${momentWords(reason.until, zone)}`]),
  ];
  return [row(labels[reason.answer], safeText(reason.text)), row('', facts.join(' · '))];
}

/** The verdict for a person who reads a terminal: the answer first, then why, then what it rests on. */
export function tellText(told: Told): string {
  const { verdict, title, zone, root, receipt } = told;
  const age = verdict.dataAgeMinutes;
  const lines = [
    `${answerWords(verdict)}  ${questionWords(verdict)}`,
    ...(title === null ? [] : [`  ${safeText(title, 240)}`]),
    '',
    ...verdict.reasons.flatMap((reason) => reasonLines(reason, zone)),
    ...(verdict.reasons.length > 0 ? [''] : []),
    ...(verdict.answer === 'allow' ? [] : [row('next opening', openingWords(told))]),
    ...(receipt === undefined ? [] : [row('begun', `receipt ${receipt.id} by ${receipt.by}, on ${receipt.commit}`)]),
    ...(verdict.waivers.length > 0 ? [row('waivers', verdict.waivers.join(', '))] : []),
    row('asked for', momentWords(verdict.question.at, zone)),
    row('commit', verdict.commit),
    row('checkpoint', verdict.checkpoint ?? 'none'),
    row('root', root),
    row('data', age === null ? 'no remote: this is the only copy' : `${age} minutes old`),
    row('time zones', verdict.tz),
  ];
  return `${lines.join('\n')}\n`;
}

function openingWords({ verdict, zone }: Told): string {
  if (verdict.nextOpening === null) return 'none by itself: the time or the people must change';
  return momentWords(verdict.nextOpening, zone);
}
