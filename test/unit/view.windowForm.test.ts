import assert from 'node:assert/strict';
import { test } from 'node:test';
import { windowDraft, type WindowDraft } from '../../shared/api/windowCalls.ts';
import { draftOf, formOf, noDimensions, whenOf } from '../../shared/view/windowForm.ts';

const draft: WindowDraft = {
  title: 'Month-end close',
  effect: 'freeze',
  closedOutside: false,
  owner: 'a-silva',
  ownerRole: 'finance-owner',
  reason: 'The books close.',
  scope: { everything: false, sites: ['lyon'], processes: ['close'], except: { tenants: ['acme'] } },
  reach: 'feeders',
  zone: 'Europe/Paris',
  schedule: {
    form: 'rule',
    start: { from: '2026-01-01T00:00', rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2' },
    end: { from: '2026-01-01T23:00', rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=5' },
    exceptions: ['2026-12-30T00:00'],
  },
  edge: 'finish',
};

test('a window goes through the editor unchanged', () => {
  assert.deepEqual(draftOf(formOf(draft)), draft);
  assert.deepEqual(windowDraft.parse(draftOf(formOf(draft))), draft);
});

test('a rule beyond the editor’s words goes through unchanged as well', () => {
  const rule = 'FREQ=YEARLY;BYMONTH=11;BYDAY=MO;BYMONTHDAY=19,20,21,22,23,24,25';
  const kept: WindowDraft = {
    ...draft,
    schedule: { form: 'rule', start: { from: '2026-01-01T00:00', rule }, end: { duration: 'P9D' } },
  };
  assert.equal(whenOf(kept.schedule).form, 'kept');
  assert.deepEqual(draftOf(formOf(kept)), kept);
});

test('nothing chosen is not everything', () => {
  const form = { ...formOf(draft), everything: null, within: noDimensions, except: noDimensions };
  assert.deepEqual(draftOf(form).scope, { everything: false });
  assert.equal(windowDraft.safeParse(draftOf(form)).success, false);
});

test('choosing everything drops what was listed and keeps the exceptions', () => {
  assert.deepEqual(draftOf({ ...formOf(draft), everything: true }).scope, {
    everything: true,
    except: { tenants: ['acme'] },
  });
});

test('only maintenance can close its outside', () => {
  assert.equal(draftOf({ ...formOf(draft), closedOutside: true }).closedOutside, false);
  assert.equal(draftOf({ ...formOf(draft), closedOutside: true, effect: 'maintenance' }).closedOutside, true);
});
