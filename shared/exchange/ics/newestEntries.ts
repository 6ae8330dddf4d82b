import { placeOf, type IcsEvent } from './icsEvent.ts';
import { naiveIn } from './icsTime.ts';
import type { Series } from './splitSeries.ts';

/** What the entries of one UID come to. */
export interface Grouped {
  readonly series: readonly Series[];
  /** Entries that another one makes void, and why. */
  readonly void: readonly { readonly event: IcsEvent; readonly reason: string }[];
}

/**
 * Which entries of one UID count?
 *
 * The highest SEQUENCE, then the latest stamp, then the last in the file; for the series and for each occurrence that
 * it replaces. Two entries as new as each other that speak of different times both count: which of them a careless
 * program meant cannot be known, and a freeze must not vanish. Replacements without their series stand alone.
 */
export function newestEntries(events: readonly IcsEvent[]): Grouped {
  const dropped: { event: IcsEvent; reason: string }[] = [];
  const drop = (event: IcsEvent, by: IcsEvent) => {
    const older = event.sequence < by.sequence || event.stamp < by.stamp;
    dropped.push({
      event,
      reason: older
        ? `The entry at ${placeOf(by)} is a newer version of it.`
        : `The entry at ${placeOf(by)} says the same.`,
    });
  };
  const ordered = events.toSorted((a, b) => b.sequence - a.sequence || compare(b.stamp, a.stamp) || b.line - a.line);
  const masters: IcsEvent[] = [];
  const replacements = new Map<string, IcsEvent>();
  for (const event of ordered) {
    if (event.instead) {
      const key = `${Math.floor(naiveIn(event.instead.time, 'UTC') / 60_000)} ${event.instead.andLater}`;
      const newer = replacements.get(key);
      if (newer) drop(event, newer);
      else replacements.set(key, event);
      continue;
    }
    const newer = masters.find((each) => each.sequence > event.sequence || sameTimes(each, event));
    if (newer) drop(event, newer);
    else masters.push(event);
  }
  const overrides = [...replacements.values()].toSorted((a, b) => a.line - b.line);
  const [first, ...others] = masters.toSorted((a, b) => a.line - b.line);
  const alone = overrides.map((event) => ({ event: { ...event, rules: [], exRules: [] }, overrides: [] }));
  if (!first) return { series: alone, void: dropped };
  return { series: [{ event: first, overrides }, ...others.map((event) => ({ event, overrides: [] }))], void: dropped };
}

function sameTimes(a: IcsEvent, b: IcsEvent): boolean {
  return a.start === b.start && a.zone === b.zone;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
