import { DAY_MS, MINUTE_MS, type Ms } from '../../../time/instant.ts';
import { offsetMs } from '../../../time/zone.ts';
import { weekdayNames } from '../../../record/body/scheduleBody.ts';
import { offsetText, plainLine, timeLine } from './icsProperty.ts';

interface Change {
  readonly before: Ms;
  readonly after: Ms;
  /** The clock before the change, counted as by `wallMs`. */
  readonly wall: Ms;
}

const STEP_MS: Ms = 7 * DAY_MS;
/** Clocks are followed so far beyond the last year asked for, so that a series which goes on keeps its hour. */
const YEARS_ON = 15;

/**
 * The VTIMEZONE of a zone from one year to another, built from this build's zone data.
 *
 * Changes that come every year by one rule are said as a rule; others one by one.
 */
export function zoneComponent(zone: string, firstYear: number, lastYear: number): string[] {
  const start = Date.UTC(firstYear - 1, 0, 1);
  const end = Date.UTC(lastYear + 1 + YEARS_ON, 0, 1);
  const opening = offsetMs(start, zone);
  const groups = new Map<string, Change[]>();
  for (const change of changesOf(zone, start, end)) {
    const on = new Date(change.wall);
    const key = [change.before, change.after, on.getUTCMonth(), on.getUTCDay(), change.wall % DAY_MS].join();
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [
    'BEGIN:VTIMEZONE',
    plainLine('TZID', zone),
    ...observance('STANDARD', { before: opening, after: opening, wall: start }, []),
    ...[...groups.values()].flatMap((group) => written(group, lastYear + YEARS_ON)),
    'END:VTIMEZONE',
  ];
}

function written(group: readonly Change[], lastYear: number): string[] {
  const [first] = group;
  if (!first) return [];
  const kind = first.after > first.before ? 'DAYLIGHT' : 'STANDARD';
  const years = group.map(({ wall }) => new Date(wall).getUTCFullYear());
  const unbroken = years.every((year, index) => year === (years[0] ?? 0) + index);
  const place = ['last', 'first', 'second', 'third', 'fourth'].findIndex((_, nth) =>
    group.every(({ wall }) => nthOf(wall, nth)),
  );
  if (!unbroken || place < 0 || group.length < 2) return group.flatMap((change) => observance(kind, change, []));
  const on = new Date(first.wall);
  const day = `${place === 0 ? -1 : place}${weekdayNames[(on.getUTCDay() + 6) % 7]}`;
  const last = group.at(-1)?.wall ?? first.wall;
  // UNTIL is in UTC: the moment of the last change by the offset before it.
  const until = new Date(last - first.before).toISOString().slice(0, 19).replace(/[-:]/g, '');
  const ends = years.at(-1) === lastYear ? '' : `;UNTIL=${until}Z`;
  return observance(kind, first, [`RRULE:FREQ=YEARLY;BYMONTH=${on.getUTCMonth() + 1};BYDAY=${day}${ends}`]);
}

/** Is this day the nth of its weekday in its month? 0 asks for the last. */
function nthOf(wall: Ms, nth: number): boolean {
  const on = new Date(wall);
  if (nth === 0) return new Date(wall + 7 * DAY_MS).getUTCMonth() !== on.getUTCMonth();
  return Math.ceil(on.getUTCDate() / 7) === nth;
}

function observance(kind: string, { before, after, wall }: Change, rules: readonly string[]): string[] {
  return [
    `BEGIN:${kind}`,
    timeLine('dtstart', null, wall).replace(/Z$/, ''),
    plainLine('TZOFFSETFROM', offsetText(before)),
    plainLine('TZOFFSETTO', offsetText(after)),
    plainLine('TZNAME', offsetText(after)),
    ...rules,
    `END:${kind}`,
  ];
}

function changesOf(zone: string, start: Ms, end: Ms): Change[] {
  const changes: Change[] = [];
  let before = offsetMs(start, zone);
  for (let at = start; at < end; at += STEP_MS) {
    const after = offsetMs(at + STEP_MS, zone);
    if (after === before) continue;
    let [low, high] = [at / MINUTE_MS, (at + STEP_MS) / MINUTE_MS];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetMs(middle * MINUTE_MS, zone) === before) low = middle;
      else high = middle;
    }
    changes.push({ before, after, wall: high * MINUTE_MS + before });
    before = after;
  }
  return changes;
}
