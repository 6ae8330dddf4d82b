import type { WindowImpact } from '../../../shared/api/windowCalls.ts';
import type { DimensionName } from '../../../shared/record/body/windowBody.ts';
import type { Effect } from '../../../shared/record/words.ts';
import { placeClock, placeDay, placeTime, zoneName } from '../../../shared/time/placeTime.ts';
import { impactSentence } from '../../../shared/view/impactSentence.ts';
import type { Span } from '../../../shared/window/span.ts';
import { readerZone } from '../../ui/readerZone.ts';

export const standingWords = { published: 'Published', proposed: 'Proposed', withdrawn: 'Withdrawn' };

/** What each effect does to work inside of it. */
export const effectSentences: Readonly<Record<Effect, string>> = {
  freeze: 'No change without a waiver.',
  'soft-freeze': 'The window’s owner must agree as well.',
  maintenance: 'The time work is meant for; lifts soft freezes.',
  peak: 'Work is allowed and scores higher.',
};

export const dimensionWords: Readonly<Record<DimensionName, { readonly many: string; readonly one: string }>> = {
  sites: { many: 'Sites', one: 'site' },
  services: { many: 'Services', one: 'service' },
  processes: { many: 'Business processes', one: 'business process' },
  environments: { many: 'Environments', one: 'environment' },
  categories: { many: 'Kinds of change', one: 'kind of change' },
  tenants: { many: 'Tenants', one: 'tenant' },
};

/** What stops, in numbers, with "tonight" by the reader's clock. */
export function impactWords(impact: WindowImpact): string {
  return impactSentence(impact, { now: Date.now(), zone: readerZone });
}

/** `/windows` says `site` for each site's own clock. */
export function clockWords(zone: string): string {
  return zone === 'site' ? 'each site’s own clock' : `${zoneName(zone)} time`;
}

/** When an occurrence is: whole days by their last day ("through Fri 2 Jan"), else to the minute. */
export function occurrenceWords({ start, end, startWall, endWall, zone }: Span): string {
  const whole = startWall.endsWith('T00:00') && endWall.endsWith('T00:00');
  if (whole) {
    const last = placeDay(end - 1, zone);
    const first = placeTime(start, zone).split(',')[0] ?? '';
    return placeDay(start, zone) === last ? first : `${first} through ${last}`;
  }
  const sameDay = startWall.slice(0, 10) === endWall.slice(0, 10);
  return `${placeTime(start, zone)} to ${sameDay ? '' : `${placeDay(end, zone)}, `}${placeClock(end, zone)}`;
}

/** The same by the reader's clock, `Thu 26 Nov, 18:00 to Mon 30 Nov, 00:00 New York`; null where the clocks agree. */
export function readersSpan({ start, end, zone }: Span): string | null {
  if (placeTime(start, zone) === placeTime(start, readerZone) && placeTime(end, zone) === placeTime(end, readerZone))
    return null;
  const [from, to] = [placeDay(start, readerZone), placeDay(end, readerZone)];
  const till = `${from === to ? '' : `${to}, `}${placeClock(end, readerZone)}`;
  return `${from}, ${placeClock(start, readerZone)} to ${till} ${zoneName(readerZone)}`;
}

/** What is done on a night when the clocks change: what denies is read wide, maintenance narrow. */
export function clockChangeWords({ effect, clockChange }: Pick<Span, 'effect' | 'clockChange'>): string {
  const [begins, ends] =
    effect === 'maintenance'
      ? ['it opens at the later moment', 'it closes at the earlier moment']
      : ['it begins at the earlier moment', 'it ends at the later moment'];
  const done = clockChange === 'both' ? `${begins}, and ${ends}` : clockChange === 'start' ? begins : ends;
  return `The clocks change that night: ${done}.`;
}

/** The last minute that a window still blocks: its end is outside. */
export function lastMinute(end: number): number {
  return end - 60_000;
}

const LONGEST_SAID = 90;

/** A title inside a sentence: a long one by its beginning. */
export function shortTitle(title: string): string {
  return title.length > LONGEST_SAID ? `${title.slice(0, LONGEST_SAID).trim()}…` : title;
}
