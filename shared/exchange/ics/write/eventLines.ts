import type { Ms } from '../../../time/instant.ts';
import { momentOf, offsetMs } from '../../../time/zone.ts';
import { plainLine, textLine, timeLine } from './icsProperty.ts';

/** What the events of one window, or of one change, have in common. */
export interface EventWords {
  readonly summary: string;
  readonly description: string;
  readonly categories: readonly string[];
  readonly tentative: boolean;
  /** Nobody's own time is taken by it. */
  readonly free: boolean;
  readonly sequence: number;
  readonly now: Ms;
}

/** A VEVENT of its words and the lines that say when it is. */
export function eventLines(uid: string, words: EventWords, when: readonly string[]): string[] {
  return [
    'BEGIN:VEVENT',
    textLine('uid', uid),
    timeLine('dtstamp', null, words.now),
    plainLine('SEQUENCE', words.sequence),
    ...when,
    textLine('summary', words.summary),
    textLine('description', words.description),
    ...(words.categories.length > 0 ? [textLine('categories', ...words.categories)] : []),
    plainLine('STATUS', words.tentative ? 'TENTATIVE' : 'CONFIRMED'),
    plainLine('TRANSP', words.free ? 'TRANSPARENT' : 'OPAQUE'),
    plainLine('X-MICROSOFT-CDO-BUSYSTATUS', words.free ? 'FREE' : words.tentative ? 'TENTATIVE' : 'BUSY'),
    'END:VEVENT',
  ];
}

/** From one moment to another: on the wall of the zone where that says it without doubt, else in UTC. */
export function betweenLines(start: Ms, end: Ms, zone: string): string[] {
  if (zone === 'UTC' || !isUndoubted(start, end, zone))
    return [timeLine('dtstart', null, start), timeLine('dtend', null, end)];
  return [timeLine('dtstart', zone, start + offsetMs(start, zone)), timeLine('dtend', zone, end + offsetMs(end, zone))];
}

/** Does the clock of the zone show both moments once, and no change between them? */
export function isUndoubted(start: Ms, end: Ms, zone: string): boolean {
  const isOnce = (at: Ms) => {
    const wall = at + offsetMs(at, zone);
    return momentOf(wall, zone, 'earlier') === momentOf(wall, zone, 'later');
  };
  return isOnce(start) && isOnce(end) && offsetMs(start, zone) === offsetMs(end, zone);
}
