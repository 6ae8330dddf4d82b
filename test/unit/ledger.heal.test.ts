import assert from 'node:assert/strict';
import { test } from 'node:test';
import { windowOf } from '../support/ledgerBodies.ts';
import { addedFile, hashOf, startLine, type TextFile } from '../support/ledgerLine.ts';
import { member, people } from '../support/ledgerPeople.ts';

/** A line whose last commit merges a side branch that brought the files. */
function merged(bring: (line: ReturnType<typeof startLine>) => readonly TextFile[], edits = false) {
  const line = startLine();
  const before = line.head();
  const merge = hashOf('merge');
  const disturbed = edits ? [{ path: 'windows/x/y.json', how: 'edited' as const }] : [];
  line.push({ commit: merge, parents: [before, hashOf('side')], added: bring(line).map(addedFile), disturbed });
  const { identity } = line.replay.board();
  const heal = (by: string, seen: string) =>
    line.sign('ledger', { ...identity, heals: [merge], follows: [line.inForce('ledger')] }, { by, seen });
  return { line, before, merge, heal };
}

test('an admin from before the merge, who had not seen it as part of the line, heals it', () => {
  const { line, before, heal } = merged((given) => [given.sign('window', windowOf(), { by: 'carl' })]);
  line.add(heal('ada', before));
  assert.equal(line.replay.halt(), null);
  assert.equal(line.replay.board().windows.size, 1);
});

test('a healing that rests on the merged line itself is none', () => {
  const { line, merge, heal } = merged(() => []);
  line.add(heal('ada', merge));
  assert.equal(line.replay.halt()?.why, 'merge');
});

test('an admin whom the merge brought in does not heal it', () => {
  const others = people.filter(({ person }) => person !== 'ada');
  const coup = [...others, member('ada', ['requester']), member('mallory', ['admin'])];
  const { line, merge, heal } = merged((given) => [
    given.sign('roster', { people: coup, follows: [given.inForce('roster')] }, { by: 'ada' }),
  ]);
  line.add(heal('mallory', merge));
  assert.equal(line.replay.halt()?.why, 'merge');
});

test('an edited file is never healed', () => {
  const { line, before, heal } = merged(() => [], true);
  line.add(heal('ada', before));
  assert.equal(line.replay.halt()?.why, 'merge');
});
