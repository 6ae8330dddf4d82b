import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runGit } from '../../electron/git/runGit.ts';
import { writeCommit } from '../../electron/git/writeCommit.ts';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import type { CommitId } from '../../shared/ids.ts';
import { DAY_MS, HOUR_MS, toInstant, type Ms } from '../../shared/time/instant.ts';
import { BIG_NOW, bigRequest } from '../support/bigBoard.ts';
import { bigLedger } from '../support/bigLedger.ts';
import { createBigWriter, crockford } from '../support/bigWriter.ts';
import { signerNamed } from '../support/ledgerPeople.ts';
import { atMost } from '../support/measure.ts';
import { joinAndOpen, openBenchDesk } from './join/benchDesk.ts';
import { serveLedgers } from './serve/ledgerServer.ts';

const run = promisify(execFile);
const CHANGES = 2_000;
const RECORDS = 100;
/**
 * A day's records are mostly shown for what was asked: four of one change, a request and three pieces of evidence, in
 * one commit or in a hundred; these may take 1.5 times the peer. A hundred changes that nobody knew are told and held to
 * nothing: the peer's work is the same, while the desk scores, collides, lists and indexes four times as many.
 */
const MIXES = [
  { commits: 1, each: 4 },
  { commits: RECORDS, each: 4 },
  { commits: 1, each: 1 },
] as const;
const ROUNDS = 7;
const author = { name: 'Bench', email: 'bench@example.org' };
const ledger = await bigLedger({ changes: CHANGES, story: 'done', together: 20, tail: 0 });
const home = mkdtempSync(join(tmpdir(), 'tidegate-bench-sync-'));
const remote = join(home, 'remotes', 'board.git');
const peer = join(home, 'peer.git');
mkdirSync(join(home, 'remotes'));
// The remote takes commits in while it is measured: a copy, the generated one stays as it is.
await run('git', ['clone', '--quiet', '--bare', ledger.folder, remote]);
const server = await serveLedgers(join(home, 'remotes'));
const address = server.address('board.git');
const write = (files: readonly { path: string; text: string }[], at: number): Promise<CommitId> =>
  writeCommit(remote, { parent: writer.head(), files, message: 'Add', author, at });
const writer = createBigWriter(write, { head: ledger.head, records: ledger.records, at: BIG_NOW - HOUR_MS });
const desk = await openBenchDesk(join(home, 'desk'));
let made = 0;

try {
  await joinAndOpen(desk, address);
  await run('git', ['clone', '--quiet', '--bare', address, peer]);
  for (const { commits, each } of MIXES) {
    const own: number[] = [];
    const bare: number[] = [];
    // In turn, and each goes first as often: what a busy machine adds should not decide.
    for (let round = 0; round < ROUNDS; round += 1) {
      await addRecords(commits, each);
      const both = [async () => own.push(await timed(syncByDesk)), async () => bare.push(await timed(fetchAndCheck))];
      for (const turn of round % 2 === 0 ? both : both.toReversed()) await turn();
    }
    const what = each === 1 ? 'all of them new requests' : `of ${RECORDS / each} new changes`;
    console.log(`${RECORDS} new records ${what}, in ${commits === 1 ? 'one commit' : `${commits} commits`}`);
    tell('a desk that was level: fetched, verified, every page shows them', own);
    tell('git fetch and a check of their signatures', bare);
    if (each > 1) atMost('syncing to fetch and check', median(own), median(bare), 1.5);
    else console.log(`syncing to fetch and check: ${(median(own) / median(bare)).toFixed(1)} x, held to nothing`);
  }
} finally {
  await desk.app.close();
  server.close();
  rmSync(home, { recursive: true, force: true });
}

/** Another desk's records, on the remote before anybody here asks: new requests, each with what was shown for it. */
async function addRecords(commits: number, each: number): Promise<void> {
  const measuredAt = toInstant(BIG_NOW - HOUR_MS);
  for (let n = 0; n < RECORDS; n += 1) {
    if (n % each === 0) made += 1;
    const body = bigRequest(`CHG-2026-Z${crockford(made, 6)}`, made, startOf(made));
    const evidence = ['build-test', 'scan', 'staging-validation'] as const;
    const kind = evidence[(n % each) - 1];
    const shown = { change: body.change, title: 'Shown', measuredAt, detail: 'All green.', follows: [] };
    if (kind === undefined) writer.add('request', body, body.requester);
    else writer.add('evidence', { ...shown, evidence: kind }, body.implementer);
    if ((n + 1) % (RECORDS / commits) === 0) await writer.commit();
  }
}

/** Over the next quarter, as the ledger's own changes lie over the past year: a few meet others of the same hour. */
function startOf(n: number): Ms {
  return BIG_NOW + HOUR_MS + (n % 90) * DAY_MS + (n % 8) * HOUR_MS;
}

async function syncByDesk(): Promise<void> {
  await desk.ask('sync.now', {});
  await desk.until(async () => {
    const { state, problem } = await desk.ask('sync.status', {});
    assert.equal(problem, null);
    return state === 'level' && (await desk.ask('app.status', {})).changes === CHANGES + made;
  });
}

/** What a careful author writes: fetched, the new files listed, streamed, parsed, each signature checked. */
async function fetchAndCheck(): Promise<void> {
  const before = (await runGit(peer, ['rev-parse', 'main'])).stdout.toString().trim();
  await runGit(peer, ['fetch', '--quiet', 'origin', 'main:main']);
  const diff = ['diff-tree', '-r', '--diff-filter=A', '--raw', '--no-abbrev', before, 'main'];
  const added = (await runGit(peer, diff)).stdout.toString().trim().split('\n');
  const blobs = added.map((line) => line.split(' ')[3] ?? '');
  const { stdout } = await runGit(peer, ['cat-file', '--batch'], { input: `${blobs.join('\n')}\n` });
  let good = 0;
  for (let at = 0; at < stdout.length;) {
    const end = stdout.indexOf(10, at);
    const size = Number(stdout.toString('latin1', at, end).split(' ')[2]);
    const text = stdout.toString('utf8', end + 1, end + 1 + size);
    at = end + 1 + size + 1;
    const { kind, signed } = JSON.parse(text) as { kind: string; signed: { by: string; sig: string } };
    const { publicKey } = signerNamed(signed.by);
    const message = `${text.slice(0, text.lastIndexOf(',"sig":"'))}}}`;
    if (verifySshsig({ publicKey, namespace: `tidegate-${kind}`, message, sig: signed.sig })) good += 1;
  }
  assert.equal(good, RECORDS);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function tell(name: string, times: readonly number[]): void {
  console.log(`  ${name.padEnd(70)} ${median(times).toFixed(0).padStart(6)} ms (median of ${times.length})`);
}
