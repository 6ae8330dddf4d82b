import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArgo } from '../../shared/exchange/argocd/readArgo.ts';
import { readGitlab } from '../../shared/exchange/gitlab/readGitlab.ts';
import { readHolidayList } from '../../shared/exchange/holidays/readHolidayList.ts';
import { readKubernetes } from '../../shared/exchange/kubernetes/readKubernetes.ts';
import { asBody, calendar, covered } from '../support/exchangeBuild.ts';
import { at } from '../support/windowBuild.ts';

const deny = (schedule: string, duration: string, timeZone = 'UTC') => ({ kind: 'deny', schedule, duration, timeZone });
const argo = (...items: readonly object[]) => readArgo(JSON.stringify(items));

test('a cron expression becomes the plainest rule that says it, and its duration is exact', () => {
  const [window] = argo(deny('0 22 * * 5', '36h', 'Europe/Paris')).windows;
  assert.deepEqual(window?.schedule, {
    form: 'rule',
    start: { from: '2020-01-03T22:00', rule: 'FREQ=WEEKLY;BYDAY=FR' },
    end: { elapsed: 'PT36H' },
  });
  assert.equal(window?.effect, 'freeze');
  const [allowed] = argo({ kind: 'allow', schedule: '0 9 * * *', duration: '8h', applications: ['web-*'] }).windows;
  assert.deepEqual([allowed?.effect, allowed?.closedOutside, allowed?.zone], ['maintenance', true, 'UTC']);
  assert.deepEqual(allowed?.appliedTo, ['applications: web-*']);
});

test('fires that touch are one stretch, and fires without a gap are always', () => {
  const [day] = argo(deny('0 8-18 * * 1-5', '10h')).windows;
  assert.deepEqual(day?.schedule.form === 'rule' && day.schedule.end, { elapsed: 'PT20H' });
  for (const each of [deny('* * * * *', '24h'), deny('*/30 * * * *', '30m', 'Australia/Lord_Howe')]) {
    const [always] = argo(each).windows;
    assert.deepEqual(always?.schedule.form === 'rule' && always.schedule.end, { duration: 'P1D' });
  }
});

test('days of the month or of the week: two windows, numbered', () => {
  const { windows } = argo(deny('0 0 1,15 * 1', '2h'));
  assert.deepEqual(
    windows.map(({ title }) => title.slice(-8)),
    ['(1 of 2)', '(2 of 2)'],
  );
  const march = { start: at('2026-03-01T00:00'), end: at('2026-03-10T00:00') };
  assert.deepEqual(
    covered(
      windows.map((window) => asBody(window)),
      march,
    ).map((each) => each.slice(5, 10)),
    ['03-01', '03-02', '03-09'],
  );
});

test('what a sync window cannot mean is refused with the reason', () => {
  const reasons = argo(
    deny('0 20-8 * * *', '12h'),
    deny('* * * * *', ''),
    deny('0 0 31 2 *', '1h'),
    deny('0 0 * * *', '2d'),
    deny('0 0 * * *', '0'),
    deny('0 0 * *', '1h'),
    deny('0 0 * * *', '1h', 'Mars/Base'),
    { ...deny('0 0 * * *', '1h'), kind: 'maybe' },
  ).refused.map(({ reason }) => reason);
  assert.deepEqual(reasons, [
    'Its hour runs backwards (20-8); write two ranges instead.',
    'It has no duration.',
    'It never happens: there is no such day.',
    'Its duration “2d” cannot be read; write 48h, 1h30m.',
    'It has no length: its duration is less than a minute, or nothing.',
    'Its schedule has 4 parts; a cron expression has five.',
    'Its time zone “Mars/Base” is not known here.',
    'Its kind is “maybe”, not allow or deny.',
  ]);
});

test('projects are read for their windows, in a list or alone, in JSON and in YAML', () => {
  const project = { kind: 'AppProject', metadata: { name: 'shop' }, spec: { syncWindows: [deny('0 0 * * *', '1h')] } };
  for (const given of [project, { items: [project] }, [project]])
    assert.deepEqual(readArgo(JSON.stringify(given)).windows[0]?.appliedTo, ['project: shop']);
  const manifest = `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: { name: shop }
spec:
  syncWindows:
    - kind: deny
      schedule: '0 22 * * 1-5' # nights
      duration: 8h
      timeZone: Europe/Paris
      applications: ['till-*']
    - { kind: allow, schedule: "0 6 * * 6", duration: 4h }
---
kind: AppProject
metadata: { name: warehouse }
spec: { syncWindows: [{ kind: deny, schedule: "0 0 * * *", duration: 1h }] }
`;
  const { windows, refused } = readArgo(manifest);
  assert.deepEqual(refused, []);
  assert.deepEqual(
    windows.map(({ effect, zone, appliedTo }) => [effect, zone, appliedTo[0]]),
    [
      ['freeze', 'Europe/Paris', 'project: shop'],
      ['maintenance', 'UTC', 'project: shop'],
      ['freeze', 'UTC', 'project: warehouse'],
    ],
  );
});

test('broken YAML, and YAML that would grow without end, is refused with its line', () => {
  assert.match(readArgo('spec:\n  syncWindows: [\n').refused[0]?.reason ?? '', /see line \d/);
  const levels = Array.from({ length: 12 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(9)}]`);
  assert.equal(readArgo(`l0: &l0 [x]\n${levels.join('\n')}\n`).windows.length, 0);
});

test('a GitLab freeze runs from each start to the first end after it', () => {
  const period = { freeze_start: '0 23 * * 5', freeze_end: '0 7 * * 1', cron_timezone: 'Europe/Berlin' };
  const { windows } = readGitlab(JSON.stringify([period]));
  const week = { start: at('2026-03-23T00:00'), end: at('2026-04-01T00:00') };
  assert.deepEqual(
    covered(
      windows.map((window) => asBody(window)),
      week,
    ),
    ['2026-03-23T00:00:00.000Z/2026-03-23T06:00:00.000Z', '2026-03-27T22:00:00.000Z/2026-03-30T05:00:00.000Z'],
  );
  assert.match(readGitlab(JSON.stringify([{ ...period, freeze_end: '' }])).refused[0]?.reason ?? '', /Of its end/);
});

test('cluster windows: recurring with exclusions, daily, restarts on the clock of the machine', () => {
  const recurring = {
    start_time: '2024-01-07T02:00:00Z',
    end_time: '2024-01-07T06:00:00Z',
    recurrence: 'FREQ=WEEKLY;BYDAY=SU',
    exclusions: [
      { name: 'season', start_time: '2024-02-01T00:00:00Z', end_time: '2024-04-30T23:59:59Z' },
      { name: 'backwards', start_time: '2024-02-02T00:00:00Z', end_time: '2024-02-01T00:00:00Z' },
    ],
  };
  const api = {
    maintenancePolicy: {
      window: {
        dailyMaintenanceWindow: { startTime: '03:00', duration: 'PT4H0M0S' },
        maintenanceExclusions: { peak: { startTime: '2026-11-15T00:00:00Z', endTime: '2026-12-05T00:00:00Z' } },
      },
    },
  };
  const restarts = { timeZone: 'Local', startTime: '9pm', endTime: '5am', rebootDays: ['mon', 'tu', 'Friday'] };
  const { windows, refused } = readKubernetes(JSON.stringify([recurring, api, restarts]));
  assert.deepEqual(
    windows.map(({ effect, zone, where }) => [where[0], effect, zone]),
    [
      ['item 1', 'maintenance', 'UTC'],
      ['item 1', 'freeze', 'UTC'],
      ['item 2', 'maintenance', 'UTC'],
      ['item 2', 'freeze', 'UTC'],
      ['item 3', 'maintenance', null],
    ],
  );
  assert.deepEqual(windows[1]?.schedule, { form: 'once', start: '2024-02-01T00:00', end: '2024-05-01T00:00' });
  assert.deepEqual(windows[4]?.schedule, {
    form: 'rule',
    start: { from: '2020-01-01T21:00', rule: 'FREQ=WEEKLY;BYDAY=MO,TU,FR' },
    end: { duration: 'PT8H' },
  });
  assert.deepEqual(refused, [{ title: 'backwards', reason: 'It ends before it starts.', where: 'item 1' }]);
});

test('holiday lists: GOV.UK’s shapes, CSV, plain lines and calendars become one list each', () => {
  const divisions = {
    divisions: {
      'england-and-wales': {
        2026: [
          { title: 'bank_holidays.good_friday', date: '03/04/2026' },
          { title: 'Boxing Day', date: '26/12/2026' },
        ],
      },
    },
  };
  const [england] = readHolidayList(JSON.stringify(divisions)).windows;
  assert.equal(england?.title, 'Holidays, England and Wales');
  assert.deepEqual(england?.schedule.form === 'dates' && england.schedule.spans[0], {
    start: '2026-04-03T00:00',
    end: '2026-04-04T00:00',
    name: 'Good Friday',
  });
  const csv = readHolidayList('date,name\n2026-12-25,"Christmas, the day"\n2026-02-30,Never\n');
  assert.deepEqual(
    csv.windows[0]?.schedule.form === 'dates' && csv.windows[0].schedule.spans[0]?.name,
    'Christmas, the day',
  );
  assert.deepEqual(csv.refused, [{ title: 'Never', where: 'line 3', reason: 'It is no day: “2026-02-30”.' }]);
  assert.equal(readHolidayList('2026-12-25 Christmas\n01.05.2026 Labour Day').windows[0]?.where.length, 2);
  const days = ['20261225', '20261226'].map((day) => [`UID:${day}`, `SUMMARY:${day}`, `DTSTART;VALUE=DATE:${day}`]);
  const listed = readHolidayList(calendar(...days)).windows;
  assert.deepEqual([listed.length, listed[0]?.zone, listed[0]?.where.length], [1, null, 2]);
});
