import { test } from 'node:test';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { runGit } from '../../electron/git/runGit.ts';
import { httpRemote } from '../support/gitServerHttp.ts';
import { createPipelines, said } from '../support/pipelines.ts';

const startsOn = async (folder: string) =>
  (await runGit(folder, ['log', '--format=%s', 'main'])).stdout
    .toString()
    .split('\n')
    .filter((line) => line.endsWith('started')).length;

test('over http: one waiver opens for one of several, a lost answer is found on the line, and without an answer nothing begins', async (t) => {
  const pipes = await createPipelines(t);
  const { board, begin } = pipes;
  const change = await board.change();
  const calm = await board.change({ request: { sites: ['newark'] } });
  await pipes.freeze();
  await pipes.waive(change);
  await board.checkpoint();
  const remote = await httpRemote(t);
  await runGit(board.folder, ['push', '--quiet', remote.address, 'main']);
  const clone = async (name: string) => {
    await runGit(pipes.home, ['clone', '--quiet', '--filter=blob:none', remote.address, name]);
    return join(pipes.home, name);
  };
  const folders = [await clone('a'), await clone('b'), await clone('c')];

  remote.faults.loseAnswer = true;
  const runs = await Promise.all(folders.map((folder, n) => begin(folder, change, '--run', `r${n}`)));
  assert.deepEqual(
    runs.map(({ code }) => code).filter((code) => code === 0),
    [0],
    runs.map(({ code, stderr }) => `${code} ${stderr}`).join('\n'),
  );
  assert.equal(await startsOn(remote.folder), 1);
  assert.equal(said(runs.find(({ code }) => code === 0)!).waivers.length, 1);

  remote.faults.readOnly = true;
  const refused = await begin(folders[0]!, calm, '--run', 'r9');
  assert.equal(refused.code, 20, refused.stdout);
  assert.match(refused.stderr, /read only/);
  remote.faults.readOnly = false;
  remote.faults.answer = 500;
  assert.equal((await begin(folders[0]!, calm, '--run', 'r9')).code, 20);
  assert.equal(await startsOn(remote.folder), 1);
});
