import { test } from 'node:test';
import assert from 'node:assert/strict';
import { waiverFigures } from '../../shared/audit/packWaivers.ts';
import type { ChangeFile } from '../../shared/change/changeFile.ts';
import { HOUR_MS } from '../../shared/time/instant.ts';
import { quarterAt } from '../../shared/time/quarter.ts';
import { usualEnd } from '../../shared/waiver/waiverHours.ts';
import { glassBrokenAt, waiverStandings } from '../../shared/waiver/waiverStanding.ts';
import { filed } from '../support/filedBuild.ts';
import { aContext, aFile, aRequest } from '../support/judgeBuild.ts';
import { readSources } from '../support/sources.ts';
import type { WaiverGiven } from '../support/waiverBuild.ts';
import { at, aWindow, once } from '../support/windowBuild.ts';

const id = '01J0000000000000000000000W';
const incident = aRequest({ incident: 'INC-1' });
const glass = (when: string, given: WaiverGiven = {}): WaiverGiven => ({
  breakGlass: { incident: 'INC-1' },
  by: 'dirk',
  when,
  expires: '2027-03-01T00:00:00Z',
  ...given,
});
const used = [{ event: 'started' as const, waivers: [id] }];

test('glass is counted in the quarter in which it was broken, by the UTC calendar, once each time', () => {
  const file = aFile(incident, {
    waivers: [
      glass('2026-09-30T23:59:59Z'),
      glass('2026-10-01T00:00:00Z'),
      glass('2026-12-31T23:59:59Z'),
      glass('2027-01-01T00:00:00Z'),
    ],
  });
  const figures = (start: string, end: string) =>
    waiverFigures([], glassBrokenAt(file), { start: at(start), end: at(end) }).map(
      ({ label, value }) => `${label}: ${value}`,
    );
  assert.deepEqual(figures('2026-11-01T00:00', '2026-12-01T00:00'), ['Waivers used: 0', 'Glass broken in Q4 2026: 2']);
  assert.deepEqual(figures('2026-09-30T22:00', '2027-01-01T01:00').slice(1), [
    'Glass broken in Q3 2026: 1',
    'Glass broken in Q4 2026: 2',
    'Glass broken in Q1 2027: 1',
  ]);
  assert.deepEqual(quarterAt(at('2027-02-01T00:00'), -1).name, 'Q4 2026');
});

test('refused glass and a waiver that others signed are not counted; what was taken back or used is', () => {
  const when = '2026-11-10T11:00:00Z';
  const count = (request: typeof incident, waiver: WaiverGiven, receipts: typeof used | [] = []) =>
    glassBrokenAt(aFile(request, { waivers: [waiver], receipts })).length;
  assert.equal(count(incident, glass(when)), 1);
  assert.equal(count(aRequest(), glass(when)), 0, 'no incident');
  assert.equal(count(incident, glass(when, { by: 'ivo' })), 0, 'a change of their own');
  assert.equal(count(incident, glass(when, { expires: when })), 0, 'over when it was signed');
  assert.equal(count(incident, { by: 'rita', when }), 0, 'no glass');
  assert.equal(count(aRequest(), glass(when, { id }), used), 1, 'somebody began with it all the same');
});

const freeze = aWindow({ window: 'w-0', owner: 'bea', schedule: once('2026-11-10T00:00', '2026-11-11T00:00') });
const debtOf = (file: ChangeFile) => {
  const moment = { at: at('2026-11-10T16:00'), band: 'low' as const };
  return waiverStandings(file, aContext({ windows: [freeze] }).board, moment)[0]?.debtDueAt;
};

test('a later text without the incident takes neither the count nor the debt away', () => {
  const file = aFile(incident, { waivers: [glass('2026-11-10T11:00:00Z')] });
  const later = filed('request', aRequest({ follows: [file.current!.digest] }), 'rita', '2026-11-10T15:00:00Z');
  const revised = { ...file, current: later, heads: [later], requests: [...file.requests, later] };
  assert.equal(glassBrokenAt(revised).length, 1);
  assert.equal(debtOf(revised), at('2026-11-12T11:00'));
});

test('glass that was not theirs to break owes its signatures once a run began with it', () => {
  const given = glass('2026-11-10T11:00:00Z', { id, by: 'ivo' });
  assert.equal(debtOf(aFile(incident, { waivers: [given] })), null);
  assert.equal(debtOf(aFile(incident, { waivers: [given], receipts: used })), at('2026-11-12T11:00'));
});

test('a waiver is proposed for twelve hours from the start of the work, glass for four from now', () => {
  const now = at('2026-11-10T12:00');
  assert.equal(usualEnd(now, now + HOUR_MS, false), at('2026-11-11T01:00'));
  assert.equal(usualEnd(now, now - HOUR_MS, false), at('2026-11-11T00:00'));
  assert.equal(usualEnd(now, now + HOUR_MS, true), at('2026-11-10T16:00'));
  const dialog = readSources().find(({ file }) => file.endsWith('/WaiverDialog.tsx'));
  assert.match(dialog?.text ?? '', /usualEnd\(now, /, 'the dialog proposes it');
});
