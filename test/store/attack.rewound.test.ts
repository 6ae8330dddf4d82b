import { test } from 'node:test';
import assert from 'node:assert/strict';
import { runGit } from '../../electron/git/runGit.ts';
import { createPipelines } from '../support/pipelines.ts';

test('a remote that goes back behind a freeze it has shown opens nothing, however often it is asked', async (t) => {
  const pipes = await createPipelines(t);
  const { board, clone, begin } = pipes;
  const change = await board.change();
  const before = await board.checkpoint();
  await pipes.freeze();
  const folder = await clone();
  assert.equal((await begin(folder, change)).code, 11);
  const frozen = await pipes.head();
  await runGit(board.folder, ['update-ref', 'refs/heads/main', before]);
  for (const turn of ['first', 'second']) {
    const { code, stderr } = await begin(folder, change);
    assert.equal(code, 20, turn);
    assert.match(stderr, /no longer holds/);
  }
  assert.equal(await pipes.starts(), 0);
  await runGit(board.folder, ['update-ref', 'refs/heads/main', frozen]);
  assert.equal((await begin(folder, change)).code, 11);
});
