import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conform as conformArgo } from '../../scripts/conformance/argo.ts';
import { conform as conformIcs } from '../../scripts/conformance/ics.ts';
import { guessFormat } from '../../shared/exchange/guessFormat.ts';
import { readHolidayList } from '../../shared/exchange/holidays/readHolidayList.ts';
import { readKubernetes } from '../../shared/exchange/kubernetes/readKubernetes.ts';
import { readShared, sharedData, withSharedData } from '../support/sharedData.ts';

test('every collected sync window is open and closed as an independent reading says', withSharedData, async () => {
  const said: string[] = [];
  const { agreed, total } = await conformArgo(sharedData('change-windows', 'argocd_sync_windows.json'), (line) =>
    said.push(line),
  );
  assert.ok(total > 0);
  assert.equal(agreed, total, said.join('\n'));
});

test('every collected calendar is read, or says of every entry why not', withSharedData, async () => {
  const said: string[] = [];
  const { agreed, total } = await conformIcs(sharedData('ics-calendars'), (line) => said.push(line));
  assert.ok(total > 0);
  assert.equal(agreed, total, said.filter((line) => !line.startsWith(' ')).join('\n'));
});

test('every other collected maintenance window is read', withSharedData, () => {
  const { windows, refused } = readKubernetes(readShared('change-windows', 'other_maintenance_windows.json'));
  assert.deepEqual(refused, []);
  const items = JSON.parse(readShared('change-windows', 'other_maintenance_windows.json')) as unknown[];
  assert.equal(new Set(windows.flatMap(({ where }) => where)).size, items.length);
});

test('bank holidays are one list for each division, and files are known for what they are', withSharedData, () => {
  const text = readShared('freeze-calendars', 'uk_bank_holidays.json');
  const { windows, refused } = readHolidayList(text);
  assert.deepEqual([windows.length, refused.length], [3, 0]);
  assert.equal(guessFormat('uk.json', text), 'holidays');
  assert.equal(guessFormat('a.json', readShared('change-windows', 'argocd_sync_windows.json')), 'argocd');
  assert.equal(guessFormat('b.json', readShared('change-windows', 'other_maintenance_windows.json')), 'kubernetes');
});
