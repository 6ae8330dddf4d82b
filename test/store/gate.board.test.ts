import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runGit } from '../../electron/git/runGit.ts';
import { DAY_MS, HOUR_MS, toInstant } from '../../shared/time/instant.ts';
import { artifact, createGateBoard, type GateBoard } from '../support/gateBoard.ts';
import { runGate } from '../support/runGate.ts';

let home: string;
let board: GateBoard;
const hostile = 'Stock \u001b[31mcount::error ](http://evil)';

before(async () => {
  home = mkdtempSync(join(tmpdir(), 'tidegate-board-'));
  const now = Math.floor(Date.now() / 60_000) * 60_000;
  board = await createGateBoard(join(home, 'ledger'), { now });
  await board.window({
    window: 'count',
    title: hostile,
    scope: { everything: false, sites: ['newark'] },
    zone: 'America/New_York',
    start: now - HOUR_MS,
    end: now + 5 * HOUR_MS,
  });
  await board.window({ window: 'peak', title: 'Peak', start: now + 3 * DAY_MS, end: now + 4 * DAY_MS });
  await board.checkpoint();
});
after(() => rmSync(home, { recursive: true, force: true }));

const ask = (command: string, ...words: readonly string[]) =>
  runGate([command, '--ledger', board.folder, '--root', board.root, ...words]);

test('calendar: closed where a freeze holds, open elsewhere, with the next turn; exit 30 for another instant', async () => {
  const closed = await ask('calendar', '--env', 'production', '--site', 'newark', '--format', 'json');
  assert.equal(closed.code, 10, closed.stderr);
  const said = JSON.parse(closed.stdout) as { state: string; nextTransition: string; reasons: { window: string }[] };
  assert.equal(said.state, 'closed');
  assert.equal(said.nextTransition, toInstant(board.now + 5 * HOUR_MS));
  assert.deepEqual(
    said.reasons.map(({ window }) => window),
    ['count'],
  );
  const open = await ask('calendar', '--env', 'production', '--site', 'lyon', '--service', 'kiosk');
  assert.equal(open.code, 0, open.stderr);
  assert.match(open.stdout, /^OPEN {2}production, kiosk at lyon, application-release/);
  assert.ok(open.stdout.includes(toInstant(board.now + 3 * DAY_MS)), 'when it closes');
  const later = await ask('calendar', '--env', 'production', '--site', 'newark', '--at', toInstant(board.now + DAY_MS));
  assert.equal(later.code, 30);
  const text = await ask('calendar', '--env', 'production');
  assert.equal(text.code, 10, 'any site: one that is closed closes it');
  assert.ok(!text.stdout.includes('\u001b') && !text.stdout.includes('::'));
});

test('calendar: what it cannot answer is refused or undecided, never open', async () => {
  const unknown = await ask('calendar', '--env', 'production', '--site', 'nowhere');
  assert.equal(unknown.code, 20);
  assert.match(unknown.stderr, /site not found/);
  const bare = join(home, 'unvouched');
  const young = await createGateBoard(bare, { now: board.now });
  const asked = await runGate(['calendar', '--ledger', bare, '--root', young.root, '--env', 'production']);
  assert.equal(asked.code, 20);
  assert.match(asked.stdout, /checkpoint/);
});

test('calendar --format ics is a calendar of what touches the place', async () => {
  const { code, stdout } = await ask('calendar', '--env', 'production', '--site', 'lyon', '--format', 'ics');
  assert.equal(code, 0);
  assert.match(stdout, /^BEGIN:VCALENDAR\r\n/);
  assert.ok(stdout.includes('SUMMARY') && stdout.includes('Peak') && !stdout.includes('Stock'));
});

test('compile prints sync windows and --compare sees drift when a freeze comes', async () => {
  const place = ['--env', 'production', '--site', 'lyon', '--service', 'till', '--target', 'argocd'];
  const { code, stdout, stderr } = await ask('compile', ...place);
  assert.equal(code, 0, stderr);
  assert.match(stderr, /^note: Waivers/m);
  const file = join(home, 'sync-windows.yaml');
  writeFileSync(file, stdout);
  assert.equal((await ask('compile', ...place, '--compare', file)).code, 0);
  writeFileSync(file, stdout.replace(/^ {2}- .*$/m, ''));
  const drift = await ask('compile', ...place, '--compare', file);
  assert.equal(drift.code, 10);
  assert.match(drift.stdout, /^open in the file, closed on the board: /);
  writeFileSync(file, 'spec: [');
  assert.equal((await ask('compile', ...place, '--compare', file)).code, 20);
});

test('digest tells a person and a role what waits and what is frozen; nobody else', async () => {
  const change = await board.change({ request: { title: hostile }, approvals: [] });
  const peer = await ask('digest', '--for', 'petra', '--format', 'json');
  assert.equal(peer.code, 0, peer.stderr);
  const said = JSON.parse(peer.stdout) as { waits: { change: string }[]; freezes: { window: string }[] };
  assert.deepEqual(
    said.waits.map((task) => task.change),
    [change],
  );
  assert.deepEqual(
    said.freezes.map(({ window }) => window),
    ['count', 'peak'],
  );
  const mail = await ask('digest', '--for', 'peer', '--format', 'markdown');
  assert.ok(mail.stdout.includes(change) && !mail.stdout.includes('](http'), 'no title makes a link');
  assert.ok(!(await ask('digest', '--for', 'bruno')).stdout.includes(change));
  assert.equal((await ask('digest', '--for', 'nobody-here')).code, 20);
});

test('reconcile: each deployment goes back to a start, or is judged as the board stood then', async () => {
  const covered = await board.change();
  const untold = await board.change({ request: { services: ['till'], category: 'observability' } });
  board.moveTo(board.now);
  await board.add(
    'receipt',
    {
      change: covered,
      event: 'started',
      environment: 'production',
      services: ['kiosk'],
      artifacts: [{ service: 'kiosk', digest: artifact }],
      happenedAt: toInstant(board.now),
      run: 'https://ci.example.org/1',
    },
    'ivan',
  );
  const at = toInstant(board.now + 60_000);
  const log = join(home, 'deployments.csv');
  const rows = [
    `${at},kiosk,lyon,production,${artifact},https://ci.example.org/1,`,
    `${at},kiosk,lyon,production,sha256:${'0'.repeat(64)},https://ci.example.org/1,`,
    `${at},till,lyon,production,,,${untold}`,
    `${at},shelf,lyon,production,,,`,
    `yesterday,kiosk,lyon,production,,,`,
    `${at},kiosk,lyon,staging,,,`,
  ];
  writeFileSync(log, ['Time,Service,Site,Env,Image digest,Run,Change', ...rows, ''].join('\n'));
  const found = await ask('reconcile', '--env', 'production', '--log', log, '--format', 'json');
  assert.equal(found.code, 10, found.stderr);
  const said = JSON.parse(found.stdout) as { findings: { finding: string }[]; unread: { source: string }[] };
  assert.deepEqual(
    said.findings.map(({ finding }) => finding),
    ['covered', 'other-digest', 'not-allowed', 'no-change'],
  );
  assert.deepEqual(
    said.unread.map(({ source }) => source),
    ['line 6'],
  );
  writeFileSync(log, JSON.stringify([{ time: at, app: 'kiosk', site: 'lyon', run: 'https://ci.example.org/1' }]));
  const good = await ask('reconcile', '--env', 'production', '--log', log);
  assert.equal(good.code, 0, good.stdout + good.stderr);
  assert.match(good.stdout, /^RECONCILED/);
});

test('reconcile reads the tags of a GitOps repository', async () => {
  const ops = join(home, 'ops');
  await runGit(home, ['init', '--quiet', ops]);
  const who = ['-c', 'user.name=ops', '-c', 'user.email=ops@example.org'];
  await runGit(ops, [...who, 'commit', '--quiet', '--allow-empty', '-m', 'x']);
  await runGit(ops, [...who, 'tag', '-a', 'live/production/shelf/newark', '-m', `Live\n\n${artifact}`]);
  await runGit(ops, [...who, 'tag', 'v1']);
  const words = ['--env', 'production', '--tags', ops, '--pattern', 'live/{environment}/{service}/{site}'];
  const { code, stdout } = await ask('reconcile', ...words, '--format', 'csv');
  assert.equal(code, 10);
  const [, line = ''] = stdout.split('\r\n');
  assert.match(line, /^tag live\/production\/shelf\/newark,/);
  assert.ok(line.includes(artifact) && line.includes('no-change'));
  assert.equal(stdout.split('\r\n').length, 3);
});
