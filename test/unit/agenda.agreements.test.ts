import { test } from 'node:test';
import assert from 'node:assert/strict';
import { tellAgenda } from '../../electron/gate/tellAgenda.ts';
import { agendaFor } from '../../shared/agenda/agendaFor.ts';
import { readerNamed } from '../../shared/agenda/reader.ts';
import { boardCalendar } from '../../shared/ledger/board.ts';
import { defaultPolicy } from '../../shared/policy/defaultPolicy.ts';
import { HOUR_MS, toInstant } from '../../shared/time/instant.ts';
import { seededAt } from '../support/differential/readers.ts';
import { siteOf, windowOf } from '../support/ledgerBodies.ts';
import { fate, START, startLine, type Line } from '../support/ledgerLine.ts';
import { member, people, role } from '../support/ledgerPeople.ts';

const LATER = START + 2 * HOUR_MS;
const running = { form: 'once', start: '2026-11-20T06:00', end: '2026-12-20T06:00' } as const;

/** The agenda of a person or a role, from the board as the line has it. */
function agendaOf({ replay }: Pick<Line, 'replay'>, name: string, now = LATER) {
  const board = replay.board(now);
  const reader = readerNamed(name, board);
  assert.ok(reader);
  return agendaFor(reader, [], { board, windows: boardCalendar(board) }, { now, days: 7 });
}
/** What waits for them, the same from the whole line and from a checkpoint at its end. */
function asked(line: Line, name: string, now = LATER): string[] {
  const words = (read: Pick<Line, 'replay'>) =>
    agendaOf(read, name, now).agreements.map(({ kind, what }) => `${kind}: ${what}`);
  const seeded = seededAt(line.commits, line.commits.length);
  assert.ok(seeded);
  assert.deepEqual(words(seeded).toSorted(), words(line).toSorted());
  return words(line);
}

test('a roster and a policy that lack a second admin wait for the other admins, until one signs', () => {
  const leaving = role('admin', { until: toInstant(START + HOUR_MS) });
  const line = startLine({ people: [...people, member('alan', ['admin']), member('lea', [leaving])] });
  const roster = line.sign('roster', { people: [...people], follows: [line.inForce('roster')] });
  const policy = line.sign('policy', { ...defaultPolicy(), follows: [line.inForce('policy')] }, { by: 'alan' });
  line.add(roster, policy);
  assert.deepEqual(asked(line, 'alan'), ['roster: agree as admin']);
  assert.deepEqual(asked(line, 'ada'), ['policy: agree as admin']);
  assert.deepEqual(asked(line, 'admin'), ['policy: agree as admin', 'roster: agree as admin']);
  for (const name of ['carl', 'lea', 'change-manager']) assert.deepEqual(asked(line, name), [], name);
  line.add(line.sign('cosign', { of: { kind: 'policy', digest: policy.digest } }, { by: 'ada' }));
  assert.deepEqual(asked(line, 'ada'), []);
});

test('a window beyond its author’s reach waits for the change managers whose reach covers it', () => {
  const near = member('nora', [role('change-manager', { reach: { sites: ['lyon'] } })]);
  const line = startLine({ people: [...people, near] });
  const wide = line.sign('window', windowOf({ title: 'Everywhere', scope: { everything: true } }), { by: 'bruno' });
  assert.equal(fate(line.add(line.sign('site', siteOf(), { by: 'carl' }), wide), wide), 'pending');
  assert.deepEqual(asked(line, 'carl'), ['window: agree as change manager']);
  for (const name of ['nora', 'bruno', 'admin']) assert.deepEqual(asked(line, name), [], name);
  assert.deepEqual(asked(line, 'change-manager'), ['window: agree as change manager']);
  const told = tellAgenda('text', agendaOf(line, 'carl'), { board: 'B', age: null });
  assert.match(told, /WAITS FOR YOU\n {2}window {2}Everywhere: agree as change manager, by bruno\n/);
  const json = JSON.parse(tellAgenda('json', agendaOf(line, 'carl'), { board: 'B', age: null }));
  assert.deepEqual(json.agreements[0], {
    kind: 'window',
    title: 'Everywhere',
    by: 'bruno',
    what: 'agree as change manager',
    due: null,
  });
  line.add(
    line.sign('cosign', { of: { kind: 'window', subject: 'black-friday', digest: wide.digest } }, { by: 'carl' }),
  );
  assert.deepEqual(asked(line, 'carl'), []);
});

/** Bruno's freeze at Lyon, and two hours later its withdrawal. */
function withdrawnBy(by: string): Line {
  const line = startLine();
  const first = line.sign('window', windowOf({ schedule: running }), { by: 'bruno' });
  line.add(line.sign('site', siteOf(), { by: 'carl' }), first);
  const gone = windowOf({ schedule: running, standing: 'withdrawn', follows: [first.digest] });
  line.add(line.sign('window', gone, { by, at: LATER }));
  return line;
}

test('a loosening waits for a change manager, or for the owner of what it loosens, and says until when', () => {
  const end = LATER + 48 * HOUR_MS;
  const byOwner = withdrawnBy('bruno');
  assert.deepEqual(asked(byOwner, 'carl'), ['window: agree as change manager']);
  assert.deepEqual(asked(byOwner, 'bruno'), []);
  assert.equal(agendaOf(byOwner, 'carl').agreements[0]?.due, end);
  assert.deepEqual(asked(byOwner, 'carl', end), []);
  const byManager = withdrawnBy('carl');
  assert.deepEqual(asked(byManager, 'bruno'), ['window: agree as owner']);
  assert.deepEqual(asked(byManager, 'carl'), []);
});
