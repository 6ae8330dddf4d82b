import { test } from 'node:test';
import assert from 'node:assert/strict';
import { runGit } from '../../electron/git/runGit.ts';
import { artifact } from '../support/gateBoard.ts';
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

test('receipts that do not count, however many, hide nothing that stood there', async (t) => {
  const pipes = await createPipelines(t);
  const { board, clone, gate, key } = pipes;
  const deploy = async (folder: string, change: string, digest: string, run: string) => {
    const more = ['--key', key, '--run', run];
    const { code, stdout } = await gate('begin', folder, change, '--digest', digest, ...more);
    assert.equal(code, 0, stdout);
    await gate('receipt', folder, change, '--event', 'succeeded', ...more);
  };
  const newer = `sha256:${'b'.repeat(64)}`;
  const first = await board.change();
  const second = await board.change({ request: { artifacts: [{ service: 'kiosk', digest: newer }] } });
  const others: string[] = [];
  for (let n = 0; n < 14; n += 1) others.push(await board.change({ approvals: [], evidence: [] }));
  const body = {
    event: 'succeeded',
    environment: 'production',
    services: ['kiosk'],
    artifacts: [{ service: 'kiosk', digest: artifact }],
    happenedAt: '2026-01-01T00:00:00Z',
  };
  await board.commit(
    others.map((change) => ({
      path: `changes/2026/${change.slice(9, 11)}/${change}/receipts/7ZZZZZZZZZZZZZZZZZZZZZZZZZ.json`,
      text: JSON.stringify({ body: { ...body, change } }),
    })),
  );
  await board.checkpoint();
  const folder = await clone();
  await deploy(folder, first, artifact, 'd1');
  await deploy(folder, second, newer, 'd2');
  const back = ['--rollback-of', second, '--digest', artifact, '--key', key, '--run', 'd3'];
  const run = await gate('begin', folder, second, ...back);
  assert.equal(run.code, 0, run.stdout + run.stderr);
});
