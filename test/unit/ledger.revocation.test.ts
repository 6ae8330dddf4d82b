import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assembleChange } from '../../shared/ledger/assembleChange.ts';
import type { Standing } from '../../shared/ledger/line.ts';
import type { Member } from '../../shared/record/body/rosterBody.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { CHANGE, decisionOf, requestOf, windowOf } from '../support/ledgerBodies.ts';
import { fate, hashOf, startLine, type Line } from '../support/ledgerLine.ts';
import { keyNamed, member, people, role } from '../support/ledgerPeople.ts';

function revise(line: Line, members: readonly Member[], by = 'ada') {
  return line.sign('roster', { people: [...members], follows: [line.inForce('roster')] }, { by });
}

function carlRevoked(after: string): Member {
  return member('carl', ['change-manager'], { keys: [keyNamed('carl', { revoked: { after, reason: '' } })] });
}

function filedOf(standings: readonly Standing[]): Filed[] {
  return standings.flatMap((standing) =>
    'filed' in standing && standing.standing === 'counted' ? [standing.filed] : [],
  );
}

test('a revoked key counts up to the commit its revocation names, and never after', () => {
  const line = startLine();
  const kept: Filed[] = [];
  const take = (standings: readonly Standing[]) => kept.push(...filedOf(standings));
  take(line.add(line.sign('request', requestOf(), { by: 'rita' })));
  take(line.add(line.sign('decision', decisionOf(), { by: 'petra' })));
  const after = line.head();
  const stolen = decisionOf({ material: { version: 1, digest: `sha256:${'b'.repeat(64)}` } });
  take(line.add(line.sign('decision', stolen, { by: 'petra' })));
  assert.equal(assembleChange(CHANGE, kept, line.replay.board())?.decisions.length, 2);

  const revoked = member('petra', ['peer'], { keys: [keyNamed('petra', { revoked: { after, reason: 'Stolen.' } })] });
  const others = people.filter(({ person }) => person !== 'petra');
  line.add(revise(line, [...others, revoked]));
  assert.equal(assembleChange(CHANGE, kept, line.replay.board())?.decisions.length, 1);
  const late = line.sign('decision', decisionOf(), { by: 'petra' });
  assert.equal(fate(line.add(late), late), 'key-revoked');

  line.add(revise(line, people));
  const forgiven = line.sign('decision', decisionOf(), { by: 'petra' });
  assert.equal(fate(line.add(forgiven), forgiven), 'key-revoked');
  assert.equal(assembleChange(CHANGE, kept, line.replay.board())?.decisions.length, 1);
});

test('a freeze and a signature by a stolen key go with it', () => {
  const line = startLine();
  const after = line.head();
  const window = line.sign('window', windowOf(), { by: 'carl' });
  line.add(window);
  const revoked = member('carl', ['change-manager'], { keys: [keyNamed('carl', { revoked: { after, reason: '' } })] });
  const standings = line.add(revise(line, [...people.filter(({ person }) => person !== 'carl'), revoked]));
  assert.equal(fate(standings, window), 'key-revoked');
  assert.equal(line.replay.board().windows.size, 0);
});

test('what a key signed before the revocation stays, and no later roster moves that line', () => {
  const line = startLine();
  const early = line.head();
  const window = line.sign('window', windowOf(), { by: 'carl' });
  line.add(window);
  const late = line.head();
  const without = people.filter(({ person }) => person !== 'carl');
  line.add(revise(line, [...without, carlRevoked(late)]));
  assert.equal(line.replay.board().windows.size, 1);
  line.add(revise(line, [...without, carlRevoked(early)]));
  assert.equal(line.replay.board().windows.size, 0);
  line.add(revise(line, [...without, carlRevoked(late)]));
  assert.equal(line.replay.board().windows.size, 0);
});

test('a revocation names a commit on the line', () => {
  const line = startLine();
  const keys = [keyNamed('petra', { revoked: { after: hashOf('nowhere'), reason: '' } })];
  const roster = revise(line, [
    ...people.filter(({ person }) => person !== 'petra'),
    member('petra', ['peer'], { keys }),
  ]);
  assert.equal(fate(line.add(roster), roster), 'seen-not-on-line');
});

test('a role that ends leaves earlier decisions, unless the ending says otherwise', () => {
  for (const voids of [false, true]) {
    const line = startLine();
    const after = line.head();
    const kept = filedOf([
      ...line.add(line.sign('request', requestOf(), { by: 'rita' })),
      ...line.add(line.sign('decision', decisionOf(), { by: 'petra' })),
    ]);
    const ended = member('petra', [role('peer', { ended: { after, voids } })]);
    line.add(revise(line, [...people.filter(({ person }) => person !== 'petra'), ended]));
    assert.equal(assembleChange(CHANGE, kept, line.replay.board())?.decisions.length, voids ? 0 : 1);
    const late = line.sign('decision', decisionOf(), { by: 'petra' });
    assert.equal(fate(line.add(late), late), 'not-entitled');
  }
});

test('an ending of one person’s role leaves others, and what came before it', () => {
  const line = startLine({ people: [...people, member('paul', ['peer'])] });
  const kept = filedOf([
    ...line.add(line.sign('request', requestOf(), { by: 'rita' })),
    ...line.add(line.sign('decision', decisionOf(), { by: 'petra' })),
  ]);
  const after = line.head();
  kept.push(...filedOf(line.add(line.sign('decision', decisionOf(), { by: 'paul' }))));
  const ended = member('petra', [role('peer', { ended: { after, voids: true } })]);
  const others = [...people.filter(({ person }) => person !== 'petra'), member('paul', ['peer'])];
  line.add(revise(line, [...others, ended]));
  const deciders = assembleChange(CHANGE, kept, line.replay.board())?.decisions.map(({ record }) => record.signed.by);
  assert.deepEqual(deciders, ['petra', 'paul']);
});

test('a quarantined request is no part of its change', () => {
  const line = startLine();
  const request = line.sign('request', requestOf(), { by: 'rita' });
  const kept = filedOf(line.add(request));
  line.add(line.sign('quarantine', { path: request.path, blob: hashOf(request.text), reason: '' }, { by: 'carl' }));
  assert.equal(assembleChange(CHANGE, kept, line.replay.board()), null);
});

test('a text that follows one that was voided replaces what that one had replaced', () => {
  const line = startLine();
  const first = line.sign('window', windowOf(), { by: 'bruno' });
  line.add(first);
  const after = line.head();
  const stolen = line.sign('window', windowOf({ title: 'Stolen', follows: [first.digest] }), { by: 'carl' });
  line.add(stolen);
  const last = line.sign('window', windowOf({ title: 'Last', follows: [stolen.digest] }), { by: 'bruno' });
  line.add(last);
  const revoked = member('carl', ['change-manager'], { keys: [keyNamed('carl', { revoked: { after, reason: '' } })] });
  line.add(revise(line, [...people.filter(({ person }) => person !== 'carl'), revoked]));
  assert.deepEqual(
    line.replay
      .board()
      .windows.get('black-friday')
      ?.map(({ digest }) => digest),
    [last.digest],
  );
});
