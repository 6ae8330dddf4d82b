import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { askHost } from '../support/askHost.ts';
import { startLoopback } from '../support/hosts.ts';
import { projectRoot } from '../support/sources.ts';

const entry = join(projectRoot, 'dist', 'electron', 'loopback.mjs');
/** One that starts after all is ended, and fails its test instead of holding it. */
const START_LIMIT_MS = 30_000;
const folder = mkdtempSync(join(tmpdir(), 'tidegate bad starts '));
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** Starts on a data folder that cannot work, and answers what it says. */
function startOn(
  home: string,
  env: Readonly<Record<string, string>> = {},
): { readonly status: number | null; readonly stderr: string } {
  return spawnSync(process.execPath, [entry], {
    env: { ...process.env, TIDEGATE_HOME: home, ...env },
    encoding: 'utf8',
    timeout: START_LIMIT_MS,
  });
}

/** How many changes the board has, by the app's own word. */
const changesOn = async (address: string) => (await askHost(address, 'app.status', {})).changes;

test('a file where the data folder should be is said in one line', () => {
  writeFileSync(join(folder, 'a file'), 'not a folder');
  const { status, stderr } = startOn(join(folder, 'a file'));
  assert.equal(status, 1);
  assert.match(stderr, /^Tidegate cannot start: [^\n]+\n$/);
});

test(
  'without git it says so in one line',
  { skip: process.platform === 'win32' && 'the path is set differently there' },
  () => {
    mkdirSync(join(folder, 'empty'));
    const { status, stderr } = startOn(join(folder, 'no git'), { PATH: join(folder, 'empty') });
    assert.equal(status, 1);
    assert.match(stderr, /^[^\n]*no git was found[^\n]*\n$/);
  },
);

test('a damaged workspace is kept aside, and the board opens without it', async () => {
  const home = join(folder, 'damaged');
  mkdirSync(home);
  writeFileSync(join(home, 'workspace.sqlite'), 'not a database '.repeat(500));
  const { address, close } = await startLoopback({ home });
  assert.ok((await changesOn(address)) > 0);
  assert.ok(readdirSync(home).some((name) => name.startsWith('workspace.sqlite.damaged-')));
  await close();
});

test('an index that was cut short is built again, and the board is the same', async () => {
  const first = await startLoopback();
  const { home } = first;
  const changes = await changesOn(first.address);
  await first.stop();
  truncateSync(join(home, 'boards', 'sample', 'catalog.sqlite'), 10_000);
  const again = await startLoopback({ home });
  assert.ok(changes > 0);
  assert.equal(await changesOn(again.address), changes);
  await again.close();
});
