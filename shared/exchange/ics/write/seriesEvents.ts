import { MINUTE_MS, type Ms, type Period } from '../../../time/instant.ts';
import { toWall, wallMs } from '../../../time/wall.ts';
import { durationMs } from '../../../window/duration.ts';
import { occurrenceWalls, occursAt } from '../../../window/occurrenceWalls.ts';
import { readSpan } from '../../../window/readSpan.ts';
import type { Ruled } from '../../../window/ruleWalls.ts';
import { betweenLines, eventLines, isUndoubted, type EventWords } from './eventLines.ts';
import { plainLine, timeLine } from './icsProperty.ts';
import type { WrittenRule } from './seriesRules.ts';

interface Series {
  readonly uid: string;
  readonly words: EventWords;
  readonly schedule: Ruled;
  readonly zone: string;
  readonly wide: boolean;
  readonly period: Period;
}

/** Two days on either side: no zone is further from UTC. */
const SLACK_MS: Ms = 2 * 24 * 60 * MINUTE_MS;

/**
 * One series as a VEVENT with its rule, and one more for each occurrence that the rule would not say.
 *
 * On nights when the clocks change, calendars differ about a length; what this board holds to is written out there, in
 * UTC, within the period. Moved occurrences are written out wherever they lie.
 */
export function seriesEvents(
  { uid, words, schedule, zone, wide, period }: Series,
  { first, rule }: WrittenRule,
): string[] {
  const { end } = schedule;
  const length = durationMs('elapsed' in end ? end.elapsed : 'duration' in end ? end.duration : '');
  const own = { ...schedule, start: { from: toWall(first), rule }, additions: [], moved: [], exceptions: [] };
  const left = new Set((schedule.exceptions ?? []).map(wallMs));
  const moved = new Map((schedule.moved ?? []).map((each) => [wallMs(each.from), each]));
  const dropped: Ms[] = [...left].filter((at) => occursAt(own, zone, toWall(at)));
  const events: string[] = [];
  const instead = (at: Ms, span: { start: Ms; end: Ms } | null) => {
    if (span === null) dropped.push(at);
    else events.push(...eventLines(uid, words, [recurrenceId(at, zone), ...betweenLines(span.start, span.end, zone)]));
  };
  for (const [at, to] of moved)
    if (!left.has(at) && occursAt(own, zone, toWall(at)))
      instead(at, readSpan({ start: wallMs(to.start), end: wallMs(to.end) }, zone, wide));
  const range = { start: period.start - SLACK_MS, end: period.end + SLACK_MS };
  for (const walls of occurrenceWalls(own, zone, range, wide)) {
    if (left.has(walls.start) || moved.has(walls.start)) continue;
    const span = readSpan(walls, zone, wide);
    if (span === null || span.end - span.start !== length || !isUndoubted(span.start, span.end, zone))
      instead(walls.start, span);
  }
  const when = [
    ...betweenWalls(first, first + length, zone),
    plainLine('RRULE', rule),
    ...(dropped.length > 0 ? [exceptDates(dropped, zone)] : []),
  ];
  return [...eventLines(uid, words, when), ...events];
}

function betweenWalls(start: Ms, end: Ms, zone: string): string[] {
  return [timeLine('dtstart', named(zone), start), timeLine('dtend', named(zone), end)];
}

function recurrenceId(at: Ms, zone: string): string {
  return timeLine('recurrence-id', named(zone), at);
}

function exceptDates(all: readonly Ms[], zone: string): string {
  const sorted = [...new Set(all)].toSorted((a, b) => a - b);
  return timeLine('exdate', named(zone), ...sorted);
}

function named(zone: string): string | null {
  return zone === 'UTC' ? null : zone;
}
