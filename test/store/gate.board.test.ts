import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { projectRoot } from '../../scripts/build/projectRoot.ts';
import { DAY_MS, HOUR_MS, toInstant } from '../../shared/time/instant.ts';
import { createGateBoard, type GateBoard } from '../support/gateBoard.ts';
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
  assert.match(asked.stdout, /checkpoint.* no command writes one: .* presses Verify everything on the Ledger page/);
  assert.match(
    readFileSync(join(projectRoot, 'renderer/features/ledger/LedgerPage.tsx'), 'utf8'),
    /^ *Verify everything$/m,
  );
});

test('a --state that cannot be kept is said, and undecided', async () => {
  const place = ['--change', 'CHG-2026-0000001', '--env', 'production'];
  const nowhere = await ask('check', ...place, '--state', join(home, 'gone', 'seen'));
  assert.equal(nowhere.code, 20);
  assert.match(nowhere.stderr, /seen cannot be used: nothing can be written there\n$/);
  const folder = await ask('check', ...place, '--state', home);
  assert.equal(folder.code, 20);
  assert.match(folder.stderr, /cannot be used: it is a folder\n$/);
});

test('calendar --format ics is a calendar of what touches the place', async () => {
  const { code, stdout } = await ask('calendar', '--env', 'production', '--site', 'lyon', '--format', 'ics');
  assert.equal(code, 0);
  assert.match(stdout, /^BEGIN:VCALENDAR\r\n/);
  assert.ok(stdout.includes('SUMMARY') && stdout.includes('Peak') && !stdout.includes('Stock'));
});

test('compile prints sync windows and --check sees drift when a freeze comes; --compare is the same word', async () => {
  const place = ['--env', 'production', '--site', 'lyon', '--service', 'till', '--target', 'argocd'];
  const { code, stdout, stderr } = await ask('compile', ...place);
  assert.equal(code, 0, stderr);
  assert.match(stderr, /^note: Waivers/m);
  const file = join(home, 'sync-windows.yaml');
  writeFileSync(file, stdout);
  assert.equal((await ask('compile', ...place, '--check', file)).code, 0);
  assert.equal((await ask('compile', ...place, '--compare', file)).code, 0);
  const both = await ask('compile', ...place, '--compare', file, '--check', file);
  assert.equal(both.code, 64);
  assert.match(both.stderr, /--compare is another word for --check/);
  writeFileSync(file, stdout.replace(/^ {2}- .*$/m, ''));
  const drift = await ask('compile', ...place, '--check', file);
  assert.equal(drift.code, 10);
  assert.match(drift.stdout, /^open in the file, closed on the board: /);
  writeFileSync(file, 'spec: [');
  assert.equal((await ask('compile', ...place, '--check', file)).code, 20);
  const gone = await ask('compile', ...place, '--check', join(home, 'gone.yaml'));
  assert.equal(gone.code, 20);
  assert.match(gone.stderr, /undecided: \S*gone\.yaml cannot be used: there is no such file\n$/);
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
  const nobody = await ask('digest', '--for', 'nobody-here');
  assert.equal(nobody.code, 20);
  assert.match(nobody.stderr, /--for nobody-here is neither a member of this board nor a role: admin, /);
});
