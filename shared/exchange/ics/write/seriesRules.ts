import { DAY_MS, MINUTE_MS, type Ms } from '../../../time/instant.ts';
import { occurrencesOf } from '../../../time/recurrence.ts';
import { readRule, ruleText, type RuleParts } from '../../../time/ruleText.ts';
import { toWall, wallMs } from '../../../time/wall.ts';
import { momentOf } from '../../../time/zone.ts';
import type { Ruled } from '../../../window/ruleWalls.ts';

/** A rule as every calendar reads it: its first occurrence, and no part that some of them pass over. */
export interface WrittenRule {
  readonly first: Ms;
  /** RRULE value, its end in UTC. */
  readonly rule: string;
}

/** How far the first occurrence is looked for. */
const SOUGHT_MS: Ms = 3_000 * DAY_MS;
/** More series than this for the times of one day are written out instead. */
const MOST_TIMES = 24;

/**
 * The rules that say this schedule in a calendar; null when it must be written out, occurrence by occurrence.
 *
 * Written out are end rules, holidays, rules that repeat within a day, and parts that calendars read differently
 * (weeks and days of the year). Times of day in a list become a series each.
 */
export function seriesRules(schedule: Ruled, zone: string): WrittenRule[] | null {
  const { start, end } = schedule;
  if ('rule' in end || start.onHoliday !== undefined) return null;
  const parts = readRule(start.rule);
  if (!/^(DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(parts.get('FREQ') ?? '')) return null;
  if (parts.has('BYWEEKNO') || parts.has('BYYEARDAY') || parts.has('BYSECOND')) return null;
  const listed = parts.has('BYHOUR') || parts.has('BYMINUTE');
  if (listed && (parts.has('COUNT') || parts.has('BYSETPOS'))) return null;
  const times = listed ? timesIn(parts, wallMs(start.from)) : [null];
  if (times.length > MOST_TIMES) return null;
  return times.flatMap((time) => {
    const from = wallMs(start.from);
    const own = time === null ? from : from - (from % DAY_MS) + time;
    const bare = new Map([...parts].filter(([name]) => name !== 'BYHOUR' && name !== 'BYMINUTE'));
    const rule = { rule: ruleText(bare), first: own, zone };
    // A time of day before that of the first candidate begins on a later day.
    const first = occurrencesOf(rule, { start: Math.max(own, from), end: from + SOUGHT_MS })[0];
    return first === undefined ? [] : [{ first, rule: endInUtc(bare, zone) }];
  });
}

function timesIn(parts: RuleParts, from: Ms): Ms[] {
  const numbers = (name: string, own: number) => parts.get(name)?.split(',').map(Number) ?? [own];
  const minute = Math.floor(from / MINUTE_MS) % 1_440;
  return numbers('BYHOUR', Math.floor(minute / 60)).flatMap((hour) =>
    numbers('BYMINUTE', minute % 60).map((each) => (hour * 60 + each) * MINUTE_MS),
  );
}

/** RFC 5545 asks for an end in UTC wherever the start has a zone. */
function endInUtc(parts: RuleParts, zone: string): string {
  const until = parts.get('UNTIL');
  if (until === undefined || until.endsWith('Z')) return ruleText(parts);
  const [, y, mo, d, h = '23', mi = '59'] = /^(....)(..)(..)(?:T(..)(..)..)?/.exec(until) ?? [];
  const at = momentOf(wallMs(`${y}-${mo}-${d}T${h}:${mi}`), zone, 'later');
  const text = `${toWall(at).replace(/[-:]/g, '')}59Z`;
  return ruleText(new Map([...parts].map(([name, value]) => [name, name === 'UNTIL' ? text : value])));
}
