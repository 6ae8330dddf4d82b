import type { SiteId } from '../../../ids.ts';
import type { SiteBody } from '../../../record/body/siteBody.ts';
import type { WindowBody } from '../../../record/body/windowBody.ts';
import type { Period } from '../../../time/instant.ts';
import { toWall } from '../../../time/wall.ts';
import { isZone } from '../../../time/zone.ts';
import { scopedSites, zonedSpans } from '../../../window/expandWindow.ts';
import { occursAt } from '../../../window/occurrenceWalls.ts';
import { readsWide } from '../../../window/readSpan.ts';
import type { Span } from '../../../window/span.ts';
import { betweenLines, eventLines, type EventWords } from './eventLines.ts';
import { seriesEvents } from './seriesEvents.ts';
import { seriesRules } from './seriesRules.ts';

/** The events of one window that touch the period: on its own clock, or a set for each clock of its sites. */
export function windowEvents(
  body: WindowBody,
  words: EventWords,
  sites: ReadonlyMap<SiteId, SiteBody>,
  period: Period,
): string[] {
  const uid = `window-${body.window}`;
  if (body.zone !== 'site') return clockEvents(body, body.zone, words, uid, period);
  const places = new Map<string, string[]>();
  for (const site of scopedSites(body, sites)) {
    const zone = sites.get(site)?.zone ?? 'unknown';
    places.set(zone, [...(places.get(zone) ?? []), sites.get(site)?.name ?? site]);
  }
  return [...places].flatMap(([zone, names]) => {
    const summary = `${words.summary} (${names.length > 3 ? `${names.length} sites` : names.join(', ')})`;
    return clockEvents(body, zone, { ...words, summary }, `${uid}-${slug(zone)}`, period);
  });
}

function clockEvents(body: WindowBody, zone: string, words: EventWords, uid: string, period: Period): string[] {
  const { schedule } = body;
  const wide = readsWide(body.effect);
  const rules = schedule.form === 'rule' && isZone(zone) ? seriesRules(schedule, zone) : null;
  if (schedule.form !== 'rule' || rules === null)
    return zonedSpans(body, zone, period).flatMap((span) => singleEvent(span, words, uid));
  const series = rules.flatMap((rule, index) => {
    const own = { ...schedule, start: { from: toWall(rule.first), rule: rule.rule }, additions: [] };
    if (zonedSpans({ ...body, schedule: own }, zone, period).length === 0) return [];
    const name = index === 0 ? uid : `${uid}-${index + 1}`;
    return seriesEvents({ uid: `${name}@tidegate`, words, schedule, zone, wide, period }, rule);
  });
  // What stands beside the rule: additions, and moved occurrences of dates on which nothing would have been.
  const lost = (schedule.moved ?? []).filter(({ from }) => wide && !occursAt(schedule, zone, from));
  const beside = [...(schedule.additions ?? []), ...lost].flatMap(({ start, end }) =>
    zonedSpans({ ...body, schedule: { form: 'once', start, end } }, zone, period),
  );
  return [...series, ...beside.flatMap((span) => singleEvent(span, words, uid))];
}

function singleEvent(span: Span, words: EventWords, uid: string): string[] {
  const summary = span.name === undefined ? words.summary : `${words.summary}: ${span.name}`;
  const zone = isZone(span.zone) ? span.zone : 'UTC';
  const name = `${uid}-${span.startWall.replace(/[-:]/g, '')}-${Math.round((span.end - span.start) / 60_000)}@tidegate`;
  return eventLines(name, { ...words, summary }, betweenLines(span.start, span.end, zone));
}

function slug(zone: string): string {
  return zone.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
