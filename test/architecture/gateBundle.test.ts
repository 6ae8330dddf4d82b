import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gate } from '../../scripts/build/buildAll.ts';
import { bundleGate } from '../../scripts/build/bundleNode.ts';

const LIMIT_BYTES = 450_000;
/** Libraries that compute and touch nothing. */
const pure = /^node_modules\/(zod|date-fns|@date-fns\/utc|@noble\/hashes|csv-parse)\//;
const ours = /^(shared\/|electron\/(gate|git|seal)\/|electron\/importer\/readLog\.ts$)/;

test('the gate is one small file that needs Node and git, and nothing else of ours', async (context) => {
  const { metafile, bytes, text } = await bundleGate('dist/tidegate-gate.mjs', false);
  context.diagnostic(`${Math.round(bytes / 1000)} kB`);

  const foreign = Object.keys(metafile.inputs).filter((path) => !ours.test(path) && !pure.test(path));
  assert.deepEqual(foreign, []);
  const mine = Object.keys(metafile.inputs).filter((path) => ours.test(path));
  assert.deepEqual(
    mine.filter((path) => !gate.sources.some((source) => path.startsWith(`${source}/`))),
    [],
    'what it is made of makes it stale',
  );
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  assert.deepEqual(
    imported.filter((path) => !path.startsWith('node:')),
    [],
  );
  assert.deepEqual(
    imported.filter((path) => /^node:(https?|net|tls|dgram|worker_threads|sqlite)$/.test(path)),
    [],
    'the gate talks to nobody',
  );
  assert.ok(bytes < LIMIT_BYTES, `${bytes} bytes`);
  assert.match(text, /^#!\/usr\/bin\/env node\n/);
});
