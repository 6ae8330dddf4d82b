import { readSyncWindow } from '../argocd/syncWindow.ts';
import { cleanLine, digestKey } from '../cleanText.ts';
import { isFreezePeriod, readFreezePeriod } from '../gitlab/freezePeriod.ts';
import { isObject, treeOf, refusedFile, textAt, valueAt } from '../jsonItems.ts';
import { readItems, refusedItem, type ReadItem } from '../readItems.ts';
import type { WindowReading } from '../windowReading.ts';
import { clusterWindowOf, readClusterWindow } from './clusterWindow.ts';
import { readStretch } from './exclusions.ts';
import { readRebootWindow } from './rebootWindow.ts';

/**
 * Maintenance windows of clusters in JSON or YAML, one or a list: GKE's recurring and daily windows with their exclusions,
 * kured's restarts, gitploy's frozen windows, freezes announced between two instants. Never throws.
 */
export function readKubernetes(text: string): WindowReading {
  const read = treeOf(text);
  if (typeof read === 'string') return refusedFile(read);
  const { value } = read;
  const list = Array.isArray(value) ? value : valueAt(value, 'items', 'windows', 'frozen_windows', 'clusters');
  const items: readonly unknown[] = Array.isArray(list) ? list : isObject(value) ? [value] : [];
  return readItems(items, readItem);
}

function readItem(item: unknown): ReadItem {
  if (isFreezePeriod(item)) return readFreezePeriod(item);
  const cluster = clusterWindowOf(item);
  if (cluster) return readClusterWindow(item, cluster);
  if (textAt(item, 'startTime', 'start-time', 'endTime', 'end-time') || valueAt(item, 'rebootDays', 'reboot-days'))
    return readRebootWindow(item);
  if (textAt(item, 'schedule')) return readSyncWindow(item);
  if (textAt(item, 'start') && textAt(item, 'duration')) return readFrozenWindow(item);
  const title = cleanLine(textAt(item, 'name', 'title')) || 'Announced freeze';
  const [start, end] = [textAt(item, 'start', 'start_time'), textAt(item, 'end', 'end_time')];
  if (!start && !end) return refusedItem(title, 'It says neither when it starts nor how it repeats.');
  const stretch = readStretch(start, end);
  if (typeof stretch === 'string') return refusedItem(title, stretch);
  const key = digestKey(JSON.stringify(['announced', title, start, end]));
  return { windows: [{ ...stretch, key, title, appliedTo: [] }], refused: [] };
}

/** gitploy: a cron expression and a duration on the clock of a location, as a denial of Argo CD. */
function readFrozenWindow(item: unknown): ReadItem {
  return readSyncWindow({
    kind: 'deny',
    schedule: textAt(item, 'start'),
    duration: textAt(item, 'duration'),
    timeZone: textAt(item, 'location') || 'UTC',
    description: textAt(item, 'name') || `Frozen ${textAt(item, 'start')} for ${textAt(item, 'duration')}`,
  });
}
