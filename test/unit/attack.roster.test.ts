import { test } from 'node:test';
import assert from 'node:assert/strict';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import { createCensus } from '../../shared/ledger/census.ts';
import { stateDigest } from '../../shared/ledger/checkpointState.ts';
import { createReplay } from '../../shared/ledger/replay.ts';
import { readState } from '../../shared/ledger/savedState.ts';
import { seedState } from '../../shared/ledger/seedState.ts';
import type { CheckpointBody } from '../../shared/record/body/ledgerBody.ts';
import { DAY_MS, toInstant } from '../../shared/time/instant.ts';
import { siteOf } from '../support/ledgerBodies.ts';
import { fate, START, startLine, type Line } from '../support/ledgerLine.ts';
import { member, people, role, signerNamed } from '../support/ledgerPeople.ts';

const untilNextYear = role('admin', { until: toInstant(START + 300 * DAY_MS) });
const others = people.filter(({ person }) => person !== 'ada');

/** Ada and Alan are admins; Alan's role has an end. Ada alone wants the board for herself. */
function twoAdmins(given = untilNextYear) {
  const line = startLine({ people: [member('ada', ['admin']), member('alan', [given]), ...others] });
  return line;
}

test('no admin dates a roster to when the other will be none any more', () => {
  const line = twoAdmins();
  const coup = line.sign(
    'roster',
    { people: [member('ada', ['admin', 'change-manager'])], follows: [line.inForce('roster')] },
    { at: START + 301 * DAY_MS },
  );
  assert.equal(fate(line.add(coup), coup), 'pending');
});

test('once the other is none, as other people’s clocks show, one admin is enough', () => {
  const line = twoAdmins();
  const at = START + 301 * DAY_MS;
  line.add(line.sign('site', siteOf(), { by: 'carl', at: at - DAY_MS }));
  const alone = line.sign('roster', { people: [member('ada', ['admin'])], follows: [line.inForce('roster')] }, { at });
  assert.equal(fate(line.add(alone), alone), 'counted');
});

test('no checkpoint puts such a roster in force either', () => {
  const line = twoAdmins();
  line.add(line.sign('site', siteOf(), { by: 'carl', at: START + DAY_MS }));
  const coup = line.sign(
    'roster',
    { people: [member('ada', ['admin'])], follows: [line.inForce('roster')] },
    { at: START + 301 * DAY_MS },
  );
  line.add(coup);
  const honest = checkpointOf(line);
  assert.equal(honest.pending?.length, 1);
  const lied = JSON.parse(JSON.stringify(line.replay.save())) as {
    pending: [string, { filed: object; blob: string }][];
    chains: { roster: object[] };
  };
  const [[, waiting] = []] = lied.pending;
  lied.chains.roster.push({ ...waiting, from: 2, signers: [] });
  lied.pending = [];
  const seeded = (checkpoint: CheckpointBody) =>
    seedState({
      checkpoint,
      files: line.commits.flatMap(({ added }) => added),
      placed: () => 0,
      known: new Map(),
      shallow: false,
      verify: verifySshsig,
      root: signerNamed('root').fingerprint,
    });
  assert.ok(seeded(honest));
  assert.equal(seeded({ ...honest, pending: [], state: stateDigest(readState(lied)) }), null);
});

function checkpointOf(line: Line): CheckpointBody {
  const census = createCensus();
  const auditor = createReplay({ verify: verifySshsig });
  for (const commit of line.commits) census.note(auditor.apply(commit));
  return census.checkpointBody(auditor);
}
