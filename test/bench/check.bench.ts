import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { buildGate } from '../../scripts/build/buildAll.ts';
import { projectRoot } from '../../scripts/build/projectRoot.ts';
import { bigLedger, type BigLedger } from '../support/bigLedger.ts';
import { atMost, ratio } from '../support/measure.ts';
import { serveLedgers } from './serve/ledgerServer.ts';

const run = promisify(execFile);
const RUNS = 15;
const bundle = join(projectRoot, 'dist/tidegate-gate.mjs');
await buildGate();

const TAIL = 200;
const ledgers = {
  small: await bigLedger({ changes: 100, story: 'approved', together: 1, tail: TAIL }),
  large: await bigLedger({ changes: 100_000, story: 'approved', together: 100, tail: TAIL }),
};
type Size = keyof typeof ledgers;
const sizes = Object.keys(ledgers) as readonly Size[];

const home = mkdtempSync(join(tmpdir(), 'tidegate-bench-check-'));
const remotes = join(home, 'remotes');
mkdirSync(remotes);
for (const size of sizes) symlinkSync(ledgers[size].folder, join(remotes, `${size}.git`));
const server = await serveLedgers(remotes);
try {
  await measureAll();
} finally {
  server.close();
  rmSync(home, { recursive: true, force: true });
}

async function measureAll(): Promise<void> {
  for (const size of sizes) {
    const { records, commits } = ledgers[size];
    console.log(`${size}: ${records} records in ${commits} commits, ${TAIL} of them after the checkpoint`);
  }
  const partial = { small: await counted('small', true), large: await counted('large', true) };
  const whole = { small: await counted('small', false), large: await counted('large', false) };
  console.log('clone --depth 500 --filter=blob:none, large to small');
  atMost('  objects read', partial.large.objects, partial.small.objects, 1.1);
  atMost('  bytes fetched', partial.large.bytes, partial.small.bytes, 1.1);
  for (const size of sizes) assert.equal(partial[size].fetches, 1, `${size}: one batched fetch`);
  console.log('  the missing contents came in one fetch each: met');
  console.log('whole clone, large to small');
  atMost('  objects read', whole.large.objects, whole.small.objects, 1.1);
  for (const size of sizes) assert.equal(whole[size].bytes, 0, `${size}: nothing is fetched`);

  const empty: number[] = [];
  const checks: Record<Size, number[]> = { small: [], large: [] };
  // In turn, so that what a busy machine adds is added to each.
  for (let n = 0; n < RUNS; n += 1) {
    empty.push(await timed(['--version']));
    for (const size of sizes) checks[size].push(await timed(question(size, join(home, `${size}-whole`))));
  }
  const [version, small, large] = [median(empty), median(checks.small), median(checks.large)];
  console.log(`median of ${RUNS}: empty run ${ms(version)}, check on small ${ms(small)}, on large ${ms(large)}`);
  atMost('time above an empty run, large to small', large - version, small - version, 1.5);
  ratio('a whole check on large to an empty run (told, not held)', large, version);
}

interface Counted {
  readonly objects: number;
  readonly bytes: number;
  readonly fetches: number;
}

/** A fresh clone, as docs/gate.md recommends it or whole, and what one check on it costs. */
async function counted(size: Size, isPartial: boolean): Promise<Counted> {
  const clone = join(home, `${size}-${isPartial ? 'partial' : 'whole'}`);
  const how = isPartial ? ['--depth', '500', '--filter=blob:none'] : [];
  await run('git', ['clone', '--quiet', '--bare', ...how, server.address(`${size}.git`), clone]);
  const log = join(home, `${size}-${isPartial}.log`);
  const before = await server.served();
  const { stdout, code } = await check(size, clone, countingGit(log));
  const after = await server.served();
  assert.equal(code, 30, stdout);
  assert.match(stdout, /^ALLOW \(simulated\)/);
  assert.match(stdout, /checkpoint {4}[0-7]\w{25}/);
  const objects = readFileSync(log, 'latin1').split('\n').length - 1;
  const [bytes, fetches] = [after.bytes - before.bytes, after.fetches - before.fetches];
  console.log(
    `  ${size}, ${isPartial ? 'partial' : 'whole'}: ${objects} objects read, ${bytes} bytes in ${fetches} fetches`,
  );
  return { objects, bytes, fetches };
}

/** A PATH whose Git is the real one, made to note every object that it takes out of a pack. */
function countingGit(log: string): string {
  const folder = `${log}.bin`;
  mkdirSync(folder);
  const real = (process.env['PATH'] ?? '').split(delimiter).find((place) => existsSync(join(place, 'git')));
  assert.ok(real);
  const script = join(folder, 'git');
  writeFileSync(script, `#!/bin/sh\nGIT_TRACE_PACK_ACCESS='${log}' exec '${join(real, 'git')}' "$@"\n`);
  chmodSync(script, 0o755);
  return `${folder}${delimiter}${process.env['PATH'] ?? ''}`;
}

function question(size: Size, clone: string): string[] {
  const { root, asked, at }: BigLedger = ledgers[size];
  return ['check', '--ledger', clone, '--root', root, '--change', asked, '--env', 'production', '--at', at];
}

async function check(size: Size, clone: string, path: string): Promise<{ stdout: string; code: number }> {
  const env = { ...process.env, PATH: path };
  try {
    return { stdout: (await run(process.execPath, [bundle, ...question(size, clone)], { env })).stdout, code: 0 };
  } catch (error) {
    const { stdout, code } = error as { stdout: string; code: number }; // what `execFile` rejects with
    return { stdout, code };
  }
}

async function timed(args: readonly string[]): Promise<number> {
  const began = performance.now();
  await run(process.execPath, [bundle, ...args]).catch(() => undefined); // a simulated yes is an exit code as well
  return performance.now() - began;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`;
}
