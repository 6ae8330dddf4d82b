import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededAt } from '../support/differential/readers.ts';
import { CHANGE, requestOf } from '../support/ledgerBodies.ts';
import { fate, startLine } from '../support/ledgerLine.ts';
import { member, people, role } from '../support/ledgerPeople.ts';

test('any member comments, also one without a role, and nobody else', () => {
  const left = member('lars', [role('peer', { until: '2026-11-01T00:00:00Z' })]);
  const line = startLine({ people: [...people, left, member('nils', [])] });
  line.add(line.sign('request', requestOf(), { by: 'rita' }));
  const text = { change: CHANGE, text: 'The tills of Lyon are new', follows: [] };
  const say = (by: string, body = text) => {
    const comment = line.sign('comment', body, { by });
    return fate(line.add(comment), comment);
  };
  for (const by of ['lars', 'nils', 'pipe']) assert.equal(say(by), 'counted', by);
  const read = seededAt(line.commits, line.commits.length)?.filed.filter(({ record }) => record.kind === 'comment');
  assert.equal(read?.length, 3, 'from a checkpoint as well');
  assert.equal(say('mallory'), 'signer-unknown');
  assert.equal(say('lars', { ...text, change: 'CHG-2026-0000009' }), 'wrong-follows');
  const review = { change: CHANGE, outcome: 'successful' as const, summary: 'Held', causes: '' };
  const written = line.sign('review', { ...review, actions: [], waivers: [], follows: [] }, { by: 'lars' });
  assert.equal(fate(line.add(written), written), 'not-entitled');
});
