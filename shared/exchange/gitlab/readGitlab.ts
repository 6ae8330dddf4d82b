import { isObject, treeOf, refusedFile, valueAt } from '../jsonItems.ts';
import { readItems, refusedItem } from '../readItems.ts';
import type { WindowReading } from '../windowReading.ts';
import { isFreezePeriod, readFreezePeriod } from './freezePeriod.ts';

/** GitLab freeze periods in JSON or YAML: the answer of its API, or one of them. Never throws. */
export function readGitlab(text: string): WindowReading {
  const read = treeOf(text);
  if (typeof read === 'string') return refusedFile(read);
  const { value } = read;
  const list = Array.isArray(value) ? value : valueAt(value, 'freeze_periods', 'freezePeriods');
  const items: readonly unknown[] = Array.isArray(list) ? list : isObject(value) ? [value] : [];
  return readItems(items, (item) =>
    isFreezePeriod(item)
      ? readFreezePeriod(item)
      : refusedItem('Not named', 'It has neither freeze_start nor freeze_end.'),
  );
}
