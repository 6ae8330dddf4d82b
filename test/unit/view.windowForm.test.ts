import assert from 'node:assert/strict';
import { test } from 'node:test';
import { windowDraft, type WindowDraft } from '../../shared/api/windowCalls.ts';
import type { Schedule } from '../../shared/record/body/scheduleBody.ts';
import { endAs, inForm, startedAt } from '../../shared/view/scheduleForms.ts';
import { draftOf, formOf, noDimensions } from '../../shared/view/windowForm.ts';

const holidays = {
  name: 'France',
  source: 'FR',
  days: [{ day: '2026-12-25', name: 'Christmas' }],
  weekend: ['SA' as const, 'SU' as const],
  through: '2030-12-31',
};
const close = {
  form: 'rule' as const,
  start: { from: '2026-01-01T00:00', rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2' },
  end: { from: '2026-01-01T23:00', rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=5' },
  exceptions: ['2026-12-30T00:00'],
};
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
  schedule: close,
  edge: 'finish',
  origin: { from: 'suggestion', key: 'month-end-close/FR' },
};
const schedules: readonly Schedule[] = [
  { form: 'once', start: '2026-11-27T18:00', end: '2026-11-30T06:00' },
  {
    form: 'dates',
    spans: [
      { start: '2026-12-24T18:00', end: '2026-12-27T06:00', name: 'Christmas' },
      { start: '2027-01-01T00:00', end: '2027-01-02T00:00' },
    ],
  },
  close,
  { ...close, start: { ...close.start, onHoliday: 'not-counted' }, holidays },
  {
    form: 'rule',
    start: { from: '2026-01-01T00:00', rule: 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;UNTIL=20301231' },
    end: { elapsed: 'PT66H' },
    additions: [{ start: '2026-05-01T00:00', end: '2026-05-02T00:00' }],
    moved: [{ from: '2026-05-11T00:00', start: '2026-05-12T00:00', end: '2026-05-13T00:00' }],
  },
  {
    form: 'fiscal',
    year: { pattern: '4-5-4', endsOn: { weekday: 'SA', month: 1, which: 'nearest-to-month-end' } },
    of: 'quarter',
    start: { days: -2, count: 'business-days', time: '18:00' },
    end: { days: 3, count: 'days', time: '24:00' },
    holidays,
  },
];

test('a window of every form goes through the editor unchanged', () => {
  for (const schedule of schedules) {
    const given = { ...draft, schedule };
    assert.deepEqual(draftOf(formOf(given)), given);
    assert.deepEqual(windowDraft.parse(draftOf(formOf(given))), given);
  }
});

test('another form keeps the first day and the set of holidays, and its own is left as it is', () => {
  const forms = ['once', 'dates', 'rule', 'fiscal'] as const;
  for (const schedule of schedules) {
    for (const form of forms) {
      const other = inForm(schedule, form, '2026-11-21T00:00');
      assert.equal(other.form, form);
      if (schedule.form === form) assert.equal(other, schedule);
      assert.ok(windowDraft.safeParse({ ...draft, schedule: other }).success, `${schedule.form} as ${form}`);
      if ('holidays' in schedule && 'holidays' in other) assert.equal(other.holidays, schedule.holidays);
    }
  }
  const once = inForm(close, 'once', '2026-11-21T00:00');
  assert.deepEqual(once, { form: 'once', start: '2026-11-21T00:00', end: '2026-11-22T00:00' });
});

test('a list of dates does not begin with the day a new window merely stood on', () => {
  const tomorrow = { form: 'once' as const, start: '2026-11-22T00:00', end: '2026-11-23T00:00' };
  assert.deepEqual(inForm(tomorrow, 'dates', '2026-11-21T00:00'), { form: 'dates', spans: [] });
  const chosen = { ...tomorrow, end: '2026-11-24T00:00' };
  const { start, end } = chosen;
  assert.deepEqual(inForm(chosen, 'dates', '2026-11-21T00:00'), { form: 'dates', spans: [{ start, end }] });
});

test('a length stays as long when it becomes exact, and an end rule is the likeliest one', () => {
  const start = { from: '2026-11-27T12:00', rule: 'FREQ=WEEKLY;BYDAY=FR' };
  assert.deepEqual(endAs({ start, end: { duration: 'P2DT18H' } }, 'elapsed'), { elapsed: 'P2DT18H' });
  assert.deepEqual(endAs({ start, end: { elapsed: 'PT66H' } }, 'duration'), { duration: 'PT66H' });
  const end = endAs({ start, end: { duration: 'PT4H' } }, 'rule');
  assert.deepEqual(end, { from: '2026-11-27T06:00', rule: 'FREQ=WEEKLY;BYDAY=MO' });
  assert.deepEqual(endAs({ start, end }, 'duration'), { duration: 'PT4H' });
  assert.deepEqual(endAs({ ...close, end: { duration: 'P9D' } }, 'rule'), {
    from: '2026-01-01T23:59',
    rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=5',
  });
});

test('an end rule counts from the first day on, however early that becomes', () => {
  const start = { ...close.start, from: '2025-03-01T00:00' };
  const earlier = startedAt(close, start);
  assert.deepEqual(earlier.end, { ...close.end, from: '2025-03-01T23:00' });
  const later = { ...close.start, from: '2027-03-01T00:00' };
  assert.deepEqual(startedAt(close, later), { ...close, start: later });
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
