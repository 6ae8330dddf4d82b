import { DAY_MS, HOUR_MS, MINUTE_MS, type Ms } from '../../time/instant.ts';
import { ruleText } from '../../time/ruleText.ts';
import { toWall } from '../../time/wall.ts';
import { cleanLine, digestKey, quoted } from '../cleanText.ts';
import { exactText } from '../durationText.ts';
import { writtenDuration } from '../ics/icsTime.ts';
import { plainRule, startsOf } from '../ics/seriesRule.ts';
import { isObject, textAt, valueAt } from '../jsonItems.ts';
import { refusedItem, type ItemWindow, type ReadItem } from '../readItems.ts';
import { clockOf, hasOffset, instantOf } from './instantText.ts';
import { readExclusions } from './exclusions.ts';

/** How long GKE's daily windows last where nothing is said. */
const DAILY_MS: Ms = 4 * HOUR_MS;

/** What a maintenance window says, whichever of its spellings a file uses: the API's, Terraform's, ours. */
interface Written {
  readonly start: string;
  readonly end: string;
  readonly rule: string;
  readonly duration: string;
  readonly exclusions: unknown;
}

/** The window of this item as GKE says it; null when the item is no such window. */
export function clusterWindowOf(item: unknown): Written | null {
  const policy = valueAt(item, 'maintenancePolicy', 'maintenance_policy') ?? item;
  const holder = valueAt(policy, 'window') ?? policy;
  const recurring = valueAt(holder, 'recurringWindow', 'recurring_window');
  const daily = valueAt(holder, 'dailyMaintenanceWindow', 'daily_maintenance_window');
  const window = recurring ?? daily ?? item;
  const times = valueAt(window, 'window') ?? window;
  const start = textAt(times, 'startTime', 'start_time');
  const rule = textAt(window, 'recurrence');
  if (start === '' || (rule === '' && daily === undefined && !/daily|gke/i.test(textAt(item, 'tool')))) return null;
  return {
    start,
    end: textAt(times, 'endTime', 'end_time'),
    rule,
    duration: textAt(times, 'duration'),
    exclusions:
      valueAt(item, 'exclusions', 'maintenance_exclusion') ??
      valueAt(holder, 'maintenanceExclusions', 'maintenance_exclusions') ??
      valueAt(policy, 'maintenanceExclusions', 'maintenance_exclusion'),
  };
}

/** Reads it: automatic work happens inside alone, and not while an exclusion runs, which becomes a freeze. */
export function readClusterWindow(item: unknown, written: Written): ReadItem {
  const name = cleanLine(textAt(item, 'name') || textAt(valueAt(item, 'metadata'), 'name'));
  const title = name === '' ? `Cluster maintenance ${cleanLine(written.rule || `daily ${written.start}`, 150)}` : name;
  const key = digestKey(JSON.stringify(['gke', name, written.start, written.end, written.rule]));
  const exclusions = readExclusions(written.exclusions, key);
  const window = written.rule === '' ? dailyWindow(written) : recurringWindow(written);
  if (typeof window === 'string')
    return { windows: exclusions.windows, refused: [...refusedItem(title, window).refused, ...exclusions.refused] };
  const { schedule, notes } = window;
  const own: ItemWindow = {
    key,
    title,
    effect: 'maintenance',
    closedOutside: true,
    zone: 'UTC',
    schedule,
    notes,
    appliedTo: isObject(item) && textAt(item, 'cluster') ? [cleanLine(`cluster: ${textAt(item, 'cluster')}`)] : [],
  };
  return { windows: [own, ...exclusions.windows], refused: exclusions.refused };
}

type Read = Pick<ItemWindow, 'schedule' | 'notes'> | string;

function recurringWindow({ start, end, rule }: Written): Read {
  const [from, to] = [instantOf(start), instantOf(end)];
  if (from === null) return `Its start cannot be read: ${quoted(start)}.`;
  if (to === null) return `Its end cannot be read: ${quoted(end)}.`;
  // An opening is read narrow: into the minute after its start, and out of the one before its end.
  const [first, last] = [Math.ceil(from / MINUTE_MS) * MINUTE_MS, Math.floor(to / MINUTE_MS) * MINUTE_MS];
  const elapsed = exactText(last - first);
  if (last <= first) return 'It ends before it starts.';
  if (elapsed === null) return 'It lasts longer than a window can say.';
  const parts = plainRule(rule.replace(/^RRULE:/i, ''), false);
  const text = parts && ruleText(parts);
  const starts = text && startsOf({ rule: text, first, zone: 'UTC' }, { start: first, end: first + 1_830 * DAY_MS });
  if (!text || !starts) return `Its recurrence cannot be read: ${quoted(rule)}.`;
  if (starts.length === 0) return 'It never happens.';
  const notes = [
    ...(first !== from || last !== to ? ['Its seconds are rounded inward to whole minutes.'] : []),
    ...(hasOffset(start) ? ['Its times are told in UTC, in which such windows recur.'] : []),
  ];
  return { schedule: { form: 'rule', start: { from: toWall(first), rule: text }, end: { elapsed } }, notes };
}

function dailyWindow({ start, duration }: Written): Read {
  const minute = clockOf(start);
  const length = duration === '' ? DAILY_MS : writtenDuration(duration);
  const elapsed = length === null ? null : exactText(Math.floor(length / MINUTE_MS) * MINUTE_MS);
  if (minute === null) return `Its start is no time of day: ${quoted(start)}.`;
  if (elapsed === null) return `Its duration cannot be read: ${quoted(duration)}.`;
  const from = toWall(Date.UTC(2020, 0, 1) + minute * MINUTE_MS);
  return {
    schedule: { form: 'rule', start: { from, rule: 'FREQ=DAILY' }, end: { elapsed } },
    notes: duration === '' ? ['Daily windows there last four hours.'] : [],
  };
}
