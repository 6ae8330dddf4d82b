import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOUR_MS, toInstant } from '../../shared/time/instant.ts';
import { wallAt } from '../../shared/time/zone.ts';
import { windowOf } from '../support/ledgerBodies.ts';
import { artifact, createGateBoard, type GateBoard } from '../support/gateBoard.ts';
import { otherNode, runGate } from '../support/runGate.ts';

const home = mkdtempSync(join(tmpdir(), 'tidegate-gate-'));
const now = Math.floor(Date.now() / 60_000) * 60_000;
let board: GateBoard;
let ready: string;
let unapproved: string;
let imported: string;

before(async () => {
  board = await createGateBoard(join(home, 'board.git'), { now });
  ready = await board.change();
  unapproved = await board.change({ approvals: [] });
  imported = await board.change({ request: { imported: { source: 'Old desk', sourceId: '1', state: 'scheduled' } } });
  await board.window({
    window: 'inventory',
    title: 'Inventory at Lyon',
    scope: { everything: false, sites: ['lyon'] },
    start: now + 2 * HOUR_MS,
    end: now + 4 * HOUR_MS,
  });
  await board.checkpoint();
});
after(() => rmSync(home, { recursive: true, force: true }));

const ask = (change: string, ...more: string[]) =>
  runGate([
    'check',
    '--ledger',
    board.folder,
    '--root',
    board.root,
    '--change',
    change,
    '--env',
    'production',
    '--digest',
    artifact,
    ...more,
  ]);
const askedAt = (hours: number, ...more: string[]) => ask(ready, '--at', toInstant(now + hours * HOUR_MS), ...more);

test('an approved change may go now: exit 0', async () => {
  const { code, stdout, stderr } = await ask(ready);
  assert.equal(code, 0, stdout + stderr);
  assert.match(stdout, /^ALLOW {2}CHG-2026-/);
  assert.match(stdout, /Approved by petra, peer/);
  assert.ok(stdout.includes(board.root) && stdout.includes(board.head()));
});

test('before the freeze it may, simulated: exit 30; inside it needs a waiver: 11; after it may again', async () => {
  const early = await askedAt(1.9);
  assert.equal(early.code, 30, early.stdout);
  assert.match(early.stdout, /^ALLOW \(simulated\)/);
  const inside = await askedAt(2);
  assert.equal(inside.code, 11, inside.stdout);
  assert.match(inside.stdout, /Frozen by Inventory at Lyon/);
  assert.match(inside.stdout, /window\/inventory/);
  const end = toInstant(now + 4 * HOUR_MS);
  assert.match(
    inside.stdout,
    new RegExp(`next opening {2}\\w{3} \\d+ \\w{3} \\d{4}, \\d\\d:\\d\\d Paris \\(${end}\\)`),
  );
  assert.equal((await askedAt(4)).code, 30);
});

test('a freeze that is taken away holds for 48 hours, or until its owner and a change manager agree', async () => {
  const loose = await createGateBoard(join(home, 'loose.git'), { now });
  const [start, end] = [now, now + 5 * HOUR_MS];
  const change = await loose.change();
  await loose.checkpoint();
  // Seen 46 hours ago, so that its wait is over in two.
  loose.moveTo(now - 46 * HOUR_MS);
  const schedule = { form: 'once' as const, start: wallAt(start, 'Europe/Paris'), end: wallAt(end, 'Europe/Paris') };
  const freeze = windowOf({ window: 'inventory', title: 'Inventory', schedule });
  const first = await loose.say('window', freeze, 'bruno');
  const digest = await loose.say('window', { ...freeze, standing: 'withdrawn', follows: [first] }, 'bruno');
  const over = 2 + 1 / 60;
  const at = (hours: number, ...more: string[]) =>
    ask(change, '--ledger', loose.folder, '--at', toInstant(now + hours * HOUR_MS), ...more);
  const answers = async () => [(await at(0)).code, (await at(over - 0.01)).code, (await at(over + 0.01)).code];
  assert.deepEqual(await answers(), [11, 11, 30]);
  assert.match((await at(1)).stdout, /Frozen by Inventory until its earlier text runs out/);
  // Read from a checkpoint that came after the revision, the earlier text is still known.
  await loose.checkpoint();
  assert.deepEqual(await answers(), [11, 11, 30]);
  await loose.say('cosign', { of: { kind: 'window', subject: 'inventory', digest } }, 'carl');
  assert.deepEqual(await answers(), [30, 30, 30]);
});

test('what is missing denies: exit 10', async () => {
  const { code, stdout } = await ask(unapproved);
  assert.equal(code, 10);
  assert.match(stdout, /^DENY/);
  assert.match(stdout, /Missing: peer, could be petra/);
});

test('another artifact, place, environment or an unknown change is denied', async () => {
  const other = await runGate([
    'check',
    '--ledger',
    board.folder,
    '--root',
    board.root,
    '--change',
    ready,
    '--env',
    'production',
    '--digest',
    `sha256:${'b'.repeat(64)}`,
  ]);
  assert.equal(other.code, 10);
  assert.equal((await ask(ready, '--site', 'newark')).code, 10);
  assert.equal((await ask(ready, '--env', 'staging')).code, 10);
  assert.equal((await ask('CHG-2026-ZZZZZZZ')).code, 10);
  assert.equal((await ask(imported)).code, 10);
});

test('another root key leaves it undecided: exit 20', async () => {
  const root = `SHA256:${'A'.repeat(43)}`;
  const { code, stdout } = await ask(ready, '--root', root);
  assert.equal(code, 20);
  assert.match(stdout, /^UNDECIDED/);
  assert.match(stdout, /not signed by the root key/);
});

test('without a checkpoint it is undecided and says who writes one', async () => {
  const bare = await createGateBoard(join(home, 'bare.git'), { now });
  const change = await bare.change();
  const { code, stdout } = await ask(change, '--ledger', bare.folder);
  assert.equal(code, 20);
  assert.match(stdout, /No checkpoint/);
});

test('a sample is undecided until the asker says that a sample will do', async () => {
  const sample = await createGateBoard(join(home, 'sample.git'), { now, sample: true });
  const change = await sample.change();
  await sample.checkpoint();
  const asked = await ask(change, '--ledger', sample.folder);
  assert.equal(asked.code, 20);
  assert.match(asked.stdout, /--sample/);
  assert.equal((await ask(change, '--ledger', sample.folder, '--sample')).code, 0);
});

test('an earlier commit is judged as it was', async () => {
  const { code, stdout } = await ask(ready, '--commit', 'main~8');
  assert.notEqual(code, 0);
  assert.ok(!stdout.includes(board.head()));
  assert.equal((await ask(ready, '--commit', 'no-such-branch')).code, 20);
  assert.equal((await ask(ready, '--commit', '--upload-pack=x')).code, 64);
});

test('the JSON form decodes to the verdict with its exit code', async () => {
  const { code, stdout } = await ask(unapproved, '--format', 'json');
  const told = JSON.parse(stdout) as { answer: string; exitCode: number; reasons: { code: string }[]; commit: string };
  assert.equal(told.answer, 'deny');
  assert.equal(told.exitCode, code);
  assert.equal(told.commit, board.head());
  assert.equal(told.reasons[0]?.code, 'approvals-missing');
});

test('GitHub gets one annotation per objection, GitLab a section', async () => {
  const github = await ask(unapproved, '--format', 'github');
  assert.match(github.stdout, /^::error title=DENY%3A CHG-2026-\w{7} to production::Missing: peer/);
  assert.match((await ask(ready, '--format', 'github')).stdout, /^::notice title=ALLOW/);
  const gitlab = await ask(unapproved, '--format', 'gitlab');
  assert.match(gitlab.stdout, /^DENY/);
  assert.ok(gitlab.stdout.includes('section_start:') && gitlab.stdout.includes('section_end:'));
});

/** Each Node brings its own time zone data. */
const without = (text: string) => text.replaceAll(/"(tz|dataAgeMinutes)": .*/g, '');

test('it answers alike on another Node', async (t) => {
  const other = await otherNode();
  if (!other) return t.skip('no second Node on the PATH');
  const args = ['check', '--ledger', board.folder, '--root', board.root, '--change', ready, '--env', 'production'];
  const at = ['--digest', artifact, '--at', toInstant(now + 3 * HOUR_MS), '--format', 'json'];
  const here = await runGate([...args, ...at]);
  const there = await runGate([...args, ...at], { node: other.path });
  assert.equal(there.code, 11, there.stderr);
  assert.equal(without(there.stdout), without(here.stdout));
});
