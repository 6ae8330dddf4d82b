import { TidegateError } from '../errors.ts';

/** The parts of a recurrence rule, in the order written. */
export type RuleParts = ReadonlyMap<string, string>;

const list = (item: string) => new RegExp(`^${item}(,${item}){0,366}$`);
/** RFC 5545 section 3.3.10: what each part may hold. */
const shapes: Readonly<Record<string, RegExp>> = {
  FREQ: /^(YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY|MINUTELY|SECONDLY)$/,
  INTERVAL: /^[1-9]\d{0,5}$/,
  COUNT: /^[1-9]\d{0,5}$/,
  UNTIL: /^\d{8}(T\d{6}Z?)?$/,
  BYSECOND: list('([0-5]?\\d|60)'),
  BYMINUTE: list('[0-5]?\\d'),
  BYHOUR: list('([01]?\\d|2[0-3])'),
  BYDAY: list('([+-]?[1-9]\\d?)?(MO|TU|WE|TH|FR|SA|SU)'),
  BYMONTHDAY: list('[+-]?([1-9]|0[1-9]|[12]\\d|3[01])'),
  BYYEARDAY: list('[+-]?[0-3]?\\d?\\d'),
  BYWEEKNO: list('[+-]?[0-5]?\\d'),
  BYMONTH: list('(0?[1-9]|1[0-2])'),
  BYSETPOS: list('[+-]?[0-3]?\\d?\\d'),
  WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
};

/**
 * What does this rule say, part by part?
 *
 * Stricter than the expander, which passes over what it does not know: a freeze must not quietly mean less than its
 * text. Letters may be small, as some calendars write them.
 *
 * @throws TidegateError `rule-unreadable` for an unknown, repeated or malformed part, both COUNT and UNTIL, or none
 */
export function readRule(rule: string): RuleParts {
  const parts = new Map<string, string>();
  for (const part of rule.toUpperCase().replace(/;$/, '').split(';')) {
    const [name = '', value = '', ...rest] = part.split('=');
    if (rest.length > 0 || parts.has(name) || !shapes[name]?.test(value))
      throw new TidegateError('rule-unreadable', { rule, part });
    parts.set(name, value);
  }
  if (!parts.has('FREQ') || (parts.has('COUNT') && parts.has('UNTIL')))
    throw new TidegateError('rule-unreadable', { rule });
  return parts;
}

/** Writes the parts as a rule again. */
export function ruleText(parts: RuleParts): string {
  return [...parts].map(([name, value]) => `${name}=${value}`).join(';');
}

/** Would it go on for ever, more often than every hour? */
export function isEndless(parts: RuleParts): boolean {
  return /^(MINUTELY|SECONDLY)$/.test(parts.get('FREQ') ?? '') && !parts.has('COUNT') && !parts.has('UNTIL');
}

/** Does it fall between minutes, where a wall clock of a window cannot point? */
export function fallsBetweenMinutes(parts: RuleParts): boolean {
  return parts.get('FREQ') === 'SECONDLY' || /[1-9]/.test(parts.get('BYSECOND') ?? '');
}
