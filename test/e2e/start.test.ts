import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { copyBuilt } from '../../scripts/start/builtCopy.ts';
import { findOldNode } from '../support/oldNode.ts';
import { projectRoot } from '../support/sources.ts';

function createHome(context: TestContext): string {
  const home = mkdtempSync(join(tmpdir(), 'tidegate start '));
  context.after(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  return home;
}

/** What `npm start -- --no-open` runs, until `enough` was said, or is done with the address; then Ctrl-C. */
async function start(
  env: Readonly<Record<string, string>>,
  enough: RegExp | ((address: string) => Promise<void>),
): Promise<{ said: string; code: number | null }> {
  const child = spawn(process.execPath, ['scripts/node24.mjs', 'scripts/start.ts', '--no-open'], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let acted: Promise<void> | null = null;
  const hear = (text: string): void => {
    said += text;
    if (enough instanceof RegExp) {
      if (enough.test(said)) child.kill('SIGINT');
      return;
    }
    const address = /^Tidegate is at (\S+)\n/m.exec(said)?.[1];
    if (address === undefined || acted) return;
    acted = enough(address).finally(() => child.kill('SIGINT'));
    acted.catch(() => undefined); // awaited below
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  await acted;
  return { said, code };
}

test('npm start says which host it opens, where it is, and ends with Ctrl-C', async (context) => {
  const { said, code } = await start(
    { TIDEGATE_HOME: createHome(context), TIDEGATE_HOST: 'browser' },
    /Tidegate is at \S+\n/,
  );
  assert.match(said, /^Opening Tidegate in your browser, as TIDEGATE_HOST asks\.\n/);
  assert.match(said, /^Tidegate is at http:\/\/127\.0\.0\.1:\d+\/#t=[\w-]{43}$/m);
  assert.equal(code, 0);
});

test('a second npm start says where the first one is, and builds nothing under it though sources are newer', async (context) => {
  const env = { TIDEGATE_HOME: createHome(context), TIDEGATE_HOST: 'browser' };
  const stamp = join(projectRoot, 'dist', '.page-made-of');
  const fresh = readFileSync(stamp, 'utf8');
  context.after(() => writeFileSync(stamp, fresh));
  const first = start(env, async (address) => {
    writeFileSync(stamp, 'older sources');
    const second = await start(env, /never/);
    assert.equal(/Tidegate is at (\S+)/.exec(second.said)?.[1], address);
    assert.doesNotMatch(second.said, /Building/);
    assert.equal(readFileSync(stamp, 'utf8'), 'older sources');
    const page = await (await fetch(address)).text();
    const [, script = ''] = /src="\.\/(assets\/[^"]+)"/.exec(page) ?? [];
    assert.equal((await fetch(new URL(script, address))).status, 200);
  });
  assert.equal((await first).code, 0);
});

test('what is built anew leaves what a running host serves as it was', (context) => {
  const dist = createHome(context);
  const left = join(dist, 'running', '999999999');
  for (const part of ['electron', 'renderer', 'running/999999999']) mkdirSync(join(dist, part), { recursive: true });
  writeFileSync(join(dist, 'renderer', 'index.html'), 'first');
  const copy = copyBuilt(dist);
  writeFileSync(join(dist, 'renderer', 'index.html'), 'second');
  assert.equal(readFileSync(join(copy, 'renderer', 'index.html'), 'utf8'), 'first');
  assert.equal(existsSync(left), false, 'what a killed start left is swept');
});

test('without the runtime the second start does not wait for it again', async (context) => {
  const home = createHome(context);
  // As the first start of today would have left it; a machine with the runtime opens the desktop or names its reason.
  writeFileSync(join(home, 'electron-runtime.json'), JSON.stringify({ failedAt: Date.now(), why: 'fetch failed' }));
  const { said, code } = await start(
    { TIDEGATE_HOME: home, TIDEGATE_HOST: '', DISPLAY: '', WAYLAND_DISPLAY: '' },
    /Tidegate is at \S+\n/,
  );
  assert.match(said, /not tried again today|there is no display/);
  assert.doesNotMatch(said, /Fetching/);
  assert.equal(code, 0);
});

test('a host that does not exist is refused with the two that do', async (context) => {
  const { said, code } = await start({ TIDEGATE_HOME: createHome(context), TIDEGATE_HOST: 'phone' }, /never/);
  assert.equal(said, 'TIDEGATE_HOST is "phone"; it may be desktop or browser.\n');
  assert.equal(code, 1);
});

test('an old Node starts the Node that npm brought', (context) => {
  const old = findOldNode();
  if (old === null) return context.skip('no Node older than 22 on this machine');
  const { stdout } = spawnSync(old, ['scripts/node24.mjs', 'scripts/build.ts', 'gate'], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  return assert.match(stdout, /^(Built|Nothing)/);
});
