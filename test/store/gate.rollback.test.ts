import { test } from 'node:test';
import assert from 'node:assert/strict';
import { artifact } from '../support/gateBoard.ts';
import { codes, createPipelines } from '../support/pipelines.ts';

test('phases are opened one after the other', async (t) => {
  const pipes = await createPipelines(t);
  const { board, clone, gate, begin, key } = pipes;
  const phases = [
    { name: 'pilot', sites: ['lyon'] },
    { name: 'rest', sites: ['newark'] },
  ];
  const change = await board.change({ request: { sites: ['lyon', 'newark'], phases } });
  await board.checkpoint();
  const folder = await clone();
  assert.ok(codes(await begin(folder, change)).includes('phase-order'));
  assert.ok(codes(await begin(folder, change, '--phase', 'rest')).includes('phase-order'));
  const check = await gate('check', folder, change, '--digest', artifact, '--phase', 'pilot', '--format', 'json');
  assert.deepEqual([check.code, codes(check)[0]], [10, 'begin-only']);
  const pilot = await begin(folder, change, '--phase', 'pilot', '--run', 'p1');
  assert.equal(pilot.code, 0, pilot.stdout);
  assert.equal((await begin(folder, change, '--phase', 'rest')).code, 10);
  await gate('receipt', folder, change, '--key', key, '--event', 'succeeded', '--run', 'p1');
  const rest = await begin(folder, change, '--phase', 'rest', '--run', 'p2');
  assert.equal(rest.code, 0, rest.stdout);
});

test('what a change did is taken back to what stood before, frozen or not, once', async (t) => {
  const pipes = await createPipelines(t);
  const { board, clone, gate, key } = pipes;
  const first = await board.change();
  const newer = `sha256:${'b'.repeat(64)}`;
  const second = await board.change({ request: { artifacts: [{ service: 'kiosk', digest: newer }] } });
  await board.checkpoint();
  const folder = await clone();
  const deploy = async (change: string, digest: string, run: string) => {
    const started = await gate('begin', folder, change, '--digest', digest, '--key', key, '--run', run);
    assert.equal(started.code, 0, started.stdout + started.stderr);
    await gate('receipt', folder, change, '--key', key, '--event', 'succeeded', '--run', run);
  };
  const back = (digest: string, ...more: string[]) =>
    gate(
      'begin',
      folder,
      second,
      '--rollback-of',
      second,
      '--digest',
      digest,
      '--key',
      key,
      '--format',
      'json',
      ...more,
    );
  await deploy(first, artifact, 'd1');
  assert.equal((await back(artifact)).code, 10, 'it has done nothing yet');
  await deploy(second, newer, 'd2');
  assert.deepEqual(codes(await back(newer)), ['artifact-mismatch']);
  const run = await back(artifact, '--run', 'd3');
  assert.equal(run.code, 0, run.stdout + run.stderr);
  assert.deepEqual(codes(run), ['rollback']);
  assert.deepEqual(codes(await back(artifact, '--run', 'd4')), ['rollback-refused']);
  const end = await gate(
    'receipt',
    folder,
    second,
    '--key',
    key,
    '--event',
    'rolled-back',
    '--run',
    'd3',
    '--format',
    'json',
  );
  assert.equal(JSON.parse(end.stdout).rollbackOf, second);
});
