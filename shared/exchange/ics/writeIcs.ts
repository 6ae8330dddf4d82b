import type { ChangeId, SiteId } from '../../ids.ts';
import type { SiteBody } from '../../record/body/siteBody.ts';
import type { WindowBody } from '../../record/body/windowBody.ts';
import { overlaps, type Ms, type Period } from '../../time/instant.ts';
import { isZone } from '../../time/zone.ts';
import { betweenLines, eventLines } from './write/eventLines.ts';
import { fileOf, textLine } from './write/icsProperty.ts';
import { windowEvents } from './write/windowEvents.ts';
import { windowWords } from './write/windowWords.ts';
import { zoneComponent } from './write/zoneComponent.ts';

export interface ExportedWindow {
  readonly body: WindowBody;
  /** Who owns it, by name. */
  readonly owner: string;
  /** What it covers, said as a sentence (`scopeSentence`). */
  readonly scope: string;
  /** How many revisions it has had; calendars keep the highest. */
  readonly sequence: number;
}

export interface ExportedChange {
  readonly change: ChangeId;
  readonly title: string;
  readonly start: Ms;
  readonly end: Ms;
  /** IANA zone of the place of work. */
  readonly zone: string;
  /** Lines of its description: state, services, sites, implementer. */
  readonly words: readonly string[];
  /** Not yet approved. */
  readonly tentative: boolean;
  readonly sequence: number;
}

export interface Exported {
  /** What calendars show it as. */
  readonly name: string;
  readonly windows: readonly ExportedWindow[];
  readonly changes: readonly ExportedChange[];
  readonly sites: ReadonlyMap<SiteId, SiteBody>;
  /** Series that a rule cannot say are written out within it. */
  readonly period: Period;
  /** Stamped on every event. */
  readonly now: Ms;
  /** X-WR-TIMEZONE: IANA zone of the board. */
  readonly zone: string;
}

/**
 * An iCalendar file (RFC 5545) that Thunderbird, Outlook and Google accept: what of these windows and changes touches
 * the period.
 *
 * A window whose length is fixed is a series with a rule; on nights when the clocks change its occurrences within the
 * period are written out as this board reads them. All others are written out within the period. A window on the
 * clocks of sites is a series for each clock.
 */
export function writeIcs({ name, windows, changes, sites, period, now, zone }: Exported): string {
  const events = [
    ...windows.flatMap((window) => windowEvents(window.body, windowWords(window, now), sites, period)),
    ...changes.filter((change) => overlaps(change, period)).flatMap((change) => changeEvent(change, now)),
  ];
  return fileOf([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tidegate//Tidegate//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    textLine('name', name),
    textLine('x-wr-calname', name),
    `X-WR-TIMEZONE:${isZone(zone) ? zone : 'UTC'}`,
    ...usedZones(events, period),
    ...events,
    'END:VCALENDAR',
  ]);
}

function changeEvent(change: ExportedChange, now: Ms): string[] {
  const words = {
    summary: `${change.change} ${change.title}`,
    description: change.words.join('\n'),
    categories: ['Change'],
    tentative: change.tentative,
    free: false,
    sequence: change.sequence,
    now,
  };
  const zone = isZone(change.zone) ? change.zone : 'UTC';
  return eventLines(`${change.change}@tidegate`, words, betweenLines(change.start, change.end, zone));
}

/** The VTIMEZONE of each zone that a line names, from the first year that it is named in to the end of the period. */
function usedZones(lines: readonly string[], period: Period): string[] {
  const years = new Map<string, number>();
  for (const line of lines) {
    const [, zone = '', year = ''] = /^[A-Z-]+;TZID=([^:]+):(\d{4})/.exec(line) ?? [];
    if (zone !== '') years.set(zone, Math.min(years.get(zone) ?? Number(year), Number(year)));
  }
  const last = new Date(period.end).getUTCFullYear();
  return [...years].toSorted().flatMap(([zone, first]) => zoneComponent(zone, first, Math.max(first, last)));
}
