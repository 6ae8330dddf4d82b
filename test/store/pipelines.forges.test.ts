import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { artifact } from '../support/gateBoard.ts';
import { keyTextOf } from '../support/gateKeys.ts';
import { folderRemote } from '../support/gitServer.ts';
import { documents, gate, pipelines, ready, runNumber, script, shell, type Ready } from '../support/pipelineRun.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly { readonly env: Record<string, string>; readonly run: string }[];
  };
}

const inputsOf = ({ env, change }: Ready) => ({
  'ledger-url': env['TIDEGATE_LEDGER_URL'] ?? '',
  root: env['TIDEGATE_ROOT'] ?? '',
  gate,
  key: env['TIDEGATE_GATE_KEY'] ?? '',
  change,
  service: 'kiosk',
  site: 'lyon',
  digest: artifact,
});

test('the GitHub action: begins, is refused at a freeze, and records by the status of the job', async (t) => {
  const [action] = documents('github/action.yml') as [Action];
  assert.equal(action.runs.using, 'composite');
  const [step] = action.runs.steps;
  if (!step) throw new Error('no step');
  assert.ok(!step.run.includes('${{'), 'inputs never stand in the script itself');
  const runWith = async (board: Ready, inputs: Readonly<Record<string, string>>) => {
    const output = join(board.work, 'output');
    writeFileSync(output, '');
    const context: Readonly<Record<string, string>> = {
      'github.action_path': join(pipelines, 'github'),
      'runner.temp': board.work,
      'github.server_url': 'https://github.example.org',
      'github.repository': 'shop/till',
      'github.run_id': String(runNumber()),
      'github.run_attempt': '1',
    };
    const given = (name: string) => inputs[name] ?? action.inputs[name]?.default ?? '';
    const env = Object.fromEntries(
      Object.entries(step.env).map(([name, value]) => [
        name,
        value.replaceAll(/\$\{\{ (\S+) \}\}/g, (_, key: string) =>
          key.startsWith('inputs.') ? given(key.slice(7)) : (context[key] ?? 'unknown'),
        ),
      ]),
    );
    const clean = { work: board.work, env: { ...env, GITHUB_OUTPUT: output } };
    const ran = await shell(['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], clean);
    return { ...ran, output: readFileSync(output, 'utf8') };
  };
  const open = await ready(await folderRemote(t));
  const begun = await runWith(open, { ...inputsOf(open), command: 'begin' });
  assert.equal(begun.code, 0, begun.text);
  assert.match(begun.output, /^exit-code=0$/m);
  const told = await runWith(open, { ...inputsOf(open), command: 'receipt', 'job-status': 'success' });
  assert.equal(told.code, 0, told.text);
  assert.deepEqual(await open.events(), ['started', 'succeeded']);

  const closed = await ready(await folderRemote(t), true);
  const refused = await runWith(closed, { ...inputsOf(closed), command: 'begin' });
  assert.equal(refused.code, 11);
  assert.match(refused.text, /^::(error|warning)/m);
  assert.ok(!/^::error::$/m.test(refused.text) && !refused.text.includes('Peak ::error'), 'a title is no command');
});

interface Component {
  readonly 'tidegate-deploy': { readonly script: readonly string[]; readonly variables: Record<string, string> };
}

test('the GitLab component: its job deploys, tells how it went, and stops at a freeze', async (t) => {
  const [head, job] = documents('gitlab/templates/deploy.yml') as [
    { spec: { inputs: Record<string, { default?: string } | null> } },
    Component,
  ];
  const { script: lines, variables } = job['tidegate-deploy'];
  const runIn = async (board: Ready, deploy: string) => {
    writeFileSync(join(board.work, 'deploy.sh'), deploy);
    const inputs: Readonly<Record<string, string>> = {
      change: board.change,
      service: 'kiosk',
      site: 'lyon',
      digest: artifact,
      'ledger-url': board.remote.address,
      gate,
      deploy: 'deploy.sh',
    };
    const env = Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [
        name,
        value.replaceAll(/\$\[\[ inputs\.(\S+) \]\]/g, (_, key: string) => {
          assert.ok(key in head.spec.inputs, key);
          return inputs[key] ?? head.spec.inputs[key]?.default ?? '';
        }),
      ]),
    );
    const secrets = { TIDEGATE_ROOT: board.board.root, TIDEGATE_GATE_KEY: keyTextOf('pipe') };
    const runner = { CI_PROJECT_DIR: board.work, CI_JOB_URL: `https://gitlab.example.org/${runNumber()}` };
    return shell(['sh', '-ec', lines.join('\n')], { work: board.work, env: { ...env, ...secrets, ...runner } });
  };
  const open = await ready(await folderRemote(t));
  const done = await runIn(open, 'touch done');
  assert.equal(done.code, 0, done.text);
  assert.deepEqual(await open.events(), ['started', 'succeeded']);
  const closed = await ready(await folderRemote(t), true);
  assert.equal((await runIn(closed, 'touch done')).code, 11);
  assert.ok(!existsSync(join(closed.work, 'done')));
  const bad = await ready(await folderRemote(t));
  assert.equal((await runIn(bad, 'exit 3')).code, 1);
  assert.deepEqual(await bad.events(), ['started', 'failed']);
});

interface Hook {
  readonly metadata: { readonly annotations: Readonly<Record<string, string>> };
  readonly spec: {
    readonly backoffLimit: number;
    readonly template: {
      readonly spec: {
        readonly restartPolicy: string;
        readonly containers: readonly {
          readonly command: readonly string[];
          readonly env: readonly { readonly name: string; readonly value?: string; readonly valueFrom?: object }[];
        }[];
      };
    };
  };
}

test('the Argo CD hooks: PreSync begins, PostSync and SyncFail tell how it went', async (t) => {
  const hooks = documents('argocd/hooks.yaml') as Hook[];
  const byPhase = new Map(hooks.map((hook) => [hook.metadata.annotations['argocd.argoproj.io/hook'], hook]));
  assert.deepEqual([...byPhase.keys()], ['PreSync', 'PostSync', 'SyncFail']);
  const runHook = (phase: string, board: Ready) => {
    const spec = byPhase.get(phase)?.spec;
    const [container] = spec?.template.spec.containers ?? [];
    if (!spec || !container) throw new Error(phase);
    assert.equal(spec.template.spec.restartPolicy, 'Never');
    const env = Object.fromEntries(container.env.map(({ name, value }) => [name, value ?? board.env[name] ?? '']));
    const places = { TIDEGATE_SCRIPT: script, TIDEGATE_GATE: gate, TIDEGATE_DIR: join(board.work, `board-${phase}`) };
    return shell(container.command, { work: board.work, env: { ...env, ...places } });
  };
  const open = await ready(await folderRemote(t));
  for (const phase of ['PreSync', 'PostSync']) {
    const ran = await runHook(phase, open);
    assert.equal(ran.code, 0, ran.text);
  }
  assert.deepEqual(await open.events(), ['started', 'succeeded']);
  const failing = await ready(await folderRemote(t));
  assert.equal((await runHook('PreSync', failing)).code, 0);
  assert.equal((await runHook('SyncFail', failing)).code, 0);
  assert.deepEqual(await failing.events(), ['started', 'failed']);
  const closed = await ready(await folderRemote(t), true);
  assert.equal((await runHook('PreSync', closed)).code, 11);
  assert.notEqual((await runHook('SyncFail', closed)).code, 0, 'nothing had begun, so nothing failed');
  assert.deepEqual(await closed.events(), []);
});
