import { DAY_MS, type Ms } from '../../time/instant.ts';
import { dayOf } from './eventDates.ts';
import type { IcsEvent, WallSpan } from './icsEvent.ts';
import { naiveIn } from './icsTime.ts';
import { ruleText, type RuleParts } from '../../time/ruleText.ts';
import { toWall } from '../../time/wall.ts';
import { shiftedRule } from './shiftedRule.ts';
import { endingWith, plainRule, startsOf, uncounted } from './seriesRule.ts';

/** A series and the single occurrences that other entries replace. */
export interface Series {
  readonly event: IcsEvent;
  readonly overrides: readonly IcsEvent[];
}

/** How far a rule is written out when a change of its day keeps it from being a rule. */
const WRITTEN_MS: Ms = 10 * 366 * DAY_MS;
const MOST_WRITTEN = 1_900;
/** How far the end of a rule is looked for. */
const FOLLOWED_MS: Ms = 120 * 366 * DAY_MS;

/**
 * One series for each stretch between entries that change "this and all later occurrences".
 *
 * What such an entry changes is how far an occurrence lies from where it would have been, and how long it lasts; the
 * rule is shifted where a rule can be, and written out elsewhere.
 */
export function splitSeries({ event, overrides }: Series): Series[] {
  const changes = overrides
    .flatMap((override) => (override.instead?.andLater ? [{ override, from: startIn(override, event) }] : []))
    .toSorted((a, b) => a.from - b.from);
  if (changes.length === 0) return [{ event, overrides }];
  const singles = overrides.filter(({ instead }) => !instead?.andLater);
  const bounds = [...changes.map(({ from }) => from), Number.POSITIVE_INFINITY];
  const before = stretch(event, singles, Number.NEGATIVE_INFINITY, bounds[0] ?? 0, event);
  const after = changes.map(({ override, from }, index) =>
    override.cancelled ? [] : stretch(event, singles, from, bounds[index + 1] ?? from, override),
  );
  return [...before, ...after.flat()];
}

/** The occurrences that would start from `from` on and before `to`, happening as `changed` says. */
function stretch(event: IcsEvent, singles: readonly IcsEvent[], from: Ms, to: Ms, changed: IcsEvent): Series[] {
  const inside = (at: Ms) => at >= from && at < to;
  if (changed === event && !inside(event.start)) return [];
  const own = singles.filter((single) => inside(startIn(single, event)));
  const at = (naive: Ms) => naiveIn({ naive, isDate: changed.isDate, utc: false, zone: changed.zone }, event.zone);
  const shift = changed === event ? 0 : at(changed.start) - from;
  const length = changed === event ? event.end - event.start : at(changed.end) - at(changed.start);
  const zone = event.zone ?? 'UTC';
  const kept = new Set(changed === event ? [] : own.map((single) => startIn(single, event)));
  const rules: string[] = [];
  const added: WallSpan[] = [];
  const notes = [...event.notes, ...(changed === event ? [] : changed.notes)];
  for (const text of event.rules) {
    const parts = plainRule(text, event.isDate);
    const shifted = parts && shiftedRule(parts, from, shift);
    if (!parts) rules.push(text);
    else if (shifted) {
      const last = lastBefore(parts, event, to);
      if (last === null || last >= from)
        rules.push(last === null ? ruleText(shifted) : endingWith(shifted, last + shift));
    } else {
      const end = from + WRITTEN_MS;
      const rule = { rule: uncounted(parts, event.start, zone).rule, first: event.start, zone };
      const starts = startsOf(rule, { start: from, end: Math.min(to, end) }) ?? [];
      for (const start of starts.slice(0, MOST_WRITTEN))
        if (!kept.has(start)) added.push({ start: start + shift, end: start + shift + length });
      const goesOn = to > end && (startsOf(rule, { start: end, end: end + WRITTEN_MS })?.length ?? 1) > 0;
      if (starts.length > MOST_WRITTEN || goesOn)
        notes.push(`It goes on, but is written out no further than ${toWall(added.at(-1)?.start ?? from)}.`);
    }
  }
  for (const span of event.added)
    if (inside(span.start) && !kept.has(span.start))
      added.push(changed === event ? span : { start: span.start + shift, end: span.start + shift + length });
  const start = changed === event ? event.start : from + shift;
  const left = event.left.filter((each) => inside(each.at)).map((each) => ({ ...each, at: each.at + shift }));
  const exRules = shift === 0 ? event.exRules : [];
  if (exRules.length < event.exRules.length) notes.push('What its EXRULE leaves out happens from here on.');
  const moved = { ...event, title: changed.title, notes };
  const overrides = own.map((single) => ({
    ...single,
    instead: single.instead && {
      ...single.instead,
      time: { ...single.instead.time, naive: single.instead.time.naive + shift },
    },
  }));
  return [{ event: { ...moved, start, end: start + length, rules, exRules, added, left }, overrides }];
}

/** The last occurrence before the moment; null when the series goes on for ever. */
function lastBefore(parts: RuleParts, { start, zone }: IcsEvent, to: Ms): Ms | null {
  if (to === Number.POSITIVE_INFINITY && !parts.has('COUNT') && !parts.has('UNTIL')) return null;
  const { rule } = uncounted(parts, start, zone ?? 'UTC');
  const end = Math.min(to, start + FOLLOWED_MS);
  return startsOf({ rule, first: start, zone: zone ?? 'UTC' }, { start, end })?.at(-1) ?? start - 1;
}

function startIn({ instead }: IcsEvent, { zone, isDate }: IcsEvent): Ms {
  if (!instead) return 0;
  const at = Math.floor(naiveIn(instead.time, zone) / 60_000) * 60_000;
  return isDate ? dayOf(at) : at;
}
