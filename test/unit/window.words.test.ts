import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Scope, WindowBody } from '../../shared/record/body/windowBody.ts';
import { scheduleProblems } from '../../shared/window/scheduleProblems.ts';
import { scopeSentence } from '../../shared/window/scopeSentence.ts';
import { aWindow, lasting, once, until } from '../support/windowBuild.ts';

const names = {
  site: (id: string) => ({ lyon: 'Lyon DC', leeds: 'Leeds DC' })[id] ?? id,
  service: (id: string) => ({ returns: 'Returns desk', pos: 'POS' })[id] ?? id,
};
const said = (scope: Omit<Scope, 'everything'> | null, given: Partial<WindowBody> = {}) =>
  scopeSentence(aWindow({ scope: scope ? { everything: false, ...scope } : { everything: true }, ...given }), names);

test('the scope is said back as one sentence', () => {
  const scope: Omit<Scope, 'everything'> = {
    processes: ['posting'],
    sites: ['lyon', 'leeds'],
    environments: ['production'],
    except: { services: ['returns'] },
  };
  assert.equal(
    said(scope),
    'Freezes posting and anything that feeds it at Lyon DC and Leeds DC, in production, except Returns desk.',
  );
});

test('every effect has its own words', () => {
  assert.equal(said(null), 'Freezes everything.');
  assert.equal(said({ services: ['pos'] }, { effect: 'soft-freeze' }), "Asks for the owner's approval for POS.");
  assert.equal(
    said({ services: ['pos'] }, { effect: 'peak', reach: 'feeders' }),
    'Raises the risk of POS and anything that feeds it.',
  );
  assert.equal(
    said({ sites: ['lyon'] }, { effect: 'maintenance', closedOutside: true }),
    'Opens maintenance for everything at Lyon DC; outside of it no work may start.',
  );
});

test('categories, tenants and long lists are said in words', () => {
  assert.equal(
    said({ categories: ['schema', 'database-parameter'] }),
    'Freezes schema and database parameter changes.',
  );
  assert.equal(
    said({ categories: ['schema'], services: ['pos'], tenants: ['blue'] }),
    'Freezes schema changes to POS for blue.',
  );
  const sites = Array.from({ length: 9 }, (_, n) => `s${n}`);
  assert.equal(said({ sites }), 'Freezes everything at s0, s1, s2, s3, s4 and 4 more.');
});

const fields = (given: Pick<WindowBody, 'zone' | 'schedule'>) => scheduleProblems(given).map(({ field }) => field);
const paris = (schedule: WindowBody['schedule']) => ({ zone: 'Europe/Paris', schedule });

test('a sound schedule has no problems', () => {
  assert.deepEqual(fields(paris(once('2026-11-27T08:00', '2026-11-27T18:00'))), []);
  assert.deepEqual(fields({ zone: 'site', schedule: lasting('2026-01-01T22:00', 'FREQ=DAILY', 'PT8H') }), []);
  const business = 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=';
  assert.deepEqual(fields(paris(until('2026-01-01T00:00', `${business}-2`, '2026-01-01T23:59', `${business}5`))), []);
});

test('what the editor must refuse is told by field', () => {
  assert.deepEqual(fields({ zone: 'Mars/Base', schedule: once('2026-11-27T08:00', '2026-11-27T18:00') }), ['zone']);
  assert.deepEqual(fields(paris(once('2026-11-27T18:00', '2026-11-27T08:00'))), ['schedule.end']);
  assert.deepEqual(fields(paris(lasting('2026-01-01T22:00', 'FREQ=MINUTELY', 'PT8H'))), ['schedule.start.rule']);
  assert.deepEqual(fields(paris(lasting('2026-01-01T22:00', 'every tuesday', 'PT8H'))), ['schedule.start.rule']);
  assert.deepEqual(fields(paris(lasting('2026-01-01T22:00', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'PT8H'))), [
    'schedule.start.rule',
  ]);
  assert.deepEqual(fields(paris(lasting('2026-01-01T22:00', 'FREQ=DAILY', 'PT0H'))), ['schedule.end.duration']);
  const never = until('2026-01-10T00:00', 'FREQ=MONTHLY', '2026-01-01T00:00', 'FREQ=DAILY;COUNT=3');
  assert.deepEqual(fields(paris(never)), ['schedule.end.rule']);
});
