import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runGit } from '../../electron/git/runGit.ts';
import { contract, type CallName } from '../../shared/api/contract.ts';
import { foundedDesk } from '../support/deskPair.ts';
import { httpRemote } from '../support/gitServerHttp.ts';
import { ended, submit } from '../support/submit.ts';

const login = { user: 'ines', password: 'fish-and-chips' };
const SECRET = /fish-and-chips|wrong-chips/;

/** Files below the folder that hold the secret, from there. */
function holders(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => SECRET.test(readFileSync(file, 'latin1')))
    .map((file) => file.slice(folder.length + 1));
}

test('a password that somebody typed into an address is refused, and kept nowhere', async (t) => {
  const desk = await foundedDesk(t);
  const typed = [
    'https://ines:fish-and-chips@git.example.org/board.git',
    'https:/ines:fish-and-chips@git.example.org/board.git',
    'ines:fish-and-chips@git.example.org:board.git',
    'https://git.example.org/board.git?token=fish-and-chips',
  ];
  for (const address of typed)
    for (const call of ['boards.join', 'boards.publish'] as const) {
      const reply = await desk.dispatch(call, call === 'boards.join' ? { address, root: null } : { address });
      assert.deepEqual([reply.ok, !reply.ok && reply.code], [false, 'address-refused'], address);
      assert.doesNotMatch(JSON.stringify(reply), SECRET);
    }
  assert.deepEqual(await desk.ask('jobs.list', {}), []);
  await desk.close();
  assert.deepEqual(holders(desk.home), []);
});

test('a password that lies in a clone’s own settings is used, and told to nobody', async (t) => {
  const desk = await foundedDesk(t);
  const remote = await httpRemote(t, { login, now: desk.now });
  const { job } = await desk.ask('boards.publish', { address: remote.address });
  assert.equal((await ended(desk, job)).state, 'done');
  await desk.close();
  remote.logIn(null);
  const withPassword = (password: string) => remote.address.replace('://', `://${login.user}:${password}@`);
  await runGit(desk.ledger, ['config', 'remote.origin.url', withPassword(login.password)]);
  const again = await desk.restart();
  await submit(again);
  again.pass(10_000);
  await again.sendDue();
  const { state, remote: shown } = await again.ask('sync.status', {});
  assert.deepEqual([state, shown], ['level', remote.address]);
  await runGit(desk.ledger, ['config', 'remote.origin.url', withPassword('wrong-chips')]);
  await again.sendDue();
  const { problem } = await again.ask('sync.status', {});
  assert.equal(problem?.code, 'remote-refused-login');
  // All that is asked without naming anything, and what is said before a board is left.
  const names = (Object.keys(contract) as CallName[]).filter((name) => contract[name].kind === 'query');
  const answers = await Promise.all(names.map((name) => again.dispatch(name, {})));
  answers.push(await again.dispatch('boards.leaving', { name: 'harbour' }));
  assert.ok(JSON.stringify(answers).includes(remote.address));
  assert.doesNotMatch(JSON.stringify([answers, again.news, again.defects]), SECRET);
  await again.close();
  assert.deepEqual(holders(again.home), [join('boards', 'harbour', 'ledger.git', 'config')]);
});
