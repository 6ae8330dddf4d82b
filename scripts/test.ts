import { rmSync } from 'node:fs';
import { buildApp, buildGate } from './build/buildAll.ts';
import { checks } from './test/checks.ts';
import { ensureChromium } from './test/ensureChromium.ts';
import { makeFirstHome } from './test/firstHome.ts';
import type { Count } from './test/report.ts';
import { runSuite } from './test/runSuite.ts';
import { suites, type Suite } from './test/suites.ts';

// npm test                        everything
// npm test -- unit store risk     some kinds, and of these the files whose name holds the last word
// npm run test:long -- --seed 7   everything with full counts and another seed
const given = process.argv.slice(2);
const seedAt = given.indexOf('--seed');
const seed = seedAt === -1 ? undefined : given[seedAt + 1];
const words = given.filter((word, at) => !word.startsWith('--') && (seedAt === -1 || at !== seedAt + 1));
const kinds = ['check', ...suites.map(({ folder }) => folder.slice('test/'.length))];
const wanted = words.filter((word) => kinds.includes(word));
const pattern = words.find((word) => !kinds.includes(word)) ?? null;
const isWanted = (kind: string): boolean =>
  wanted.length === 0 ? pattern === null || kind !== 'check' : wanted.includes(kind);

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

async function step(name: string, run: () => Promise<Count>): Promise<Count> {
  const startedAt = performance.now();
  const count = await run().catch((error: unknown): Count => {
    console.error(`  ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1, skipped: [] };
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(6);
  const result = count.failed > 0 ? `${count.failed} FAILED, ${count.passed} passed` : `${count.passed} passed`;
  console.log(
    `${name.padEnd(30)} ${seconds} s   ${result}${count.skipped.length > 0 ? `, ${count.skipped.length} skipped` : ''}`,
  );
  passed += count.passed;
  failed += count.failed;
  skipped.push(...count.skipped);
  return count;
}
const onlyIf = (works: boolean): Count => ({ passed: works ? 1 : 0, failed: works ? 0 : 1, skipped: [] });

if (isWanted('check'))
  await Promise.all(checks.map((check) => step(check.name, async () => onlyIf((await check.run()) === 0))));
const chosen = suites.filter(({ folder }) => isWanted(folder.slice('test/'.length)));
if (chosen.some(({ needs }) => needs !== 'nothing')) {
  await step('build', async () => onlyIf([...(await buildApp()), ...(await buildGate())].length >= 0));
}
if (chosen.some(({ needs }) => needs === 'browser')) {
  await step('browser', async () => onlyIf((process.env['TIDEGATE_CHROMIUM'] = ensureChromium(console.log)) !== ''));
}
if (chosen.some(({ needs }) => needs === 'browser')) {
  await step('first start', async () => onlyIf((process.env['TIDEGATE_FIRST_HOME'] = await makeFirstHome()) !== ''));
}
const run = (suite: Suite) => step(suite.name, () => runSuite(suite, pattern));
// One process each: two of them side by side keep two cores busy.
await Promise.all(chosen.filter(({ together }) => together).map(run));
for (const suite of chosen.filter(({ together }) => !together)) await run(suite);

if (process.env['TIDEGATE_FIRST_HOME']) rmSync(process.env['TIDEGATE_FIRST_HOME'], { recursive: true, force: true });

for (const reason of new Set(skipped)) console.log(`skipped ${reason}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
