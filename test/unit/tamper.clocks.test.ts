import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toInstant } from '../../shared/time/instant.ts';
import { requestOf } from '../support/ledgerBodies.ts';
import { fate, START, startLine, type Line } from '../support/ledgerLine.ts';
import { member, people, role } from '../support/ledgerPeople.ts';

const HOUR = 3_600_000;
const others = people.filter(({ person }) => person !== 'ada');

/** Two people sign in the afternoon: the clock of the line shows it. */
function afternoon(line: Line): void {
  for (const [n, by] of ['rita', 'carl'].entries())
    line.add(line.sign('request', requestOf({ change: `CHG-2026-000000${n}` }), { by, at: START + 5 * HOUR }));
}

function coup(line: Line, by: string, seen: string) {
  const grown = [...line.replay.board().roster.people, member('mallory', ['admin'])];
  return line.sign('roster', { people: grown, follows: [line.inForce('roster')] }, { by, seen, at: START + HOUR });
}

test('no admin dates a roster back to when one signature was enough', () => {
  const second = member('alan', [role('admin', { from: toInstant(START + 4 * HOUR) })]);
  const line = startLine({ people: [...others, member('ada', ['admin']), second] });
  const early = line.head();
  afternoon(line);
  const roster = coup(line, 'ada', early);
  assert.equal(fate(line.add(roster), roster), 'pending');
  assert.ok(!line.replay.board().roster.people.some(({ person }) => person === 'mallory'));
  const honest = line.sign(
    'roster',
    { people: line.replay.board().roster.people, follows: [line.inForce('roster')] },
    { by: 'ada', at: START + 6 * HOUR },
  );
  line.add(honest);
  const of = { kind: 'roster' as const, digest: honest.digest };
  const cosign = line.sign('cosign', { of }, { by: 'alan', at: START + 6 * HOUR });
  assert.equal(fate(line.add(cosign), honest), 'counted', 'what both sign at its own time takes effect');
});

test('nobody whose time as an admin is over dates a roster back into it', () => {
  const past = member('ada', [role('admin', { until: toInstant(START + 2 * HOUR) })]);
  const line = startLine({ people: [...others, past, member('alan', ['admin']), member('axel', ['admin'])] });
  const early = line.head();
  afternoon(line);
  const roster = coup(line, 'ada', early);
  line.add(roster);
  line.add(
    line.sign('cosign', { of: { kind: 'roster', digest: roster.digest } }, { by: 'alan', at: START + 6 * HOUR }),
  );
  assert.ok(!line.replay.board().roster.people.some(({ person }) => person === 'mallory'));
});
