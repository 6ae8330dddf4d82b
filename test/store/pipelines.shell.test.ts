import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderRemote } from '../support/gitServer.ts';
import { httpRemote } from '../support/gitServerHttp.ts';
import { home, pipelines, ready, script, shell } from '../support/pipelineRun.ts';

test('the shell snippet, http with a login: deploys, tells how it went, and stops at a freeze', async (t) => {
  const login = { login: { user: 'ci', password: 'p:w' } };
  const open = await ready(await httpRemote(t, login));
  // What deploys is not given the key.
  const done = await shell(['sh', script, 'run', 'sh', '-c', 'test -z "$TIDEGATE_GATE_KEY" && echo live > done'], open);
  assert.equal(done.code, 0, done.text);
  assert.ok(existsSync(join(open.work, 'done')));
  assert.deepEqual(await open.events(), ['started', 'succeeded']);

  const closed = await ready(await httpRemote(t, login), true);
  const refused = await shell(['sh', script, 'run', 'touch', 'done'], closed);
  assert.equal(refused.code, 11, refused.text);
  assert.ok(!existsSync(join(closed.work, 'done')), 'nothing was deployed');
  assert.deepEqual(await closed.events(), []);
});

test('the shell snippet: what fails is told and its exit code kept; without a board nothing is deployed', async (t) => {
  const open = await ready(await folderRemote(t));
  const failed = await shell(['sh', script, 'run', 'sh', '-c', 'exit 7'], open);
  assert.equal(failed.code, 7, failed.text);
  assert.deepEqual(await open.events(), ['started', 'failed']);
  const lost = { ...open, work: mkdtempSync(join(home, 'run-')) };
  const gone = await shell(['sh', script, 'run', 'touch', 'done'], lost, { TIDEGATE_LEDGER_URL: join(home, 'gone') });
  assert.notEqual(gone.code, 0);
  assert.ok(!existsSync(join(lost.work, 'done')));
  const { TIDEGATE_ROOT: _root, ...rootless } = open.env;
  assert.notEqual((await shell(['sh', script, 'check'], { ...open, env: rootless })).code, 0);
});

test('each piece takes the same words for the place and the work', () => {
  const words = [
    'change',
    'env',
    'service',
    'site',
    'tenant',
    'phase',
    'digest',
    'rollback-of',
    'state',
    'ledger-token',
  ];
  const files = ['shell/tidegate.sh', 'github/action.yml', 'gitlab/templates/deploy.yml', 'argocd/hooks.yaml'];
  const lacking = files.flatMap((file) => {
    const text = readFileSync(join(pipelines, file), 'utf8');
    const unsaid = words.filter((word) => !text.includes(`TIDEGATE_${word.toUpperCase().replaceAll('-', '_')}`));
    return unsaid.map((word) => `${file} ${word}`);
  });
  // A job of Argo's keeps no file; whoever mounts one sets the variable beside it.
  assert.deepEqual(lacking, ['argocd/hooks.yaml state']);
});
