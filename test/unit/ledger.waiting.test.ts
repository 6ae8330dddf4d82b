import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { HOUR_MS } from '../../shared/time/instant.ts';
import { boardCalendar } from '../../shared/ledger/board.ts';
import { createTopology } from '../../shared/topology/createTopology.ts';
import { objectionsAt } from '../../shared/window/timeObjections.ts';
import { workOf } from '../../shared/window/work.ts';
import { requestOf, siteOf, windowOf } from '../support/ledgerBodies.ts';
import { addedFile, fate, START, startLine, type Line } from '../support/ledgerLine.ts';
import { member, people, role } from '../support/ledgerPeople.ts';

const LATER = START + 2 * HOUR_MS;
/** Runs from before the line began until long after it. */
const running = { form: 'once', start: '2026-11-20T06:00', end: '2026-12-20T06:00' } as const;
const shorter = { ...running, end: '2026-11-21T06:00' };

/** Bruno's freeze at Lyon, and what he makes of it two hours later. */
function lineWith(given: Partial<WindowBody>, by = 'bruno'): { line: Line; digest: string; first: string } {
  const line = startLine();
  const first = line.sign('window', windowOf({ schedule: running }), { by: 'bruno' });
  line.add(line.sign('site', siteOf(), { by: 'carl' }), first);
  const revised = line.sign('window', windowOf({ schedule: running, ...given, follows: [first.digest] }), {
    by,
    at: LATER,
  });
  line.add(revised);
  return { line, digest: revised.digest, first: first.digest };
}

/** Is work at Lyon kept back at this moment, as the board stands then? */
function isFrozen({ replay }: Pick<Line, 'replay'>, at: number): boolean {
  const board = replay.board(at);
  const work = workOf(requestOf());
  assert.ok(work);
  return objectionsAt(work, boardCalendar(board, createTopology(board.services.values())), at).length > 0;
}

function agree(line: Line, digest: string, by: string, at = LATER) {
  const of = { kind: 'window', subject: 'black-friday', digest } as const;
  const cosign = line.sign('cosign', { of }, { by, at });
  return fate(line.add(cosign), cosign);
}

test('a withdrawn, shortened or proposed freeze holds for 48 hours after it was first seen', () => {
  for (const given of [{ standing: 'withdrawn' }, { schedule: shorter }, { effect: 'peak' }] as const) {
    const { line, digest, first } = lineWith(given);
    const end = LATER + 48 * HOUR_MS;
    assert.ok(isFrozen(line, end - 1), JSON.stringify(given));
    assert.ok(!isFrozen(line, end));
    const [waiting] = line.replay.board(LATER).waiting ?? [];
    assert.equal(waiting?.by.digest, digest);
    assert.deepEqual(
      waiting?.earlier.map(({ filed, until }) => [filed?.digest, until]),
      [[first, end]],
    );
    assert.deepEqual([waiting?.owners, waiting?.manager], [[], true]);
    assert.deepEqual(line.replay.board(end).waiting, []);
  }
});

test('tightening is immediate, and so is what begins later than that', () => {
  const longer = lineWith({ schedule: { ...running, end: '2027-01-20T06:00' } });
  assert.deepEqual(longer.line.replay.board(LATER).waiting, []);
  const cut = lineWith({ schedule: { ...running, end: '2026-11-25T06:00' } });
  assert.deepEqual(cut.line.replay.board(LATER).waiting, []);
});

test('the owner and a change manager together end the wait, at the signature that completes them', () => {
  const { line, digest } = lineWith({ standing: 'withdrawn' });
  assert.ok(isFrozen(line, LATER));
  assert.equal(agree(line, digest, 'carl'), 'counted');
  assert.ok(!isFrozen(line, LATER));

  const byManager = lineWith({ standing: 'withdrawn' }, 'carl');
  assert.deepEqual(byManager.line.replay.board(LATER).waiting?.[0]?.owners, ['bruno']);
  assert.equal(agree(byManager.line, byManager.digest, 'rita'), 'not-entitled');
  assert.ok(isFrozen(byManager.line, LATER));
  assert.equal(agree(byManager.line, byManager.digest, 'bruno'), 'counted');
  assert.ok(!isFrozen(byManager.line, LATER));
});

test('an owner who is a change manager as well counts once', () => {
  const both = people.map((given) =>
    given.person === 'bruno' ? member('bruno', ['change-manager', ...given.roles]) : given,
  );
  const line = startLine({ people: both });
  const first = line.sign('window', windowOf({ schedule: running }), { by: 'bruno' });
  line.add(line.sign('site', siteOf(), { by: 'carl' }), first);
  const gone = line.sign('window', windowOf({ standing: 'withdrawn', schedule: running, follows: [first.digest] }), {
    by: 'bruno',
    at: LATER,
  });
  line.add(gone);
  assert.ok(isFrozen(line, LATER));
  agree(line, gone.digest, 'carl');
  assert.ok(!isFrozen(line, LATER));
});

test('a change manager whose reach does not cover the freeze ends no wait', () => {
  const abroad = member('carla', [role('change-manager', { reach: { sites: ['paris'] } })]);
  const line = startLine({ people: [...people, abroad] });
  const first = line.sign('window', windowOf({ schedule: running }), { by: 'bruno' });
  line.add(line.sign('site', siteOf(), { by: 'carl' }), first);
  const gone = line.sign('window', windowOf({ standing: 'withdrawn', follows: [first.digest] }), {
    by: 'bruno',
    at: LATER,
  });
  line.add(gone);
  assert.equal(agree(line, gone.digest, 'carla'), 'not-in-reach');
  assert.ok(isFrozen(line, LATER));
});

test('a signature dated back does not shorten the wait below what two others had claimed', () => {
  const line = startLine();
  const first = line.sign('window', windowOf({ schedule: running }), { by: 'bruno' });
  line.add(line.sign('site', siteOf(), { by: 'carl' }), first);
  const now = START + 96 * HOUR_MS;
  line.add(line.sign('site', siteOf({ site: 'a' }), { by: 'carl', at: now }));
  line.add(line.sign('request', requestOf(), { by: 'rita', at: now }));
  const backdated = line.sign('window', windowOf({ standing: 'withdrawn', follows: [first.digest] }), {
    by: 'bruno',
    at: START + HOUR_MS,
  });
  line.add(backdated);
  assert.ok(isFrozen(line, now + 47 * HOUR_MS));
  assert.ok(!isFrozen(line, now + 48 * HOUR_MS));
});

test('a second revision does not prolong the wait of the first, and restoring the text ends it', () => {
  const { line, digest } = lineWith({ standing: 'withdrawn' });
  const retitled = line.sign('window', windowOf({ title: 'Gone', standing: 'withdrawn', follows: [digest] }), {
    by: 'bruno',
    at: LATER + 5 * HOUR_MS,
  });
  line.add(retitled);
  assert.ok(isFrozen(line, LATER + 48 * HOUR_MS - 1));
  assert.ok(!isFrozen(line, LATER + 48 * HOUR_MS));
  const restored = line.sign('window', windowOf({ schedule: running, follows: [retitled.digest] }), {
    by: 'bruno',
    at: LATER + 6 * HOUR_MS,
  });
  line.add(restored);
  assert.deepEqual(line.replay.board(LATER + 6 * HOUR_MS).waiting, []);
  assert.ok(isFrozen(line, LATER + 60 * HOUR_MS));
});

test('a proposal takes the place of nothing, and a text of the future is looked through', () => {
  const proposed = lineWith({ standing: 'proposed' });
  const board = proposed.line.replay.board(LATER);
  assert.deepEqual(
    board.windows.get('black-friday')?.map(({ digest }) => digest),
    [proposed.first],
  );
  assert.deepEqual(
    board.proposals?.map(({ digest }) => digest),
    [proposed.digest],
  );
  assert.deepEqual(board.waiting, []);
  const published = proposed.line.sign(
    'window',
    windowOf({ schedule: shorter, follows: [proposed.first, proposed.digest] }),
    { by: 'bruno', at: LATER },
  );
  proposed.line.add(published);
  assert.deepEqual(proposed.line.replay.board(LATER).proposals, []);
  assert.ok(isFrozen(proposed.line, LATER + 47 * HOUR_MS));

  // Bruno signs away his freeze in a text of next week, and follows that one today.
  const { line, first } = lineWith({ title: 'Same' });
  const ahead = line.sign('window', windowOf({ standing: 'withdrawn', follows: [first] }), {
    by: 'bruno',
    at: LATER + 200 * HOUR_MS,
  });
  line.add(ahead);
  const today = line.sign('window', windowOf({ standing: 'withdrawn', follows: [ahead.digest] }), {
    by: 'bruno',
    at: LATER + HOUR_MS,
  });
  line.add(today);
  assert.ok(isFrozen(line, LATER + 2 * HOUR_MS));
});

test('new maintenance over a soft freeze waits for the owner of the soft freeze', () => {
  const line = startLine();
  const soft = line.sign('window', windowOf({ effect: 'soft-freeze', schedule: running }), { by: 'bruno' });
  const lift = windowOf({ window: 'night', effect: 'maintenance', owner: 'sofia', schedule: running });
  line.add(line.sign('site', siteOf(), { by: 'carl' }), soft);
  const opened = line.sign('window', lift, { by: 'carl', at: LATER });
  line.add(opened);
  assert.ok(isFrozen(line, LATER + 47 * HOUR_MS));
  assert.ok(!isFrozen(line, LATER + 48 * HOUR_MS));
  assert.deepEqual(line.replay.board(LATER).waiting?.[0]?.owners, ['bruno']);
  const of = { kind: 'window', subject: 'night', digest: opened.digest } as const;
  line.add(line.sign('cosign', { of }, { by: 'bruno', at: LATER }));
  assert.ok(!isFrozen(line, LATER));
});

test('both sides of a fork wait, each for what it loosens', () => {
  const { line, first } = lineWith({ standing: 'withdrawn' });
  const other = line.sign('window', windowOf({ schedule: shorter, follows: [first] }), {
    by: 'bruno',
    at: LATER + HOUR_MS,
  });
  line.add(other);
  const { waiting = [] } = line.replay.board(LATER + HOUR_MS);
  assert.equal(waiting.length, 2);
  assert.ok(isFrozen(line, LATER + 47 * HOUR_MS));
  assert.ok(!isFrozen(line, LATER + 48 * HOUR_MS));
});

test('what this desk signed and has not sent waits as well', () => {
  const { line, first } = lineWith({ title: 'Same' });
  const digest = line.replay.board().windows.get('black-friday')?.[0]?.digest ?? first;
  const gone = line.sign('window', windowOf({ standing: 'withdrawn', follows: [digest] }), { by: 'bruno', at: LATER });
  const ahead = line.replay.fork();
  ahead.applyUnsent([addedFile(gone)]);
  assert.ok(isFrozen({ replay: ahead }, LATER + 47 * HOUR_MS));
  assert.ok(!isFrozen({ replay: ahead }, LATER + 48 * HOUR_MS));
});
