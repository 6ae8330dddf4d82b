import { MINUTE_MS } from '../../time/instant.ts';
import { isZone } from '../../time/zone.ts';
import { cleanLine, digestKey, quoted } from '../cleanText.ts';
import { cronFields } from '../cron/cronFields.ts';
import { cronSchedules } from '../cron/cronSchedules.ts';
import { goDuration } from '../cron/goDuration.ts';
import { isObject, textAt, textsAt, valueAt } from '../jsonItems.ts';
import { numbered } from '../numbered.ts';
import { refusedItem, type ReadItem } from '../readItems.ts';
import { zoneNamed } from '../zoneNames.ts';

/** What a sync window can apply to there, by the name of its field. */
const targets = ['applications', 'namespaces', 'clusters'] as const;

/** Reads one sync window: `deny` freezes; `allow` is maintenance, outside of which the product denies. */
export function readSyncWindow(item: unknown): ReadItem {
  if (!isObject(item)) return refusedItem(cleanLine(JSON.stringify(item) ?? ''), 'It is not a sync window.');
  const kind = textAt(item, 'kind').toLowerCase();
  const cron = textAt(item, 'schedule');
  const length = textAt(item, 'duration');
  const zoneText = textAt(item, 'timeZone', 'timezone', 'time_zone') || 'UTC';
  const project = textAt(item, 'project');
  const about = targets.flatMap((name) => {
    const texts = textsAt(item, name);
    return texts.length > 0 ? [cleanLine(`${name}: ${texts.join(', ')}`)] : [];
  });
  const called =
    textAt(item, 'description') || `${kind === 'deny' ? 'Deny' : 'Allow'} ${cron} for ${length || 'no time'}`;
  const title = cleanLine(about[0] && !textAt(item, 'description') ? `${called} (${about[0]})` : called);
  if (kind !== 'deny' && kind !== 'allow') return refusedItem(title, `Its kind is ${quoted(kind)}, not allow or deny.`);
  const fields = cronFields(cron);
  if (typeof fields === 'string') return refusedItem(title, fields);
  const zone = isZone(zoneText) ? zoneNamed(zoneText) : null;
  if (zone === null) return refusedItem(title, `Its time zone ${quoted(zoneText)} is not known here.`);
  if (length === '') return refusedItem(title, 'It has no duration.');
  const exact = goDuration(length);
  if (exact === null) return refusedItem(title, `Its duration ${quoted(length)} cannot be read; write 48h, 1h30m.`);
  const opens = kind === 'allow';
  const whole = (opens ? Math.floor : Math.ceil)(exact / MINUTE_MS) * MINUTE_MS;
  if (whole <= 0) return refusedItem(title, 'It has no length: its duration is less than a minute, or nothing.');
  const schedules = cronSchedules(fields, whole, zone, opens);
  if (typeof schedules === 'string') return refusedItem(title, schedules);
  const notes = [...fields.notes];
  if (whole !== exact) notes.push('Its seconds are rounded: a freeze up to the minute, an opening down.');
  if (valueAt(item, 'manualSync') === true)
    notes.push('Manual syncs pass it there; here a freeze is passed by a waiver.');
  const said = [kind, cron, length, zone, project, ...about];
  const common = {
    key: digestKey(JSON.stringify(said)),
    title,
    effect: opens ? ('maintenance' as const) : ('freeze' as const),
    closedOutside: opens,
    zone,
    appliedTo: [...(project === '' ? [] : [cleanLine(`project: ${project}`)]), ...about],
    notes,
  };
  return { windows: numbered(common, schedules), refused: [] };
}
