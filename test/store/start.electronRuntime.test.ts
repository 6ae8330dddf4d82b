import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { ensureRuntime, type RuntimePlace } from '../../scripts/start/electronRuntime.ts';

const DAY_MS = 86_400_000;

/** A package folder whose installer is this script, and an empty data folder. */
function createPlace(
  context: TestContext,
  installer: string,
  stallMs = 60_000,
): RuntimePlace & { readonly said: string[] } {
  const root = mkdtempSync(join(tmpdir(), 'tidegate runtime '));
  context.after(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'home'));
  mkdirSync(join(root, 'electron'));
  writeFileSync(join(root, 'electron', 'install.js'), installer);
  const said: string[] = [];
  return {
    folder: join(root, 'electron'),
    home: join(root, 'home'),
    now: 1_000_000_000_000,
    stallMs,
    say: (line) => said.push(line),
    said,
  };
}

const works = `
  const fs = require('node:fs'), path = require('node:path');
  fs.mkdirSync(path.join(__dirname, 'dist'));
  fs.writeFileSync(path.join(__dirname, 'dist', 'electron'), 'program');
  fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron');`;

test('an absent runtime is fetched once, then found', async (context) => {
  const place = createPlace(context, works);
  const binary = join(place.folder, 'dist', 'electron');
  assert.deepEqual(await ensureRuntime(place, false), { binary });
  assert.deepEqual(await ensureRuntime(place, false), { binary });
  assert.deepEqual(place.said, ["Fetching Electron's runtime, once …"]);
});

test('a failure is told in its own words and not repeated for a day', async (context) => {
  const place = createPlace(context, `console.error('TypeError: fetch failed\\n    at somewhere'); process.exit(1);`);
  assert.deepEqual(await ensureRuntime(place, false), { missing: 'fetch failed' });
  assert.deepEqual(await ensureRuntime({ ...place, now: place.now + DAY_MS - 1 }, false), {
    missing: 'fetch failed; not tried again today',
  });
  assert.equal(place.said.length, 1);

  writeFileSync(join(place.folder, 'install.js'), works);
  assert.ok(
    'binary' in (await ensureRuntime({ ...place, now: place.now + DAY_MS }, false)),
    'the next day it is tried again',
  );
});

test('who asks for the desktop by name has it tried again at once', async (context) => {
  const place = createPlace(context, 'process.exit(3);');
  assert.deepEqual(await ensureRuntime(place, false), { missing: 'the installer ended with 3' });
  writeFileSync(join(place.folder, 'install.js'), works);
  assert.ok('binary' in (await ensureRuntime(place, true)));
});

test('an installer that receives nothing is ended', async (context) => {
  const place = createPlace(context, 'setInterval(() => {}, 60_000);', 300);
  assert.deepEqual(await ensureRuntime(place, false), { missing: 'nothing arrived for a minute' });
  assert.deepEqual(readdirSync(place.home), ['electron-runtime.json'], 'the half download is gone');
});

/** How many parts the installer below has written into its folder. */
const partsIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('part'))
    .reduce((parts, name) => parts + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0) / 100, 0);

test('an installer that keeps receiving is left to work, however slow', async (context) => {
  const place = createPlace(
    context,
    `const fs = require('node:fs'), path = require('node:path');
     let left = 6;
     const tick = setInterval(() => {
       fs.appendFileSync(path.join(process.env.TMPDIR, 'part'), 'x'.repeat(100));
       if (--left > 0) return;
       clearInterval(tick);
       { ${works} }
     }, 120);`,
    300,
  );
  // The clock goes on with every part: all of them take longer than the patience, and none does.
  context.mock.method(performance, 'now', () => partsIn(place.home) * 250);
  assert.ok('binary' in (await ensureRuntime(place, false)));
});
