import { isObject, MOST_ITEMS, refusedFile, textAt, treeOf, valueAt } from '../jsonItems.ts';
import { readItems } from '../readItems.ts';
import type { WindowReading } from '../windowReading.ts';
import { readSyncWindow } from './syncWindow.ts';

const DEEPEST = 6;

/**
 * Argo CD sync windows: a list of them, or AppProjects, one or many, in JSON or YAML.
 *
 * Each window covers from every fire of its cron expression for its duration, exactly. Never throws.
 */
export function readArgo(text: string): WindowReading {
  const read = treeOf(text);
  return typeof read === 'string' ? refusedFile(read) : readItems(syncWindows(read.value, '', 0), readSyncWindow);
}

/** The windows in a list, a project, a list of projects, or what lists those; each with its project's name. */
function syncWindows(value: unknown, project: string, depth: number): unknown[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value))
    return value.slice(0, MOST_ITEMS + 1).flatMap((each: unknown) => syncWindows(each, project, depth + 1));
  if (!isObject(value)) return depth > 0 ? [value] : [];
  const name = textAt(valueAt(value, 'metadata'), 'name') || project;
  const windows = valueAt(valueAt(value, 'spec'), 'syncWindows') ?? valueAt(value, 'syncWindows');
  if (windows !== undefined) return syncWindows(windows, name, depth + 1);
  const items = valueAt(value, 'items');
  if (items !== undefined) return syncWindows(items, project, depth + 1);
  // A project without windows has none to read; anything else is told apart, or refused, one by one.
  if (textAt(value, 'kind') === 'AppProject') return [];
  return [project === '' || Object.hasOwn(value, 'project') ? value : { ...value, project }];
}
