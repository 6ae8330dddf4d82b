import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { findOldNode } from '../support/oldNode.ts';
import { projectRoot } from '../support/sources.ts';

function createHome(context: TestContext): string {
  const home = mkdtempSync(join(tmpdir(), 'tidegate start '));
  context.after(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  return home;
}

/** What `npm start -- --no-open` runs, until its output holds `enough`; then Ctrl-C. */
async function start(
  env: Readonly<Record<string, string>>,
  enough: RegExp,
): Promise<{ said: string; code: number | null }> {
  const child = spawn(process.execPath, ['scripts/node24.mjs', 'scripts/start.ts', '--no-open'], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (text: string): void => {
    said += text;
    if (enough.test(said)) child.kill('SIGINT');
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
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
