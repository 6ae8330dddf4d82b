import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { artifact } from '../support/gateBoard.ts';
import { keyTextOf } from '../support/gateKeys.ts';
import { folderRemote } from '../support/gitServer.ts';
import { httpRemote } from '../support/gitServerHttp.ts';
import { documents, gate, home, newer, pipelines, ready, script, shareBoard, shell } from '../support/pipelineRun.ts';

/** What somebody sets in a piece for one run, in the words of its inputs; `''` is not given. */
interface Wanted {
  readonly change: string;
  readonly digest: string;
  readonly site?: string;
  readonly phase?: string;
  readonly 'rollback-of'?: string;
}
/** Where a piece runs: the board, its login, and a folder of its own. */
interface Place {
  readonly work: string;
  readonly address: string;
  readonly root: string;
  readonly login: Readonly<Record<'user' | 'password', string>>;
  readonly run: string;
}
type Ran = Awaited<ReturnType<typeof shell>>;
/** One whole run of a piece: it begins, deploys well or badly, and tells how it went. */
type Piece = (wanted: Wanted, place: Place, deploys: boolean) => Promise<Ran>;

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly { readonly env: Record<string, string>; readonly run: string }[];
  };
}

const github: Piece = async (wanted, { work, address, root, login, run }, deploys) => {
  const [action] = documents('github/action.yml') as [Action];
  assert.equal(action.runs.using, 'composite');
  const [step] = action.runs.steps;
  if (!step) throw new Error('no step');
  assert.ok(!step.run.includes('${{'), 'inputs never stand in the script itself');
  const output = join(work, 'output');
  const context: Readonly<Record<string, string>> = {
    'github.action_path': join(pipelines, 'github'),
    'runner.temp': work,
    'github.server_url': 'https://github.example.org',
    'github.repository': 'shop/till',
    'github.run_id': run,
    'github.run_attempt': '1',
  };
  const secrets = { root, gate, key: keyTextOf('pipe'), 'ledger-user': login.user, 'ledger-token': login.password };
  const use = async (more: Readonly<Record<string, string>>): Promise<Ran> => {
    writeFileSync(output, '');
    const inputs: Readonly<Record<string, string>> = {
      ...secrets,
      ...wanted,
      'ledger-url': address,
      service: 'kiosk',
      ...more,
    };
    for (const name of Object.keys(inputs)) assert.ok(name in action.inputs, name);
    const env = Object.fromEntries(
      Object.entries(step.env).map(([name, value]) => [
        name,
        value.replaceAll(/\$\{\{ (\S+) \}\}/g, (_, key: string) =>
          key.startsWith('inputs.')
            ? (inputs[key.slice(7)] ?? action.inputs[key.slice(7)]?.default ?? '')
            : (context[key] ?? 'unknown'),
        ),
      ]),
    );
    const words = ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run];
    const ran = await shell(words, { work, env: { ...env, GITHUB_OUTPUT: output } });
    assert.equal(readFileSync(output, 'utf8'), `exit-code=${ran.code}\n`);
    return ran;
  };
  const begun = await use({ command: 'begin' });
  if (begun.code !== 0) return begun;
  const told = await use({ command: 'receipt', 'job-status': deploys ? 'success' : 'failure' });
  return told.code === 0 && !deploys ? { ...told, code: 1 } : told;
};

interface Component {
  readonly 'tidegate-deploy': { readonly script: readonly string[]; readonly variables: Record<string, string> };
}

const gitlab: Piece = async (wanted, { work, address, root, login, run }, deploys) => {
  const [head, job] = documents('gitlab/templates/deploy.yml') as [
    { spec: { inputs: Record<string, { default?: string } | null> } },
    Component,
  ];
  const { script: lines, variables } = job['tidegate-deploy'];
  // What deploys is not given what only the board is for.
  const told = deploys ? 'touch done' : 'exit 3';
  writeFileSync(join(work, 'deploy.sh'), `test -z "$TIDEGATE_GATE_KEY$TIDEGATE_LEDGER_TOKEN" || exit 9\n${told}\n`);
  const inputs: Readonly<Record<string, string>> = {
    ...wanted,
    service: 'kiosk',
    'ledger-url': address,
    gate,
    deploy: 'deploy.sh',
  };
  for (const name of Object.keys(inputs)) assert.ok(name in head.spec.inputs, name);
  const env = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      value.replaceAll(/\$\[\[ inputs\.(\S+) \]\]/g, (_, key: string) => {
        assert.ok(key in head.spec.inputs, key);
        return inputs[key] ?? head.spec.inputs[key]?.default ?? '';
      }),
    ]),
  );
  const secrets = {
    TIDEGATE_ROOT: root,
    TIDEGATE_GATE_KEY: keyTextOf('pipe'),
    TIDEGATE_LEDGER_USER: login.user,
    TIDEGATE_LEDGER_TOKEN: login.password,
  };
  const runner = { CI_PROJECT_DIR: work, CI_JOB_URL: `https://gitlab.example.org/${run}` };
  const ran = await shell(['sh', '-ec', lines.join('\n')], { work, env: { ...env, ...secrets, ...runner } });
  const settings = readFileSync(join(work, '.tidegate/.git/config'), 'utf8');
  assert.ok(login.password === '' || !settings.includes(login.password), 'the token is kept nowhere');
  return ran;
};

interface From {
  readonly name: string;
  readonly key: string;
  readonly optional?: boolean;
}
interface Hook {
  readonly metadata: { readonly annotations: Readonly<Record<string, string>> };
  readonly spec: {
    readonly backoffLimit: number;
    readonly template: {
      readonly spec: {
        readonly restartPolicy: string;
        readonly containers: readonly {
          readonly command: readonly string[];
          readonly env: readonly {
            readonly name: string;
            readonly value?: string;
            readonly valueFrom?: { readonly secretKeyRef?: From; readonly configMapKeyRef?: From };
          }[];
        }[];
      };
    };
  };
}

function hookNamed(phase: string): Hook {
  const hooks = documents('argocd/hooks.yaml') as Hook[];
  const byPhase = new Map(hooks.map((hook) => [hook.metadata.annotations['argocd.argoproj.io/hook'], hook]));
  assert.deepEqual([...byPhase.keys()], ['PreSync', 'PostSync', 'SyncFail']);
  const hook = byPhase.get(phase);
  if (!hook) throw new Error(phase);
  return hook;
}

/** One hook's job, in a container of its own. */
function runHook(phase: string, wanted: Wanted, { work, address, root, login, run }: Place): Promise<Ran> {
  const { spec } = hookNamed(phase).spec.template;
  const [container] = spec.containers;
  if (!container) throw new Error(phase);
  assert.equal(spec.restartPolicy, 'Never');
  const release: Readonly<Record<string, string>> = { service: 'kiosk', ...wanted, run };
  const secret: Readonly<Record<string, string>> = {
    root,
    key: keyTextOf('pipe'),
    'ledger-url': address,
    'ledger-user': login.user,
    'ledger-token': login.password,
  };
  const env = container.env.flatMap(({ name, value, valueFrom }): (readonly [string, string])[] => {
    const from = valueFrom?.secretKeyRef ?? valueFrom?.configMapKeyRef;
    const held = from && (valueFrom?.secretKeyRef ? secret : release)[from.key];
    assert.ok(value !== undefined || held !== undefined || from?.optional, `${name}: a pod would not start`);
    const given = value ?? held;
    return given === undefined ? [] : [[name, given]];
  });
  const board = join(mkdtempSync(join(work, 'pod-')), 'board');
  const image = { TIDEGATE_SCRIPT: script, TIDEGATE_GATE: gate, TIDEGATE_DIR: board };
  return shell(container.command, { work, env: { ...Object.fromEntries(env), ...image } });
}

const argo: Piece = async (wanted, place, deploys) => {
  const begun = await runHook('PreSync', wanted, place);
  const told = await runHook(begun.code === 0 && deploys ? 'PostSync' : 'SyncFail', wanted, place);
  if (begun.code === 0) return told.code === 0 && !deploys ? { ...told, code: 1 } : told;
  assert.notEqual(told.code, 0, 'nothing had begun, so nothing failed');
  return begun;
};

const pieces: readonly (readonly [string, Piece])[] = [
  ['the GitHub action', github],
  ['the GitLab component', gitlab],
  ['the Argo CD hooks', argo],
];

test('over http with a login each piece deploys phase by phase, tells how it went, and takes back', async (t) => {
  const login = { user: 'ci', password: 'p:w"$' };
  const remote = await httpRemote(t, { login, known: false });
  const board = await shareBoard(remote, pieces.length);
  for (const [n, [name, piece]] of pieces.entries())
    await t.test(name, async () => {
      const phased = board.phased[n] ?? '';
      const work = mkdtempSync(join(home, 'piece-'));
      let runs = 0;
      const run = (wanted: Wanted, deploys = true) => {
        runs += 1;
        const place = { work, address: remote.address, root: board.root, login, run: `${n}-${runs}` };
        return piece(wanted, place, deploys);
      };
      if (n === 0) {
        const early = await run({ change: phased, phase: 'rest', digest: newer });
        assert.equal(early.code, 10, early.text);
        assert.match(early.text, /Phase pilot has not succeeded/);
      }
      const pilot = await run({ change: phased, phase: 'pilot', digest: newer });
      assert.equal(pilot.code, 0, pilot.text);
      const rest = await run({ change: phased, phase: 'rest', digest: newer }, false);
      assert.equal(rest.code, 1, rest.text);
      const back = await run({ change: phased, 'rollback-of': phased, site: 'lyon', digest: artifact });
      assert.equal(back.code, 0, back.text);
      const both = ['started pilot', 'succeeded pilot', 'started rest', 'failed rest'];
      assert.deepEqual(await board.told(phased), [...both, 'started back', 'succeeded back']);
    });
});

test('at a freeze no piece deploys, and what it tells of it is no command', async (t) => {
  const closed = await ready(await folderRemote(t), true);
  const login = { user: '', password: '' };
  for (const [name, piece] of pieces) {
    const place = { work: closed.work, address: closed.remote.address, root: closed.board.root, login, run: name };
    const refused = await piece({ change: closed.change, site: 'lyon', digest: artifact }, place, true);
    assert.equal(refused.code, 11, refused.text);
    assert.ok(!refused.text.includes('Peak ::error'), 'a title is no command');
    if (piece === github) assert.match(refused.text, /^::(error|warning)/m);
  }
  assert.ok(!existsSync(join(closed.work, 'done')));
  assert.deepEqual(await closed.events(), []);
});
