import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArgo } from '../../shared/exchange/argocd/readArgo.ts';
import { readGitlab } from '../../shared/exchange/gitlab/readGitlab.ts';
import { guessFormat } from '../../shared/exchange/guessFormat.ts';
import { readHolidayList } from '../../shared/exchange/holidays/readHolidayList.ts';
import { readIcs } from '../../shared/exchange/ics/readIcs.ts';
import { writeIcs } from '../../shared/exchange/ics/writeIcs.ts';
import { readKubernetes } from '../../shared/exchange/kubernetes/readKubernetes.ts';

test('a calendar is known by its ending', () => {
  assert.equal(guessFormat('freeze.ics', ''), 'ics');
});

test('nothing at all is refused by every reader', () => {
  for (const read of [readIcs, readArgo, readGitlab, readKubernetes, readHolidayList])
    assert.equal(read('').refused.length, 1);
  const empty = { windows: [], changes: [], sites: new Map(), period: { start: 0, end: 1 }, now: 0, zone: 'UTC' };
  assert.match(writeIcs({ name: 'Freezes', ...empty }), /Freezes/);
});
