import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bigLedger } from '../support/bigLedger.ts';
import { atMost, ratio } from '../support/measure.ts';
import { joinAndOpen, openBenchDesk } from './join/benchDesk.ts';
import { serveLedgers } from './serve/ledgerServer.ts';

const run = promisify(execFile);
const CHANGES = 20_000;
const ROUNDS = 2;
const ledger = await bigLedger({ changes: CHANGES, story: 'done', together: 20, tail: 0 });
const home = mkdtempSync(join(tmpdir(), 'tidegate-bench-join-'));
const remotes = join(home, 'remotes');
mkdirSync(remotes);
symlinkSync(ledger.folder, join(remotes, 'board.git'));
const server = await serveLedgers(remotes);
const address = server.address('board.git');

interface Took {
  readonly seconds: number;
  /** Of the program alone, its threads included, Git's processes not. */
  readonly cpu: number;
}

try {
  console.log(`${CHANGES} changes: ${ledger.records} signed records in ${ledger.commits} commits`);
  const own: Took[] = [];
  const peer: Took[] = [];
  // In turn, the better of each: what a busy machine adds should not decide.
  for (let round = 0; round < ROUNDS; round += 1) {
    own.push(await byDesk(join(home, `desk-${round}`)));
    tell('joined, every page shows it', own.at(-1)!);
    peer.push(await byScript(join(home, `script-${round}.git`)));
    tell('clone --bare and a script that checks every signature', peer.at(-1)!);
  }
  const best = (all: readonly Took[], of: keyof Took) => Math.min(...all.map((took) => took[of]));
  atMost('joining to clone and script', best(own, 'seconds'), best(peer, 'seconds'), 2);
  ratio('processor time of the desk to that of the script (told, not held)', best(own, 'cpu'), best(peer, 'cpu'));
} finally {
  server.close();
  rmSync(home, { recursive: true, force: true });
}

async function byDesk(folder: string): Promise<Took> {
  const desk = await openBenchDesk(folder);
  const before = process.cpuUsage();
  const began = performance.now();
  const total = await joinAndOpen(desk, address);
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(before);
  assert.equal(total, CHANGES);
  assert.equal((await desk.ask('app.status', {})).setAside, 0);
  await desk.app.close();
  return { seconds, cpu: (user + system) / 1_000_000 };
}

async function byScript(folder: string): Promise<Took> {
  const script = join(import.meta.dirname, 'join/checkSignatures.ts');
  const began = performance.now();
  await run('git', ['clone', '--quiet', '--bare', address, folder]);
  const { stdout } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', script, folder]);
  const seconds = (performance.now() - began) / 1_000;
  const { good, cpuMs } = JSON.parse(stdout) as { good: number; cpuMs: number };
  assert.equal(good, ledger.records);
  return { seconds, cpu: cpuMs / 1_000 };
}

function tell(name: string, { seconds, cpu }: Took): void {
  console.log(`  ${name.padEnd(70)} ${seconds.toFixed(1).padStart(6)} s, processor ${cpu.toFixed(1)} s`);
}
