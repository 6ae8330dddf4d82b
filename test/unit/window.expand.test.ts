import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR_MS } from '../../shared/time/instant.ts';
import { placeTime } from '../../shared/time/placeTime.ts';
import { expandWindow } from '../../shared/window/expandWindow.ts';
import { nextOccurrences } from '../../shared/window/occurrences.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { aSite, at, aWindow, lasting, once, until } from '../support/windowBuild.ts';

const noSites = new Map();
const spansIn = (window: WindowBody, from: string, to: string) =>
  expandWindow(window, noSites, { start: at(from), end: at(to) });
const inParis = (window: WindowBody, from: string, to: string) =>
  spansIn(window, from, to).map(({ start, end }) => [placeTime(start, 'Europe/Paris'), placeTime(end, 'Europe/Paris')]);
const hours = ({ start, end }: { start: number; end: number }) => (end - start) / HOUR_MS;

test('the Black Friday freeze of 2026 runs from Monday 23 November through Tuesday 1 December', () => {
  const rule = 'FREQ=YEARLY;BYMONTH=11;BYDAY=MO;BYMONTHDAY=19,20,21,22,23,24,25';
  const window = aWindow({ schedule: lasting('2024-01-01T00:00', rule, 'P9D') });
  assert.deepEqual(inParis(window, '2026-11-01T00:00', '2027-01-01T00:00'), [
    ['Mon 23 Nov 2026, 00:00', 'Wed 2 Dec 2026, 00:00'],
  ]);
  const starts = spansIn(window, '2024-01-01T00:00', '2031-01-01T00:00').map(({ startWall }) => startWall.slice(5, 10));
  assert.deepEqual(starts, ['11-25', '11-24', '11-23', '11-22', '11-20', '11-19', '11-25']);
});

test('month-end close runs from the second-last business day to the end of the fifth', () => {
  const business = 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=';
  const schedule = until('2026-01-01T00:00', `${business}-2`, '2026-01-01T23:59', `${business}5`);
  assert.deepEqual(inParis(aWindow({ schedule }), '2026-12-15T00:00', '2027-02-01T00:00'), [
    ['Wed 30 Dec 2026, 00:00', 'Fri 8 Jan 2027, 00:00'],
    ['Thu 28 Jan 2027, 00:00', 'Sat 6 Feb 2027, 00:00'],
  ]);
});

test('an end at 23:59 leaves no open minute in a freeze and takes none in maintenance', () => {
  const schedule = once('2026-11-27T00:00', '2026-11-27T23:59');
  const [freeze] = spansIn(aWindow({ schedule }), '2026-11-27T00:00', '2026-11-29T00:00');
  const [open] = spansIn(aWindow({ schedule, effect: 'maintenance' }), '2026-11-27T00:00', '2026-11-29T00:00');
  assert.equal(freeze?.endWall, '2026-11-28T00:00');
  assert.equal(open?.endWall, '2026-11-27T23:59');
});

test('Friday noon to Monday six lasts 66 hours, and 65 or 67 where the clocks change', () => {
  const weekend = aWindow({
    schedule: until('2026-01-02T12:00', 'FREQ=WEEKLY;BYDAY=FR', '2026-01-05T06:00', 'FREQ=WEEKLY;BYDAY=MO'),
  });
  const lengths = (from: string, to: string) => spansIn(weekend, from, to).map(hours);
  assert.deepEqual(lengths('2026-06-05T00:00', '2026-06-08T00:00'), [66]);
  assert.deepEqual(lengths('2026-03-28T00:00', '2026-03-29T00:00'), [65]);
  assert.deepEqual(lengths('2026-10-24T00:00', '2026-10-25T00:00'), [67]);
});

test('the night from 22:00 to 06:00 lasts seven or nine hours when the clocks change', () => {
  const night = aWindow({ schedule: lasting('2026-01-01T22:00', 'FREQ=DAILY', 'PT8H') });
  const length = (day: string) => spansIn(night, `${day}T22:30`, `${day}T23:00`).map(hours);
  assert.deepEqual([length('2026-03-28'), length('2026-10-24'), length('2026-05-05')], [[7], [9], [8]]);
});

test('a freeze that starts at a time the clocks skip happens, from the earlier reading to the later', () => {
  const schedule = lasting('2026-01-01T02:15', 'FREQ=DAILY', 'PT30M');
  const [freeze] = spansIn(aWindow({ schedule }), '2026-03-29T00:00', '2026-03-29T06:00');
  assert.deepEqual([freeze?.start, freeze?.end], [at('2026-03-29T00:15'), at('2026-03-29T01:45')]);
  assert.equal(freeze?.clockChange, 'both');
  assert.equal(freeze?.startWall, '2026-03-29T02:15');
  assert.deepEqual(spansIn(aWindow({ schedule, effect: 'maintenance' }), '2026-03-29T00:00', '2026-03-29T06:00'), []);
});

test('on the long night a freeze takes both readings and maintenance what both agree on', () => {
  const schedule = lasting('2026-01-01T02:30', 'FREQ=DAILY', 'PT2H');
  const read = (effect: WindowBody['effect']) =>
    spansIn(aWindow({ schedule, effect }), '2026-10-25T00:00', '2026-10-25T06:00').map(hours);
  assert.deepEqual([read('freeze'), read('soft-freeze'), read('peak'), read('maintenance')], [[3], [3], [3], [2]]);
});

test('an exact length ends so many hours after it began, whatever the clock then shows', () => {
  const schedule: WindowBody['schedule'] = {
    form: 'rule',
    start: { from: '2026-01-01T22:00', rule: 'FREQ=DAILY' },
    end: { elapsed: 'PT8H' },
  };
  const read = (day: string, effect: WindowBody['effect']) =>
    spansIn(aWindow({ schedule, effect }), `${day}T22:30`, `${day}T23:00`).map((span) => [hours(span), span.endWall]);
  for (const effect of ['freeze', 'maintenance'] as const) {
    assert.deepEqual(read('2026-03-28', effect), [[8, '2026-03-29T07:00']]);
    assert.deepEqual(read('2026-10-24', effect), [[8, '2026-10-25T05:00']]);
    assert.deepEqual(read('2026-05-05', effect), [[8, '2026-05-06T06:00']]);
  }
});

test('an exact length from a time that happens twice is counted from both when it denies, from what both leave when it opens', () => {
  const schedule: WindowBody['schedule'] = {
    form: 'rule',
    start: { from: '2026-01-01T02:30', rule: 'FREQ=DAILY' },
    end: { elapsed: 'PT2H' },
  };
  const read = (effect: WindowBody['effect'], day = '2026-10-25') =>
    spansIn(aWindow({ schedule, effect }), `${day}T00:00`, `${day}T06:00`).map((span) => [hours(span), span.endWall]);
  assert.deepEqual([read('freeze'), read('maintenance')], [[[3, '2026-10-25T04:30']], [[1, '2026-10-25T03:30']]]);
  // 02:30 does not happen on 29 March: 01:30 and 03:30 stand for it.
  assert.deepEqual(read('freeze', '2026-03-29'), [[3, '2026-03-29T05:30']]);
  assert.deepEqual(read('maintenance', '2026-03-29'), [[1, '2026-03-29T04:30']]);
});

test('maintenance is never longer than its text: on the long night it ends an hour early by the clock', () => {
  const [night] = spansIn(
    aWindow({ schedule: once('2026-10-24T22:00', '2026-10-25T06:00'), effect: 'maintenance' }),
    '2026-10-24T00:00',
    '2026-10-26T00:00',
  );
  assert.ok(night);
  assert.deepEqual([hours(night), night.endWall, night.clockChange], [8, '2026-10-25T05:00', 'end']);
});

test('a start inside an open span joins it', () => {
  const schedule = until('2026-06-01T08:00', 'FREQ=DAILY', '2026-06-01T20:00', 'FREQ=WEEKLY;BYDAY=WE');
  const spans = spansIn(aWindow({ schedule }), '2026-06-01T00:00', '2026-06-11T00:00');
  assert.deepEqual(
    spans.map(({ startWall, endWall }) => [startWall.slice(5), endWall.slice(5)]),
    [
      ['06-01T08:00', '06-03T20:00'],
      ['06-04T08:00', '06-10T20:00'],
    ],
  );
});

test('an exception takes a start away and an addition stands beside the rule', () => {
  const schedule = {
    ...lasting('2026-06-01T08:00', 'FREQ=WEEKLY', 'PT2H'),
    exceptions: ['2026-06-08T08:00'],
    additions: [{ start: '2026-06-10T09:00', end: '2026-06-10T10:00' }],
  } as WindowBody['schedule'];
  const starts = spansIn(aWindow({ schedule }), '2026-06-01T00:00', '2026-06-16T00:00').map((span) => span.startWall);
  assert.deepEqual(starts, ['2026-06-01T08:00', '2026-06-10T09:00', '2026-06-15T08:00']);
});

test('what began before the period and still runs is found, however long ago it began', () => {
  const schedule = until(
    '2026-01-01T00:00',
    'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=10',
    '2026-01-01T00:00',
    'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20',
  );
  assert.equal(spansIn(aWindow({ schedule }), '2026-12-19T00:00', '2026-12-19T01:00').length, 1);
  assert.equal(spansIn(aWindow({ schedule }), '2026-12-21T00:00', '2026-12-21T01:00').length, 0);
});

test('a start whose end is missing freezes for 400 days and opens nothing', () => {
  const schedule = until('2026-01-10T00:00', 'FREQ=DAILY;COUNT=1', '2026-01-01T00:00', 'FREQ=DAILY;COUNT=3');
  const days = (effect: WindowBody['effect']) =>
    spansIn(aWindow({ schedule, effect, zone: 'UTC' }), '2026-06-01T00:00', '2026-06-02T00:00').map(
      (span) => hours(span) / 24,
    );
  assert.deepEqual(days('freeze'), [400]);
  assert.deepEqual(days('maintenance'), []);
});

test('a window on site clocks has one span for each site in scope, on its own clock', () => {
  const sites = new Map(
    [aSite('lyon'), aSite('newark', 'America/New_York'), aSite('pune', 'Asia/Kolkata')].map((s) => [s.site, s]),
  );
  const window = aWindow({ zone: 'site', scope: { everything: true, except: { sites: ['pune'] } } });
  const spans = expandWindow(window, sites, { start: at('2026-11-27T00:00'), end: at('2026-11-29T00:00') });
  assert.deepEqual(
    spans.map(({ site, start }) => [site, start]),
    [
      ['lyon', at('2026-11-27T07:00')],
      ['newark', at('2026-11-27T13:00')],
    ],
  );
});

test('a freeze in a zone that this build does not know covers its text on every clock on earth', () => {
  const schedule = once('2026-11-27T08:00', '2026-11-27T18:00');
  const [span] = spansIn(aWindow({ schedule, zone: 'Mars/Base' }), '2026-11-01T00:00', '2026-12-01T00:00');
  assert.deepEqual([span?.start, span?.end], [at('2026-11-26T18:00'), at('2026-11-28T06:00')]);
  assert.deepEqual(
    spansIn(aWindow({ schedule, zone: 'Mars/Base', effect: 'maintenance' }), '2026-11-01T00:00', '2026-12-01T00:00'),
    [],
  );
});

test('the next occurrences begin with the one that runs now, and end with the rule', () => {
  const window = aWindow({ schedule: lasting('2026-11-01T08:00', 'FREQ=DAILY;COUNT=3', 'PT2H') });
  const next = nextOccurrences(window, noSites, at('2026-11-02T08:00'), 10).map((span) => span.startWall);
  assert.deepEqual(next, ['2026-11-02T08:00', '2026-11-03T08:00']);
  const yearly = aWindow({ schedule: lasting('2020-12-15T00:00', 'FREQ=YEARLY', 'P19D') });
  assert.equal(nextOccurrences(yearly, noSites, at('2026-11-02T08:00'), 10).length, 10);
});
