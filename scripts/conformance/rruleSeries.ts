import { DAY_MS, type Ms } from '../../shared/time/instant.ts';
import { occurrencesOf } from '../../shared/time/recurrence.ts';
import { momentOf, offsetMs } from '../../shared/time/zone.ts';
import { partsOf, type Part, type Vector } from './rruleVectors.ts';

/** How long after the last expected occurrence no further one may come: longer than any leap year is away. */
const SILENCE_MS = 4_000 * DAY_MS;

export interface Answer {
  /** Local times, counted as if the wall hung in Greenwich. */
  readonly ours: readonly Ms[];
  readonly theirs: readonly Ms[];
}

/**
 * What do we say to a vector, and what does its source?
 *
 * Rules are expanded as wall time and the zone is attached afterwards; where the clocks skip a time it moves forward.
 *
 * @throws TidegateError where a rule or zone cannot be read; TypeError for a malformed date or line
 */
export function answerOf(vector: Vector): Answer {
  const parts = partsOf(vector);
  const zone = vector.tzid ?? null;
  const theirs = vector.expected.map(counted);
  const firsts = parts.map((part) => counted('rule' in part ? part.dtstart : part.date));
  const last = Math.max(...theirs, ...(theirs.length > 0 ? [] : firsts));
  const period = { start: Math.min(...firsts), end: last + (vector.complete ? SILENCE_MS : 1_000) };
  const all = (kind: Part['kind']) =>
    parts.filter((part) => part.kind === kind).flatMap((part) => moments(part, zone, period));
  const out = new Set([...all('EXRULE'), ...all('EXDATE')]);
  const inside = [...all('RRULE'), ...all('RDATE')].filter((at) => !out.has(at));
  return { ours: [...new Set(inside)].toSorted((a, b) => a - b).map((wall) => shown(wall, zone)), theirs };
}

function moments(part: Part, zone: string | null, period: { start: Ms; end: Ms }): Ms[] {
  if (!('rule' in part)) return [onWall(part.date, zone)].filter((at) => at < period.end);
  const first = counted(part.dtstart);
  return occurrencesOf({ first, rule: part.rule, ...(zone !== null && { zone }) }, { ...period, start: first });
}

/** A date in UTC beside a series in a zone is turned to that zone's wall. */
function onWall(text: string, zone: string | null): Ms {
  const at = counted(text);
  return zone !== null && text.endsWith('Z') ? at + offsetMs(at, zone) : at;
}

function shown(wall: Ms, zone: string | null): Ms {
  if (zone === null) return wall;
  const moment = momentOf(wall, zone, 'later');
  return moment + offsetMs(moment, zone);
}

/** `1997-09-02`, `19970902T090000`, `1997-09-02T09:00:00-04:00`: what the wall shows. @throws TypeError */
export function counted(text: string): Ms {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?)?(?:Z|[+-]\d\d:?\d\d)?$/.exec(text) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(at)) throw new TypeError(`${JSON.stringify(text)} is no date`);
  return at;
}
