import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import { assembleChange } from '../../shared/ledger/assembleChange.ts';
import { createReplay, restoreReplay } from '../../shared/ledger/replay.ts';
import { CHANGE, decisionOf, requestOf, serviceOf, siteOf, windowOf } from '../support/ledgerBodies.ts';
import { addedFile, fate, startLine } from '../support/ledgerLine.ts';
import { people } from '../support/ledgerPeople.ts';

test('an honest board counts every record, and its change can be put together', () => {
  const line = startLine();
  const site = line.sign('site', siteOf(), { by: 'carl' });
  const service = line.sign('service', serviceOf(), { by: 'sofia' });
  const window = line.sign('window', windowOf(), { by: 'bruno' });
  const request = line.sign('request', requestOf(), { by: 'rita' });
  const first = line.add(site, service, window, request);
  const decision = line.sign('decision', decisionOf(), { by: 'petra' });
  const second = line.add(decision);

  assert.deepEqual(
    [site, service, window, request].map((file) => fate(first, file)),
    Array(4).fill('counted'),
  );
  assert.equal(fate(second, decision), 'counted');
  const board = line.replay.board();
  assert.equal(board.length, 3);
  assert.equal(board.head, line.head());
  assert.deepEqual(board.roster.people.length, people.length);
  assert.equal(board.windows.get('black-friday')?.length, 1);
  assert.equal(board.services.get('pos')?.name, 'Tills');
  const filed = [...first, ...second].flatMap((standing) => ('filed' in standing ? [standing.filed] : []));
  const file = assembleChange(CHANGE, filed, board);
  assert.equal(file?.current?.digest, request.digest);
  assert.equal(file?.decisions.length, 1);
  assert.deepEqual(line.replay.problems(), []);
});

test('a saved replay goes on where it stopped, and says the same as one that read everything', () => {
  const line = startLine();
  line.add(line.sign('window', windowOf(), { by: 'bruno' }), line.sign('request', requestOf(), { by: 'rita' }));
  const saved: unknown = JSON.parse(JSON.stringify(line.replay.save()));
  const decision = line.sign('decision', decisionOf(), { by: 'petra' });
  line.add(decision);

  const restored = restoreReplay(saved, { verify: verifySshsig });
  const [last] = line.commits.slice(-1);
  assert.ok(last);
  assert.equal(fate(restored.apply(last), decision), 'counted');
  assert.deepEqual(restored.board(), line.replay.board());
  assert.deepEqual(restored.save(), line.replay.save());

  const again = createReplay({ verify: verifySshsig });
  for (const commit of line.commits) again.apply(commit);
  assert.deepEqual(again.save(), line.replay.save());
});

test('an unsent record counts at this desk and never enters what is saved', () => {
  const line = startLine();
  const before = line.replay.save();
  const window = line.sign('window', windowOf(), { by: 'bruno' });
  assert.equal(fate(line.replay.applyUnsent([addedFile(window)]), window), 'counted');
  assert.equal(line.replay.board().windows.size, 1);
  assert.deepEqual(line.replay.save(), before);
  assert.equal(fate(line.add(window), window), 'counted');
  assert.equal(line.replay.board().windows.get('black-friday')?.length, 1);
});

test('a commit taken in a few files at a time comes to the same, and a copy of the replay sees none of it before', () => {
  const line = startLine();
  line.add(
    line.sign('site', siteOf(), { by: 'carl' }),
    line.sign('service', serviceOf(), { by: 'sofia' }),
    line.sign('window', windowOf(), { by: 'bruno' }),
    line.sign('request', requestOf(), { by: 'rita' }),
  );
  line.add(line.sign('decision', decisionOf(), { by: 'petra' }));
  const [first, ...others] = line.commits;
  assert.ok(first);
  const shown = createReplay({ verify: verifySshsig });
  shown.apply(first);
  const founded = shown.save();
  const ahead = shown.fork();
  for (const commit of others) for (const part of ahead.applyInParts(commit, 1)) assert.ok(part.length <= 1);
  assert.deepEqual(ahead.save(), line.replay.save());
  assert.deepEqual(shown.save(), founded);
});
