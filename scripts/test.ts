import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { buildApp, buildGate } from './build/buildAll.ts';
import { checks } from './test/checks.ts';
import { ensureChromium } from './test/ensureChromium.ts';
import { makeFirstHome } from './test/firstHome.ts';
import { createPool } from './test/pool.ts';
import type { Count } from './test/report.ts';
import { runSuite } from './test/runSuite.ts';
import { scratchRoot } from './test/scratchRoot.ts';
import { suites } from './test/suites.ts';

// npm test                        everything but how the sources are set
// npm run check                   types, lint and how they are set, without any test
// npm test -- unit store risk     some kinds, and of these the files whose name holds the last word
// npm run test:long -- --seed 7   everything with full counts and another seed
const given = process.argv.slice(2);
const seedAt = given.indexOf('--seed');
const seed = seedAt === -1 ? undefined : given[seedAt + 1];
const words = given.filter((word, at) => !word.startsWith('--') && (seedAt === -1 || at !== seedAt + 1));
const kinds = ['check', 'format', ...suites.map(({ folder }) => folder.slice('test/'.length))];
const wanted = words.filter((word) => kinds.includes(word));
const pattern = words.find((word) => !kinds.includes(word)) ?? null;
const isWanted = (kind: string): boolean => {
  if (wanted.length > 0) return wanted.includes(kind);
  return kind === 'format' ? false : pattern === null || kind !== 'check';
};

if (given.includes('--long')) {
  process.env['TIDEGATE_LONG'] = '1';
  process.env['TIDEGATE_SEED'] = seed ?? String(Math.floor(Math.random() * 1e9));
  console.log(
    `Long run with seed ${process.env['TIDEGATE_SEED']}; repeat it with "npm run test:long -- --seed ${process.env['TIDEGATE_SEED']}".`,
  );
} else if (seed !== undefined) {
  process.env['TIDEGATE_SEED'] = seed;
}

let passed = 0;
let failed = 0;
const skipped: string[] = [];

// Twice the cores: a test waits for Git, for the browser and for time to pass a good part of its own time.
const pool = createPool(Math.min(2 * availableParallelism(), 8));

/** Counts a part of the run and says how long it took from its first turn. */
async function step(name: string, run: (inTurn: typeof pool) => Promise<Count>): Promise<Count> {
  let startedAt: number | null = null;
  const count = await run((job) =>
    pool(() => {
      startedAt ??= performance.now();
      return job();
    }),
  ).catch((error: unknown): Count => {
    console.error(`  ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1, skipped: [] };
  });
  const seconds = ((performance.now() - (startedAt ?? performance.now())) / 1000).toFixed(1).padStart(6);
  const result = count.failed > 0 ? `${count.failed} FAILED, ${count.passed} passed` : `${count.passed} passed`;
  console.log(
    `${name.padEnd(30)} ${seconds} s   ${result}${count.skipped.length > 0 ? `, ${count.skipped.length} skipped` : ''}`,
  );
  passed += count.passed;
  failed += count.failed;
  skipped.push(...count.skipped);
  return count;
}
/** A part of the run that is one check: it passes when it answers true. */
const check = (name: string, works: () => Promise<boolean>) =>
  step(name, async (inTurn) => {
    const isGood = await inTurn(works);
    return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: [] };
  });

const chosen = suites.filter(({ folder }) => isWanted(folder.slice('test/'.length)));
const needs = (what: 'build' | 'browser') => chosen.some((suite) => suite.needs === 'browser' || suite.needs === what);
// What a test leaves behind goes with the run.
const scratch = mkdtempSync(join(scratchRoot(), 'tidegate-run-'));
for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = scratch;
// Some hundred processes load the same modules: the first to load one compiles it for all.
process.env['NODE_COMPILE_CACHE'] = join(scratch, 'compiled');

const makeReady = async (): Promise<void> => {
  if (needs('build')) await check('build', async () => [...(await buildApp()), ...(await buildGate())].length >= 0);
  if (!needs('browser')) return;
  await check('browser', async () => (process.env['TIDEGATE_CHROMIUM'] = ensureChromium(console.log)) !== '');
  await check('first start', async () => (process.env['TIDEGATE_FIRST_HOME'] = await makeFirstHome()) !== '');
};
const ready = makeReady();
await Promise.all([
  ...checks.filter(({ kind }) => isWanted(kind)).map(({ name, run }) => check(name, async () => (await run()) === 0)),
  ...chosen.map(async (suite) => {
    if (suite.needs !== 'nothing') await ready;
    return step(suite.name, (inTurn) => runSuite(suite, pattern, inTurn));
  }),
]);
rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });

for (const reason of new Set(skipped)) console.log(`skipped ${reason}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
