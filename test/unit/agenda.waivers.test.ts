import { test } from 'node:test';
import assert from 'node:assert/strict';
import { agendaFor } from '../../shared/agenda/agendaFor.ts';
import type { Reader } from '../../shared/agenda/reader.ts';
import { aContext, aFile, aMember, aRequest, NOW } from '../support/judgeBuild.ts';
import type { WaiverGiven } from '../support/waiverBuild.ts';
import { at, aWindow, once } from '../support/windowBuild.ts';

const freeze = aWindow({
  window: 'w-0',
  effect: 'freeze',
  owner: 'bea',
  schedule: once('2026-11-10T00:00', '2026-11-11T00:00'),
});
const people = [
  aMember('bea', ['business-owner']),
  aMember('cora', ['change-manager']),
  aMember('carl', [], { roles: [{ role: 'change-manager', reach: 'everything', until: '2026-11-10T11:59:59Z' }] }),
  aMember('cleo', [], { roles: [{ role: 'change-manager', reach: 'everything', from: '2026-11-10T12:00:01Z' }] }),
];
const id = '01J0000000000000000000000W';

/** What waits and what is due for the reader: kind, words and by when. */
function tasks(reader: Reader, waiver: WaiverGiven, started: readonly string[] = []) {
  const file = aFile(aRequest({ incident: 'INC-1' }), {
    waivers: [{ id, ...waiver }],
    receipts: started.map((used) => ({ event: 'started' as const, waivers: [used] })),
  });
  const agenda = agendaFor(reader, [file], aContext({ windows: [freeze], people }), { now: NOW, days: 7 });
  const words = (list: typeof agenda.waits) =>
    list.filter(({ what }) => what.startsWith('sign')).map(({ kind, what, due }) => [kind, what, due]);
  return { waits: words(agenda.waits), due: words(agenda.due) };
}

test('a waiver waits until the work starts; what is owed for broken glass is due in two business days', () => {
  const start = at('2026-11-10T10:00');
  assert.deepEqual(tasks({ person: 'bea' }, {}), { waits: [['waive', 'sign the waiver as owner', start]], due: [] });
  const glass = { breakGlass: { incident: 'INC-1' }, by: 'dirk', when: '2026-11-10T09:00:00Z' };
  const due = at('2026-11-12T09:00');
  for (const started of [[], [id]]) {
    assert.deepEqual(tasks({ person: 'bea' }, glass, started), {
      waits: [],
      due: [['debt', 'sign for the broken glass as owner', due]],
    });
    assert.deepEqual(tasks({ role: 'change-manager' }, glass, started).due, [
      ['debt', 'sign for the broken glass as change manager', due],
    ]);
  }
  assert.deepEqual(tasks({ person: 'bea' }, { ...glass, cosigns: ['bea'] }).due, []);
});

test('a change manager is asked while the role lasts, not before and not after', () => {
  assert.equal(tasks({ person: 'cora' }, {}).waits.length, 1);
  for (const person of ['carl', 'cleo']) assert.deepEqual(tasks({ person }, {}).waits, [], person);
});
