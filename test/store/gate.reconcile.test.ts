import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runGit } from '../../electron/git/runGit.ts';
import { materialDigest } from '../../shared/change/material.ts';
import type { RequestBody } from '../../shared/record/body/requestBody.ts';
import { HOUR_MS, toInstant, type Ms } from '../../shared/time/instant.ts';
import { artifact, createGateBoard, type GateBoard } from '../support/gateBoard.ts';
import { createPipelines } from '../support/pipelines.ts';
import { runGate, type GateRun } from '../support/runGate.ts';

interface Finding {
  readonly finding: string;
  readonly change: string | null;
  readonly detail: string;
  readonly reasons: readonly { readonly code: string }[];
}
interface Said {
  readonly reconciled: boolean;
  readonly findings: readonly Finding[];
  readonly silent: readonly { readonly change: string }[];
  readonly unread: readonly { readonly source: string; readonly reason: string }[];
}

const other = `sha256:${'0'.repeat(64)}`;
const run1 = 'https://ci.example.org/1';
let home: string;
let board: GateBoard;
let at: string;

before(async () => {
  home = mkdtempSync(join(tmpdir(), 'tidegate-reconcile-'));
  const now = Math.floor(Date.now() / 60_000) * 60_000;
  board = await createGateBoard(join(home, 'ledger'), { now });
  const time = { start: now - HOUR_MS, end: now + 5 * HOUR_MS };
  await board.window({ window: 'peak', title: 'Peak', scope: { everything: false, sites: ['newark'] }, ...time });
  // The board's own clock goes on by a minute with each record.
  at = toInstant(now + 2 * HOUR_MS);
});
after(() => rmSync(home, { recursive: true, force: true }));

const reconcile = (...words: readonly string[]) =>
  runGate(['reconcile', '--ledger', board.folder, '--root', board.root, '--env', 'production', ...words]);

function written(text: string, name = 'log.csv'): string {
  const path = join(home, name);
  writeFileSync(path, text);
  return path;
}

/** Rows of time, service, site, environment, digest, run, change. */
const logOf = (...rows: readonly string[]) =>
  written(['Time,Service,Site,Env,Image digest,Run,Change', ...rows, ''].join('\n'));

async function said(...words: readonly string[]): Promise<Said & { readonly code: number }> {
  const { code, stdout, stderr } = await reconcile(...words, '--format', 'json');
  assert.equal(stderr, '');
  return { code, ...(JSON.parse(stdout) as Said) };
}

/** A start that somebody signed, by `begin` or not. */
async function start(
  change: string,
  by: string,
  more: { readonly site?: string; readonly run?: string } = {},
  when: Ms = board.now,
) {
  board.moveTo(Math.max(when, board.now));
  const services = ['kiosk'];
  const artifacts = [{ service: 'kiosk', digest: artifact }];
  const body = {
    change,
    event: 'started',
    environment: 'production',
    services,
    artifacts,
    ...more,
  } as const;
  await board.add('receipt', { ...body, happenedAt: toInstant(when) }, by);
}

/** Petra agrees to the text as it stands. */
async function approve(change: string): Promise<void> {
  const git = async (...words: string[]) => (await runGit(board.folder, words)).stdout.toString();
  const listed = await git('ls-tree', '-r', '--name-only', 'main', '--', 'changes/');
  const path = listed.split('\n').find((line) => line.includes(`${change}/request/`)) ?? '';
  const { body } = JSON.parse(await git('show', `main:${path}`)) as { body: RequestBody };
  const material = { version: 1 as const, digest: materialDigest(body) };
  const risk = { score: 3, band: 'low' as const, points: { collisions: 0, 'track-record': 3 } };
  await board.add('decision', { change, material, verdict: 'approve', role: 'peer', risk, follows: [] }, 'petra');
}

const codesOf = ({ findings }: Said) => findings.map(({ reasons }) => reasons.map(({ code }) => code));

test('each deployment goes back to a start, or is judged as the board stood then', async () => {
  const covered = await board.change();
  const untold = await board.change({ request: { services: ['till'], category: 'observability' } });
  await start(covered, 'pipe', { run: run1 });
  const log = logOf(
    `${at},kiosk,lyon,production,${artifact},${run1},`,
    `${at},kiosk,lyon,production,${other},${run1},`,
    `${at},till,lyon,production,,,${untold}`,
    `${at},shelf,lyon,production,,,`,
    `yesterday,kiosk,lyon,production,,,`,
    `${at},kiosk,lyon,staging,,,`,
    `${at},till,lyon,production,,${run1},`,
    `${at},kiosk,newark,production,${artifact},${run1},`,
    `${toInstant(board.now - HOUR_MS)},kiosk,lyon,production,${artifact},${run1},${covered}`,
  );
  const found = await said('--log', log);
  assert.equal(found.code, 10);
  assert.deepEqual(
    found.findings.map(({ finding }) => finding),
    // In the order of time: before its start; then the same run of another service, and of a site that it does not hold.
    ['unrecorded', 'covered', 'other-digest', 'not-allowed', 'no-change', 'not-allowed', 'not-allowed'],
  );
  assert.deepEqual(codesOf(found).at(-1), ['not-in-change']);
  assert.deepEqual(
    found.unread.map(({ source }) => source),
    ['line 6'],
  );
  const one = JSON.stringify([{ time: at, app: 'kiosk', site: 'lyon', run: run1 }]);
  const good = await reconcile('--log', written(one, 'log.json'));
  assert.equal(good.code, 0, good.stdout + good.stderr);
  assert.match(good.stdout, /^RECONCILED\n/);
});

test('a start that the gate would have refused covers nothing, whoever signed it', async () => {
  const refused = await board.change({ request: { sites: ['newark'] }, approvals: [] });
  const asked = await runGate([
    'check',
    '--ledger',
    board.folder,
    '--root',
    board.root,
    '--change',
    refused,
    '--env',
    'production',
    '--digest',
    artifact,
  ]);
  assert.notEqual(asked.code, 0);
  await start(refused, 'ivan');
  const log = logOf(`${at},kiosk,newark,production,${artifact},,${refused}`);
  const byHand = await said('--log', log);
  assert.equal(byHand.code, 10);
  assert.equal(byHand.findings[0]?.finding, 'not-allowed');
  assert.match(byHand.findings[0].detail, /^ivan, whose change it is/);
  assert.ok(codesOf(byHand)[0]?.includes('approvals-missing'));
  await start(refused, 'pipe');
  const byPipe = await said('--log', log);
  assert.equal(byPipe.code, 10);
  assert.equal(byPipe.findings[0]?.finding, 'not-allowed');
  assert.ok(
    ['freeze', 'approvals-missing'].every((code) => codesOf(byPipe)[0]?.includes(code)),
    String(codesOf(byPipe)),
  );
  assert.match(
    (await reconcile('--log', log)).stdout,
    /not allowed.*\n.*Frozen by Peak.*would have refused this start by pipe/,
  );
});

test('what people of the change record by hand is no start, though the board would have allowed it', async () => {
  const change = await board.change();
  await start(change, 'ivan');
  const found = await said('--log', logOf(`${at},kiosk,lyon,production,${artifact},,${change}`));
  assert.equal(found.code, 10);
  assert.deepEqual(
    found.findings.map(({ finding }) => finding),
    ['unrecorded'],
  );
  assert.ok(!found.silent.some((silent) => silent.change === change), 'it is named with the deployment');
});

test('a start is judged as it stood: what was agreed, frozen or told later changes nothing', async () => {
  const change = await board.change();
  await start(change, 'pipe', {}, board.now - 2 * HOUR_MS + 60_000);
  const early = await board.change({ approvals: [] });
  await start(early, 'pipe');
  await approve(early);
  const opened = await board.change();
  await start(opened, 'pipe');
  const all = { window: 'all', title: 'All', scope: { everything: true }, start: board.now - HOUR_MS } as const;
  await board.window({ ...all, end: board.now + 5 * HOUR_MS });
  const rows = [change, early, opened].map((id) => `${at},kiosk,lyon,production,${artifact},,${id}`);
  const found = await said('--log', logOf(...rows));
  assert.deepEqual(
    found.findings.map(({ finding }) => finding),
    ['not-allowed', 'not-allowed', 'covered'],
  );
  const [toldLater, notAgreed] = codesOf(found);
  assert.deepEqual(toldLater, ['change-unknown'], 'two hours before anybody had asked for it');
  assert.deepEqual(notAgreed, ['approvals-missing']);
});

const ok = ({ code, stdout, stderr }: GateRun) => assert.equal(code, 0, stdout + stderr);

test('what begin opened under a waiver, in phases and back again is covered', async (t) => {
  const pipes = await createPipelines(t);
  const { begin, gate, key } = pipes;
  const first = await pipes.board.change();
  const newer = `sha256:${'b'.repeat(64)}`;
  const phases = [{ name: 'pilot', sites: ['lyon'] }];
  const second = await pipes.board.change({ request: { artifacts: [{ service: 'kiosk', digest: newer }], phases } });
  await pipes.freeze();
  await pipes.waive(first);
  await pipes.waive(second);
  await pipes.board.checkpoint();
  const folder = await pipes.clone();
  const end = (change: string, run: string, event = 'succeeded') =>
    gate('receipt', folder, change, '--key', key, '--event', event, '--run', run);
  ok(await begin(folder, first, '--run', 'w1'));
  ok(await end(first, 'w1'));
  ok(await begin(folder, second, '--digest', newer, '--phase', 'pilot', '--run', 'w2'));
  ok(await end(second, 'w2'));
  ok(await begin(folder, second, '--rollback-of', second, '--run', 'w3'));
  const now = toInstant(Date.now() + 1_000);
  const rows = [
    `${now},kiosk,lyon,${artifact},w1`,
    `${now},kiosk,lyon,${newer},w2`,
    `${now},kiosk,lyon,${artifact},w3`,
  ];
  const log = written(['time,service,site,digest,run', ...rows, ''].join('\n'));
  const args = ['reconcile', '--ledger', folder, '--root', pipes.board.root, '--env', 'production', '--log', log];
  const { code, stdout, stderr } = await runGate(args);
  assert.equal(code, 0, stdout + stderr);
  assert.match(stdout, /^RECONCILED\n[^]*deployments {3}3, 3 covered/);
});
