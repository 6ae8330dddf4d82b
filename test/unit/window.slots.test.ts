import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Ms } from '../../shared/time/instant.ts';
import { busyTimes } from '../../shared/window/busyTimes.ts';
import { denialsIn } from '../../shared/window/denials.ts';
import { freeSlots, type SlotQuestion } from '../../shared/window/freeSlots.ts';
import { objectionsAt } from '../../shared/window/timeObjections.ts';
import type { WindowContext } from '../../shared/window/windowContext.ts';
import type { Work } from '../../shared/window/work.ts';
import { staleByStart } from '../../shared/change/staleByStart.ts';
import { aContext, aSite, aWindow, aWork, at, lasting, once } from '../support/windowBuild.ts';
import { rounds, seed } from '../support/seed.ts';

const ten = at('2026-11-27T10:00');
const nobody: SlotQuestion['planned'] = { works: [], approved: () => false };
const find = (context: WindowContext, work: Work = aWork(), asked: Partial<SlotQuestion> = {}) =>
  freeSlots(work, context, {
    from: ten,
    count: 3,
    planned: nobody,
    judge: () => ({ score: 5, band: 'low' }),
    ...asked,
  });
const starts = (found: ReturnType<typeof find>) => found.slots.map(({ start }) => start);
const said = (found: ReturnType<typeof find>) =>
  found.refused.map(({ start, end, why }) => [
    new Date(start).toISOString().slice(5, 16),
    new Date(end).toISOString().slice(5, 16),
    why.map(({ code, title }) => `${code} ${title}`).join(' + '),
  ]);

const freeze = aWindow();
const gap = aWindow({ window: 'gap', title: 'Gap', schedule: once('2026-11-27T18:30', '2026-11-28T06:00') });

test('a slot holds the whole work, the best score comes first, and each earlier start is refused with its reason', () => {
  const found = find(aContext([freeze, gap]), aWork(), {
    judge: (start) => ({ score: start === at('2026-11-28T11:00') ? 1 : 5, band: 'low' }),
  });
  assert.deepEqual(starts(found), [at('2026-11-28T11:00'), at('2026-11-28T05:00'), at('2026-11-28T17:00')]);
  assert.deepEqual(said(found), [
    ['11-27T10:00', '11-27T17:00', 'freeze Peak freeze'],
    ['11-27T17:00', '11-27T17:30', 'too-short Gap'],
    ['11-27T17:30', '11-28T05:00', 'freeze Gap'],
  ]);
});

test('outside of maintenance that closes, and too near to its end, it is refused by that maintenance', () => {
  const nights = aWindow({
    window: 'nights',
    title: 'Nights',
    effect: 'maintenance',
    closedOutside: true,
    schedule: lasting('2026-01-06T22:00', 'FREQ=WEEKLY;BYDAY=TU,TH', 'PT4H'),
  });
  const found = find(aContext([nights]), aWork(), { count: 2 });
  assert.deepEqual(starts(found), [at('2026-12-01T21:00'), at('2026-12-03T21:00')]);
  assert.deepEqual(said(found), [
    ['11-27T10:00', '12-01T21:00', 'closed-outside Nights'],
    ['12-02T00:01', '12-02T01:00', 'too-short Nights'],
    ['12-02T01:00', '12-03T21:00', 'closed-outside Nights'],
  ]);
});

test('an approved change on the service keeps its time; others on it, or on what depends, do not', () => {
  const other = aWork({ change: 'CHG-2026-0000002', title: 'Patch', implementer: 'eva', start: ten + HOUR_MS });
  const planned = (approved: boolean, given: Partial<Work> = {}) => ({
    works: [{ ...other, ...given }],
    approved: () => approved,
  });
  const context = aContext([]);
  const taken = find(context, aWork(), { planned: planned(true), count: 1 });
  assert.deepEqual(starts(taken), [ten], 'it ends as the other begins');
  const longer = aWork({ end: ten + 2 * HOUR_MS });
  const later = find(context, longer, { planned: planned(true), count: 1 });
  assert.deepEqual(starts(later), [ten + 2 * HOUR_MS]);
  assert.deepEqual(said(later), [['11-27T10:00', '11-27T12:00', 'collision Patch']]);
  assert.deepEqual(starts(find(context, longer, { planned: planned(false), count: 1 })), [ten]);
  const below = planned(true, { services: ['erp-db'] });
  assert.deepEqual(starts(find(context, longer, { planned: below, count: 1 })), [ten]);
  const hands = find(context, longer, { planned: planned(false, { services: ['web'], implementer: 'ivo' }), count: 1 });
  assert.deepEqual(said(hands), [['11-27T10:00', '11-27T12:00', 'double-booked Patch']]);
});

test('an opening that is over before the quarter of an hour is offered to the minute', () => {
  const short = aWindow({
    effect: 'maintenance',
    closedOutside: true,
    schedule: lasting('2026-11-28T03:07', 'FREQ=DAILY', 'PT6M'),
  });
  const found = find(aContext([short]), aWork({ end: ten + 5 * MINUTE_MS }), { count: 1 });
  assert.deepEqual(starts(found), [at('2026-11-28T02:07')]);
});

test('where nothing ever fits, everything within 400 days is refused, at a bounded cost', () => {
  const windows = Array.from({ length: 300 }, (_, n) =>
    aWindow({
      window: `w-${n}`,
      title: `W ${n}`,
      effect: n % 3 === 0 ? 'freeze' : n % 3 === 1 ? 'soft-freeze' : 'maintenance',
      schedule: lasting(`2026-01-01T${String(n % 24).padStart(2, '0')}:00`, 'FREQ=DAILY', 'PT170M'),
    }),
  );
  const found = find(aContext(windows));
  assert.deepEqual(found.slots, []);
  assert.equal(found.refused[0]?.start, ten);
  assert.equal(found.refused.at(-1)?.end, ten + 400 * DAY_MS);
  const decade = find(aContext(windows), aWork({ end: ten + 3_650 * DAY_MS }));
  assert.deepEqual(decade.slots, []);
});

const aWeek = fc
  .record({
    effect: fc.constantFrom('freeze', 'soft-freeze', 'maintenance'),
    closedOutside: fc.boolean(),
    hour: fc.integer({ min: 0, max: 23 }),
    hours: fc.integer({ min: 1, max: 60 }),
    day: fc.constantFrom('MO', 'WE', 'FR', 'MO,TU,WE,TH,FR'),
    site: fc.constantFrom('lyon', 'newark', null),
    zone: fc.constantFrom('Europe/Paris', 'site', 'Australia/Lord_Howe'),
  })
  .map(({ effect, closedOutside, hour, hours, day, site, zone }) => ({
    effect,
    zone,
    closedOutside: effect === 'maintenance' && closedOutside,
    scope: site ? { everything: false, sites: [site] } : { everything: true },
    schedule: lasting(`2026-01-05T${String(hour).padStart(2, '0')}:00`, `FREQ=WEEKLY;BYDAY=${day}`, `PT${hours}H`),
  }));
const someWeeks = fc
  .array(aWeek, { minLength: 1, maxLength: 5 })
  .map((all) => all.map((each, n) => aWindow({ window: `w-${n}`, ...each })));
const others = fc
  .array(
    fc.record({
      hour: fc.integer({ min: -5, max: 200 }),
      hours: fc.integer({ min: 1, max: 30 }),
      services: fc.subarray(['erp', 'erp-db', 'web']),
      implementer: fc.constantFrom('ivo', 'eva'),
    }),
    { maxLength: 6 },
  )
  .map((all) =>
    all.map(({ hour, hours, ...rest }, n) => {
      const start = ten + hour * HOUR_MS;
      return aWork({ change: `CHG-2026-${n}`, ...rest, start, end: start + hours * HOUR_MS });
    }),
  );
const isOdd = (change: string) => Number(change.at(-1)) % 2 === 1;

test('denials say for every moment what the objections of that moment say', () => {
  fc.assert(
    fc.property(someWeeks, fc.constantFrom(['lyon'], ['lyon', 'newark'], []), (windows, sites) => {
      const context = aContext(windows, { sites: [aSite('lyon'), aSite('newark', 'America/New_York')] });
      const work = aWork({ sites });
      const denials = denialsIn(work, context, { start: ten, end: ten + 9 * DAY_MS });
      const codesAt = (moment: Ms) =>
        new Set(denials.filter(({ start, end }) => start <= moment && moment < end).map(({ code }) => code));
      for (let moment = ten; moment < ten + 9 * DAY_MS; moment += HOUR_MS / 2)
        assert.deepEqual(codesAt(moment), new Set(objectionsAt(work, context, moment).map(({ code }) => code)));
    }),
    { seed, numRuns: rounds(60, 2_000) },
  );
});

test('every start on the grid before the last slot is refused, offered, or in the opening of an offer', () => {
  fc.assert(
    fc.property(someWeeks, others, fc.integer({ min: 1, max: 30 }), (windows, works, hours) => {
      const context = aContext(windows);
      const work = aWork({ change: null, end: ten + hours * HOUR_MS });
      const length = work.end - work.start;
      const planned = { works, approved: isOdd };
      const { slots, refused } = find(context, work, { planned, count: 6 });
      const last = Math.min(Math.max(ten, ...slots.map(({ start }) => start)), ten + 12 * DAY_MS);
      const busy = busyTimes(work, planned, context, ten);
      const fits = (start: Ms) => {
        for (let moment = start; moment < start + length; moment += HOUR_MS / 2)
          if (objectionsAt(work, context, moment).length > 0) return false;
        return busy.every((each) => start >= each.end || start + length <= each.start);
      };
      for (let start = ten; start <= last; start += HOUR_MS / 2) {
        const isRefused = refused.some((each) => each.start <= start && start < each.end);
        assert.equal(fits(start), !isRefused, new Date(start).toISOString());
        const near = slots.some((slot) => slot.start <= start && start - slot.start < 6 * HOUR_MS);
        assert.ok(isRefused || near, 'free and not offered');
      }
    }),
    { seed, numRuns: rounds(60, 1_500) },
  );
});

test('evidence that is fresh now and too old by the start is told, the first to go stale first', () => {
  const item = { need: 'mandatory', required: true, title: 'Run' } as const;
  const found = staleByStart([
    { ...item, kind: 'restore-test', standing: 'stale-by-start', staleAt: '2026-11-30T00:00:00Z' },
    { ...item, kind: 'drift-report', standing: 'stale-by-start', staleAt: '2026-11-28T00:00:00Z' },
    { ...item, kind: 'scan', standing: 'stale', staleAt: '2026-11-01T00:00:00Z' },
    { ...item, kind: 'build-test', standing: 'fresh' },
  ]);
  assert.deepEqual(
    found.map(({ kind, staleAt }) => [kind, staleAt]),
    [
      ['drift-report', at('2026-11-28T00:00')],
      ['restore-test', at('2026-11-30T00:00')],
    ],
  );
});
