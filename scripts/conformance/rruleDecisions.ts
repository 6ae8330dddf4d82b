import type { Answer } from './rruleSeries.ts';
import { counted } from './rruleSeries.ts';
import { partsOf, type Vector } from './rruleVectors.ts';

export interface Decision {
  readonly name: string;
  /** What we do, and why. */
  readonly sentence: string;
  /** Is this what the vector is about? Told by its text and the two answers, never by its name. */
  readonly applies: (rule: ReadonlyMap<string, string>, vector: Vector, answer: Answer | null) => boolean;
}

/** Where RFC 5545 leaves room: docs/decisions.md says the same at length. */
const decisions: readonly Decision[] = [
  {
    name: 'until-before-start',
    sentence: 'a rule whose UNTIL lies before its start never falls',
    applies: (rule, { dtstart = '' }) => rule.has('UNTIL') && counted(rule.get('UNTIL') ?? '') < counted(dtstart),
  },
  {
    name: 'start-not-in-rule',
    sentence:
      'DTSTART is the first candidate and an occurrence only when the rule falls on it; COUNT counts occurrences',
    applies: (_, { dtstart = '' }, answer) => answer !== null && answer.ours[0] !== counted(dtstart),
  },
  {
    name: 'week-is-all-days',
    sentence: 'BYWEEKNO without BYDAY means every day of the week, the wider of the readings in use',
    applies: (rule) => rule.has('BYWEEKNO') && !rule.has('BYDAY'),
  },
  {
    name: 'weeks-from-the-end',
    sentence:
      'BYWEEKNO=-1 is the last week that belongs to the year, the 52nd or the 53rd, and others count back from it',
    applies: (rule) => rule.get('BYWEEKNO')?.includes('-') ?? false,
  },
  {
    name: 'week-across-new-year',
    sentence: 'INTERVAL counts calendar years; a day of week 53 or 1 belongs to the calendar year it lies in',
    applies: (rule) => rule.has('BYWEEKNO') && rule.has('BYDAY') && rule.has('INTERVAL'),
  },
  {
    name: 'month-day-of-every-month',
    sentence: 'BYMONTHDAY in a yearly rule without BYMONTH means that day of every month',
    applies: (rule) => rule.get('FREQ') === 'YEARLY' && rule.has('BYMONTHDAY') && !rule.has('BYMONTH'),
  },
  {
    name: 'places-of-the-whole-set',
    sentence: 'BYSETPOS counts the whole period, days before DTSTART included',
    applies: (rule) => rule.has('BYSETPOS'),
  },
  {
    name: 'every-part-limits',
    sentence:
      'a part that RFC 5545 does not foresee for the frequency limits it all the same; nothing written is dropped',
    applies: (rule) =>
      (rule.has('BYWEEKNO') && rule.get('FREQ') !== 'YEARLY') ||
      (rule.has('BYYEARDAY') && /^(MONTHLY|WEEKLY|DAILY)$/.test(rule.get('FREQ') ?? '')) ||
      (rule.has('BYMONTHDAY') && rule.get('FREQ') === 'WEEKLY'),
  },
  {
    name: 'trailing-semicolon',
    sentence: 'a semicolon at the end is read over, as calendars in use write it',
    applies: (_, vector) => partsOf(vector).some((part) => 'rule' in part && part.rule.endsWith(';')),
  },
  {
    name: 'times-of-a-date',
    sentence: 'a start without a time is midnight; BYHOUR, BYMINUTE and BYSECOND hold for it too',
    applies: (rule, { dtstart = '' }) =>
      !dtstart.includes('T') && ['BYHOUR', 'BYMINUTE', 'BYSECOND'].some((name) => rule.has(name)),
  },
  {
    name: 'until-is-whole',
    sentence: 'a rule goes on to its COUNT or through its UNTIL, a bare date through the end of that day',
    applies: (rule, _, answer) =>
      (rule.has('UNTIL') || rule.has('COUNT')) && answer !== null && answer.ours.length > answer.theirs.length,
  },
];

/** Which of our decisions is this vector about? */
export function decisionsOn(vector: Vector, answer: Answer | null): readonly Decision[] {
  const first = partsOf(vector).find((part) => 'rule' in part);
  const text = first && 'rule' in first ? first.rule.toUpperCase() : '';
  const rule = new Map(
    text.split(';').map((each): [string, string] => {
      const [name = '', value = ''] = each.split('=');
      return [name, value];
    }),
  );
  return decisions.filter(({ applies }) => applies(rule, vector, answer));
}
