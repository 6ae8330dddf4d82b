import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runGit } from '../../electron/git/runGit.ts';
import { DAY_MS, toInstant } from '../../shared/time/instant.ts';
import { artifact, createGateBoard, type GateBoard } from '../support/gateBoard.ts';
import { runGate } from '../support/runGate.ts';

let home: string;
let ops: string;
let board: GateBoard;
const shape = 'live/{environment}/{service}/{site}';

before(async () => {
  home = mkdtempSync(join(tmpdir(), 'tidegate-tags-'));
  board = await createGateBoard(join(home, 'ledger'), { now: Math.floor(Date.now() / 60_000) * 60_000 });
  ops = join(home, 'ops');
  await runGit(home, ['init', '--quiet', ops]);
  await git('commit', '--quiet', '--allow-empty', '-m', 'x');
  await git('tag', '-a', 'live/production/shelf/newark', '-m', `Live\n\n${artifact}`);
  await git('tag', 'v1');
});
after(() => rmSync(home, { recursive: true, force: true }));

const git = (...words: string[]) => runGit(ops, ['-c', 'user.name=ops', '-c', 'user.email=ops@example.org', ...words]);
const reconcile = (...words: string[]) =>
  runGate(['reconcile', '--ledger', board.folder, '--root', board.root, '--env', 'production', ...words]);
const ofTags = (folder: string, pattern: string, ...words: string[]) =>
  reconcile('--tags', folder, '--pattern', pattern, ...words);

function written(text: string): string {
  const path = join(home, 'log');
  writeFileSync(path, text);
  return path;
}

/** Rows of time, service, site, environment. */
const logOf = (...rows: readonly string[]) => written(['Time,Service,Site,Env', ...rows, ''].join('\n'));

test('the tags of a GitOps repository are read, those of another shape passed over', async () => {
  const { code, stdout } = await ofTags(ops, shape, '--format', 'csv');
  assert.equal(code, 10);
  const [, line = ''] = stdout.split('\r\n');
  assert.match(line, /^tag live\/production\/shelf\/newark,/);
  assert.ok(line.includes(artifact) && line.includes('no-change'));
  assert.equal(stdout.split('\r\n').length, 3);
});

test('a lightweight tag has no time, so it is named and not judged by the time of its commit', async () => {
  await git('tag', 'light/production/shelf/newark');
  await git('tag', 'light/staging/shelf/newark');
  const { code, stdout } = await ofTags(ops, 'light/{environment}/{service}/{site}', '--format', 'json');
  assert.equal(code, 10);
  const { findings, unread } = JSON.parse(stdout) as {
    findings: unknown[];
    unread: { source: string; reason: string }[];
  };
  assert.deepEqual(findings, []);
  assert.deepEqual(
    unread.map(({ source }) => source),
    ['tag light/production/shelf/newark'],
    'one of another environment is not asked about',
  );
  assert.match(unread[0]?.reason ?? '', /lightweight tag has no time of its own/);
});

test('a pattern that no tag has, and a folder that is no repository, are undecided and named', async () => {
  const none = await ofTags(ops, 'deployed/{service}');
  assert.deepEqual([none.code, none.stdout], [20, '']);
  assert.match(none.stderr, /undecided: \S*ops cannot be used: no tag there has the shape deployed\/\{service\}\n$/);
  const bare = join(tmpdir(), `tidegate-no-repository-${process.pid}`);
  mkdirSync(bare);
  const strange = await ofTags(bare, shape);
  rmSync(bare, { recursive: true });
  assert.equal(strange.code, 20);
  assert.match(strange.stderr, /no-repository-\d+ cannot be used: it is not a Git repository\n$/);
});

test('a pattern that means nothing is wrong usage', async () => {
  for (const [pattern, words] of [
    ['live/{site}', /--pattern: it must say where the service stands: \{service\}/],
    ['live/{svc}', /--pattern: \{svc\} is none of \{service\}/],
  ] as const) {
    const { code, stderr } = await ofTags(ops, pattern);
    assert.equal(code, 64);
    assert.match(stderr, words);
  }
});

test('a shallow clone of the ledger is said to be cut off, not broken', async () => {
  await runGit(home, ['clone', '--quiet', '--depth', '1', `file://${board.folder}`, 'shallow']);
  const place = ['--ledger', join(home, 'shallow'), '--root', board.root, '--env', 'production'];
  const { code, stderr } = await runGate(['reconcile', ...place, '--tags', ops, '--pattern', shape]);
  assert.equal(code, 20);
  assert.match(stderr, /is a shallow clone, cut off: git fetch --unshallow/);
});

test('what cannot be placed is named; what was not asked about is counted; an empty log proves nothing', async () => {
  const at = toInstant(board.now);
  const prod = await reconcile('--format', 'json', '--log', logOf(`${at},kiosk,lyon,prod`, `${at},kiosk,lyon,Staging`));
  assert.equal(prod.code, 10);
  assert.deepEqual(JSON.parse(prod.stdout).unread, [
    { source: 'line 2', reason: 'its environment is none of production, staging, test: prod' },
  ]);
  const late = toInstant(board.now + DAY_MS);
  const elsewhere = await reconcile('--from', late, '--log', logOf(`${at},kiosk,lyon,prod`, `${at},shelf,lyon,`));
  assert.equal(elsewhere.code, 0, elsewhere.stdout);
  assert.match(elsewhere.stdout, /^NOTHING TO RECONCILE: [^]*not asked {5}1 of another time/);
  const empty: readonly (readonly [string, RegExp])[] = [
    ['Time,Service\n', /it holds no deployment/],
    ['[]', /it holds no deployment/],
    ['', /neither CSV with a header nor JSON/],
    [JSON.stringify({ errors: [], deployments: [{ time: at, service: 'shelf' }] }), /one list of deployments/],
  ];
  for (const [text, words] of empty) {
    const { code, stdout, stderr } = await reconcile('--log', written(text));
    assert.deepEqual([code, stdout], [20, ''], text);
    assert.match(stderr, words);
  }
  const one = written(JSON.stringify({ time: at, service: 'shelf', artifacts: [] }));
  const single = await reconcile('--format', 'json', '--log', one);
  assert.deepEqual(
    [single.code, JSON.parse(single.stdout).findings.length],
    [10, 1],
    'one deployment with a list in it is one deployment',
  );
  const gone = await reconcile('--log', join(home, 'gone.csv'));
  assert.equal(gone.code, 20);
  assert.match(gone.stderr, /undecided: \S*gone\.csv cannot be used: there is no such file\n$/);
});

test('a sample is undecided here as everywhere, unless it will do', async () => {
  const folder = join(home, 'sample');
  const sample = await createGateBoard(folder, { now: board.now, sample: true });
  const log = logOf(`${toInstant(board.now)},shelf,lyon,staging`);
  const args = ['reconcile', '--ledger', folder, '--root', sample.root, '--env', 'production', '--log', log];
  for (const format of ['text', 'json', 'csv']) {
    const { code, stdout } = await runGate([...args, '--format', format]);
    assert.equal(code, 20);
    assert.match(stdout, /undecided[^]*This ledger is a sample/i);
  }
  assert.equal((await runGate([...args, '--sample'])).code, 0);
});
