import { DAY_MS, HOUR_MS, MINUTE_MS, type Ms } from '../../time/instant.ts';
import { occurrencesOf } from '../../time/recurrence.ts';
import { TidegateError } from '../../errors.ts';
import { writtenTime } from './icsTime.ts';
import type { Block } from './scanCalendar.ts';

/** What a VTIMEZONE says about a stretch of time: where its clocks change, and how far ahead they are. */
export interface ZoneRules {
  readonly changes: readonly Ms[];
  /** The first change that it tells of; what it says about the time before is a guess. */
  readonly since: Ms;
  offsetAt(at: Ms): Ms;
}

interface Onset {
  readonly at: Ms;
  readonly before: Ms;
  readonly after: Ms;
}

const MOST_OBSERVANCES = 200;
/** Clock changes are yearly; whatever repeats oftener is not one. */
const YEARLY = /^(?=.*FREQ=YEARLY)(?!.*BY(HOUR|MINUTE|SECOND|SETPOS))/i;

/** Reads a VTIMEZONE for one stretch of time; null when it says nothing that can be read. */
export function zoneRules(zone: Block, period: { readonly start: Ms; readonly end: Ms }): ZoneRules | null {
  const onsets = zone.inner
    .filter(({ kind }) => kind === 'STANDARD' || kind === 'DAYLIGHT')
    .slice(0, MOST_OBSERVANCES)
    .flatMap((observance) => onsetsOf(observance, period))
    .toSorted((a, b) => a.at - b.at);
  const [first] = onsets;
  if (!first) return null;
  return {
    since: first.at,
    changes: onsets.map(({ at }) => at).filter((at) => at >= period.start && at < period.end),
    offsetAt: (at) => onsets.findLast((onset) => onset.at <= at)?.after ?? first.before,
  };
}

function onsetsOf({ lines }: Block, period: { readonly start: Ms; readonly end: Ms }): Onset[] {
  const valueOf = (name: string) => lines.find((line) => line.name === name)?.value ?? '';
  const start = writtenTime(valueOf('DTSTART'));
  const before = writtenOffset(valueOf('TZOFFSETFROM'));
  const after = writtenOffset(valueOf('TZOFFSETTO'));
  if (!start || after === null) return [];
  const from = before ?? after;
  const naives = [start.naive, ...lines.filter(({ name }) => name === 'RDATE').flatMap(({ value }) => dates(value))];
  for (const { value } of lines.filter(({ name }) => name === 'RRULE').slice(0, 4)) {
    // Two years back, so that the change that holds at the start of the stretch is among them.
    const range = { start: period.start - 800 * DAY_MS, end: period.end };
    if (YEARLY.test(value)) naives.push(...occurrences(value, start.naive, range));
  }
  return [...new Set(naives)].map((naive) => ({ at: naive - from, before: from, after }));
}

function occurrences(rule: string, first: Ms, range: { start: Ms; end: Ms }): Ms[] {
  try {
    return occurrencesOf({ rule: rule.replace(/\s/g, ''), first, zone: 'UTC' }, range);
  } catch (cause) {
    if (cause instanceof TidegateError) return [];
    throw cause;
  }
}

function dates(value: string): Ms[] {
  return value.split(',').flatMap((each) => writtenTime(each)?.naive ?? []);
}

function writtenOffset(value: string): Ms | null {
  const [all, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)(\d\d)?$/.exec(value.trim()) ?? [];
  if (all === undefined) return null;
  const size = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS;
  return sign === '-' ? -size : size;
}
