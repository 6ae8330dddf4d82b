import assert from 'node:assert/strict';
import { lstatSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { lockHome } from '../../electron/host/homeLock.ts';

function createHome(context: TestContext): string {
  const home = mkdtempSync(join(tmpdir(), 'tidegate home '));
  context.after(() => rmSync(home, { recursive: true }));
  return home;
}

test('a data folder that somebody works in answers who and where', async (context) => {
  const home = createHome(context);
  // Our parent is alive for as long as we are.
  writeFileSync(join(home, 'running.json'), JSON.stringify({ pid: process.ppid, host: 'browser', address: '' }));
  assert.deepEqual(await lockHome(home, 'desktop'), { pid: process.ppid, host: 'browser', address: '' });
});

test('a holder that died, or a torn file, is replaced', async (context) => {
  const home = createHome(context);
  for (const left of [JSON.stringify({ pid: 2 ** 30, host: 'browser', address: '' }), '{"pid":', '']) {
    writeFileSync(join(home, 'running.json'), left);
    const lock = await lockHome(home, 'browser');
    assert.ok('announce' in lock);
    lock.release();
  }
});

test(
  'a file left open to everybody, or a link to elsewhere, never receives the address',
  { skip: process.platform === 'win32' && 'Windows has no file modes' },
  async (context) => {
    const home = createHome(context);
    const path = join(home, 'running.json');
    const elsewhere = join(home, 'elsewhere');
    writeFileSync(elsewhere, 'theirs', { mode: 0o666 });
    symlinkSync(elsewhere, path);
    const lock = await lockHome(home, 'browser');
    assert.ok('announce' in lock);
    lock.announce('http://127.0.0.1:1/#t=x');
    assert.equal(readFileSync(elsewhere, 'utf8'), 'theirs');
    assert.equal(lstatSync(path).mode & 0o777, 0o600);
  },
);

test(
  'the announced address is readable by its owner only',
  { skip: process.platform === 'win32' && 'Windows has no file modes' },
  async (context) => {
    const home = createHome(context);
    const lock = await lockHome(join(home, 'made when missing'), 'browser');
    assert.ok('announce' in lock);
    lock.announce('http://127.0.0.1:1/#t=x');
    const path = join(home, 'made when missing', 'running.json');
    assert.match(readFileSync(path, 'utf8'), /#t=x/);
    assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.equal(statSync(join(home, 'made when missing')).mode & 0o777, 0o700);
  },
);
