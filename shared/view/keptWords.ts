import { TidegateError } from '../errors.ts';
import { readRule, type RuleParts } from '../time/ruleText.ts';
import { dateWord, listWords, monthNames, ordinalWord, weekdayNames } from './repeatWords.ts';
import { weekdays } from './repeat.ts';

const units: Readonly<Record<string, string>> = {
  YEARLY: 'year',
  MONTHLY: 'month',
  WEEKLY: 'week',
  DAILY: 'day',
  HOURLY: 'hour',
  MINUTELY: 'minute',
  SECONDLY: 'second',
};

/** How a rule of any kind is said, part by part, for those that the fields have no words for. */
export function keptWords(rule: string): string {
  let parts: RuleParts;
  try {
    parts = readRule(rule);
  } catch (cause) {
    if (cause instanceof TidegateError) return 'by a repetition that cannot be understood';
    throw cause;
  }
  const interval = Number(parts.get('INTERVAL') ?? '1');
  const unit = units[parts.get('FREQ') ?? ''] ?? 'day';
  const each = (name: string, say: (value: string) => string) => parts.get(name)?.split(',').map(say) ?? [];
  const said = [
    interval > 1 ? `every ${String(interval)} ${unit}s` : `every ${unit}`,
    phrase(
      'in',
      each('BYMONTH', (month) => monthNames[Number(month) - 1] ?? month),
    ),
    phrase('in week', each('BYWEEKNO', String)),
    phrase('on day', each('BYYEARDAY', String), ' of the year'),
    phrase(
      'on the',
      each('BYMONTHDAY', (nth) => dateWord(Number(nth))),
      '',
      'or',
    ),
    phrase(parts.has('BYMONTHDAY') ? 'if it is' : 'on', each('BYDAY', weekdayWord), '', 'or'),
    phrase('at hour', each('BYHOUR', String)),
    phrase('at minute', each('BYMINUTE', String)),
    phrase('at second', each('BYSECOND', String)),
    phrase(
      'of these the',
      each('BYSETPOS', (nth) => ordinalWord(Number(nth))),
    ),
  ];
  return said.filter((words) => words !== '').join(' ');
}

function phrase(before: string, words: readonly string[], after = '', joint = 'and'): string {
  return words.length === 0 ? '' : `${before} ${listWords(words, joint)}${after}`;
}

function weekdayWord(text: string): string {
  const weekday = weekdays.find((name) => text.endsWith(name)) ?? 'MO';
  const nth = Number(text.slice(0, -2));
  return nth === 0 ? weekdayNames[weekday] : `the ${ordinalWord(nth)} ${weekdayNames[weekday]}`;
}
