import { DAY_MS, type Ms } from '../../time/instant.ts';
import { quoted } from '../cleanText.ts';
import { toWall } from '../../time/wall.ts';
import { dayOf } from './eventDates.ts';
import type { IcsEvent, WallSpan } from './icsEvent.ts';
import { naiveIn } from './icsTime.ts';
import { startsOf, type SeriesRule } from './seriesRule.ts';

/** A single occurrence that another entry replaces, on the clock of the series; no span when it is cancelled. */
export interface Replaced {
  readonly from: Ms;
  readonly span: WallSpan | null;
  readonly sequence: number;
}

/** More names than these are not told one by one. */
const MOST_NAMES = 5;

/** Which occurrences do these entries replace, by what? */
export function replacedBy(
  overrides: readonly IcsEvent[],
  series: IcsEvent,
  rules: readonly SeriesRule[],
  notes: string[],
): Replaced[] {
  const renamed = overrides.filter(({ title, cancelled }) => title !== series.title && !cancelled);
  for (const { title, start } of renamed.slice(0, MOST_NAMES))
    notes.push(`On ${toWall(start).slice(0, 10)} it is called ${quoted(title)} there.`);
  if (renamed.length > MOST_NAMES)
    notes.push(`${renamed.length - MOST_NAMES} more occurrences have names of their own.`);
  return overrides.map((override) => {
    const at = (naive: Ms) => naiveIn({ naive, isDate: override.isDate, utc: false, zone: override.zone }, series.zone);
    const span = override.cancelled ? null : { start: at(override.start), end: at(override.end) };
    return { from: replacedStart(override, series, rules), span, sequence: override.sequence };
  });
}

/** A date names the occurrence of that day. */
function replacedStart({ instead }: IcsEvent, series: IcsEvent, rules: readonly SeriesRule[]): Ms {
  if (!instead) return series.start;
  const at = Math.floor(naiveIn(instead.time, series.zone) / 60_000) * 60_000;
  if (series.isDate) return dayOf(at);
  if (!instead.time.isDate) return at;
  const day = { start: dayOf(at), end: dayOf(at) + DAY_MS };
  const among = [series.start, ...series.added.map(({ start }) => start)].find((start) => dayOf(start) === day.start);
  return rules.flatMap((rule) => startsOf(rule, day) ?? [])[0] ?? among ?? at;
}
