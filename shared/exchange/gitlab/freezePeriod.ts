import type { Schedule } from '../../record/body/scheduleBody.ts';
import { cleanLine, digestKey, quoted } from '../cleanText.ts';
import { cronFields } from '../cron/cronFields.ts';
import { cronRules } from '../cron/cronRules.ts';
import { textAt } from '../jsonItems.ts';
import { numbered } from '../numbered.ts';
import { refusedItem, type ReadItem } from '../readItems.ts';
import { zoneNamed } from '../zoneNames.ts';

/** Does this item say when a freeze starts and ends by two cron expressions? */
export function isFreezePeriod(item: unknown): boolean {
  return textAt(item, 'freeze_start', 'freezeStart') !== '' || textAt(item, 'freeze_end', 'freezeEnd') !== '';
}

/** Reads a freeze period: from each start to the first end after it. */
export function readFreezePeriod(item: unknown): ReadItem {
  const start = textAt(item, 'freeze_start', 'freezeStart');
  const end = textAt(item, 'freeze_end', 'freezeEnd');
  const zoneText = textAt(item, 'cron_timezone', 'cronTimezone') || 'UTC';
  const title = cleanLine(`Freeze from ${start || 'no time'} until ${end || 'no time'}`);
  const [starts, ends] = [cronFields(start), cronFields(end)];
  if (typeof starts === 'string') return refusedItem(title, `Of its start: ${starts}`);
  if (typeof ends === 'string') return refusedItem(title, `Of its end: ${ends}`);
  const zone = zoneNamed(zoneText);
  if (zone === null) return refusedItem(title, `Its time zone ${quoted(zoneText)} is not known here.`);
  const startRules = cronRules(starts, starts.times);
  const [endRule, ...moreEnds] = cronRules(ends, ends.times);
  if (startRules.length === 0) return refusedItem(title, 'It never starts: there is no such day.');
  if (!endRule) return refusedItem(title, 'It never ends: there is no such day.');
  if (moreEnds.length > 0) return refusedItem(title, 'Its end takes several rules to say; a window ends by one.');
  if (startRules.length > 40) return refusedItem(title, 'It starts too often in a day to be a window.');
  const schedules = startRules.map((rule): Schedule => ({ form: 'rule', start: rule, end: endRule }));
  const common = {
    key: digestKey(JSON.stringify(['gitlab', start, end, zone])),
    title,
    effect: 'freeze' as const,
    closedOutside: false,
    zone,
    appliedTo: [],
    notes: [...new Set([...starts.notes, ...ends.notes])],
  };
  return { windows: numbered(common, schedules), refused: [] };
}
