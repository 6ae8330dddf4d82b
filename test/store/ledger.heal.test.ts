import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBreak, healLine } from '../../electron/heal/healLine.ts';
import { breakWords } from '../../electron/heal/breakWords.ts';
import { headOf } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { requestOf, windowOf } from '../support/ledgerBodies.ts';
import { keyNamed, member, people, signerNamed } from '../support/ledgerPeople.ts';
import { MERGED_AT, mergedLine } from '../support/mergedLine.ts';
import { refused } from '../support/syncDesk.ts';

const twoAdmins = [...people, member('olga', ['admin'])];

async function heal(folder: string, by: string, given: { as?: string; cosignOnly?: boolean; minutes?: number } = {}) {
  const { cosignOnly = false, minutes = 5, as } = given;
  const found = await findBreak(folder);
  assert.ok(found);
  return healLine(folder, { found, signer: signerNamed(by), as, cosignOnly, now: MERGED_AT + minutes * 60_000 });
}

test('one admin heals a merge, and the line reads on', async (t) => {
  const line = await mergedLine(t);
  const first = line.head();
  const freeze = line.sign('window', windowOf(), { by: 'carl' });
  await line.add(line.sign('request', requestOf(), { by: 'rita' }));
  const before = line.head();
  const merge = await line.merge(first, freeze);
  assert.equal((await line.read()).halt()?.commit, merge);

  const words = await breakWords(line.folder, (await findBreak(line.folder)) ?? assert.fail());
  assert.match(words, new RegExp(`Merge ${merge}[^]*only the side held: 1\\n[^]*window signed by carl, would count`));
  const { how, commit } = await heal(line.folder, 'ada', { as: 'ada' });
  assert.equal(how, 'healed');
  const replay = await line.read();
  const board = replay.board();
  assert.deepEqual([replay.halt(), board.head, board.windows.size], [null, commit, 1]);
  assert.deepEqual(board.identity.heals, [merge]);
  assert.equal(await findBreak(line.folder), null, 'there is nothing left to heal');
  assert.equal(before, (await runGit(line.folder, ['rev-parse', 'main~2'])).stdout.toString().trim());
});

test('with two admins the first signature does not heal, and the second does', async (t) => {
  const line = await mergedLine(t, { people: twoAdmins });
  const merge = await line.merge(line.head());
  await assert.rejects(heal(line.folder, 'olga', { cosignOnly: true }), refused('request-not-found'));
  assert.equal(await headOf(line.folder), merge);
  assert.equal((await heal(line.folder, 'ada')).how, 'first-signature');
  assert.equal((await line.read()).halt()?.commit, merge);
  const half = await headOf(line.folder);
  assert.equal((await heal(line.folder, 'ada', { minutes: 6 })).how, 'mine-waits');
  assert.equal(await headOf(line.folder), half, 'nobody signs twice');
  assert.equal((await heal(line.folder, 'olga', { cosignOnly: true, minutes: 7 })).how, 'healed');
  const replay = await line.read();
  assert.deepEqual([replay.halt(), replay.problems()], [null, []]);
});

test('a second merge behind the first signature is healed with it, by a revision of its own', async (t) => {
  const line = await mergedLine(t, { people: twoAdmins });
  const one = await line.merge(line.head());
  await heal(line.folder, 'ada');
  const two = await line.merge(one);
  assert.equal((await heal(line.folder, 'olga', { minutes: 6 })).how, 'first-signature', 'what waits names one of two');
  assert.equal((await heal(line.folder, 'ada', { minutes: 7 })).how, 'healed');
  assert.deepEqual((await line.read()).board().identity.heals, [one, two]);
});

test('a later healing keeps what was healed before', async (t) => {
  const line = await mergedLine(t);
  const one = await line.merge(line.head());
  await heal(line.folder, 'ada');
  const two = await line.merge((await headOf(line.folder)) ?? '');
  await heal(line.folder, 'ada', { minutes: 6 });
  const replay = await line.read();
  assert.deepEqual([replay.halt(), replay.board().identity.heals], [null, [one, two]]);
});

test('what a merge brought in from before a revocation counts as first seen behind it', async (t) => {
  const line = await mergedLine(t);
  const first = line.head();
  const freeze = line.sign('window', windowOf(), { by: 'carl' });
  const revoked = { after: first, reason: 'stolen' };
  const without = people.map((each) =>
    each.person === 'carl' ? { ...each, keys: [keyNamed('carl', { revoked })] } : each,
  );
  await line.add(line.sign('roster', { people: without, follows: [await line.roster()] }));
  await line.merge(first, freeze);
  assert.match(
    await breakWords(line.folder, (await findBreak(line.folder)) ?? assert.fail()),
    /windows\/.*: set aside \(key-revoked\)/,
  );
  assert.equal((await heal(line.folder, 'ada')).how, 'healed');
  const replay = await line.read();
  assert.deepEqual([replay.halt(), replay.board().windows.size], [null, 0]);
  assert.deepEqual(
    replay.problems().map(({ path, reason }) => [path, reason]),
    [[freeze.path, 'key-revoked']],
  );
});

test('nobody heals who was no admin before the break, nor with a key that is somebody else’s', async (t) => {
  const line = await mergedLine(t);
  const first = line.head();
  const coup = [...people, member('mallory', ['admin'])];
  const roster = line.sign('roster', { people: coup, follows: [await line.roster()] });
  const merge = await line.merge(first, roster);
  await assert.rejects(heal(line.folder, 'carl'), refused('not-entitled'));
  await assert.rejects(heal(line.folder, 'mallory'), refused('not-a-member'));
  await assert.rejects(heal(line.folder, 'ada', { as: 'carl' }), refused('not-a-member'));
  assert.equal(await headOf(line.folder), merge, 'nothing was written');
});

test('an edited file is not healed, neither alone nor behind a merge', async (t) => {
  const line = await mergedLine(t);
  const request = line.sign('request', requestOf(), { by: 'rita' });
  const before = await line.add(request);
  const remove = async (parent: string) => {
    const edit = `commit refs/heads/main\ncommitter Mallory <m@example.invalid> 1795000000 +0000\ndata 4\nGone\nfrom ${parent}\nD ${request.path}\n\n`;
    await runGit(line.folder, ['fast-import', '--quiet'], { input: edit });
  };
  await remove(before);
  await assert.rejects(findBreak(line.folder), refused('ledger-halted'));
  await runGit(line.folder, ['update-ref', 'refs/heads/main', before]);
  await remove(await line.merge(before));
  await assert.rejects(findBreak(line.folder), refused('ledger-halted'));
  await runGit(line.folder, ['update-ref', 'refs/heads/main', before]);
  assert.equal(await findBreak(line.folder), null);
});
