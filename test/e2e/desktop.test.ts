import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright';
import type { Reply } from '../../shared/api/call.ts';
import type { StatusView } from '../../shared/api/appCalls.ts';
import { becomes } from '../support/becomes.ts';
import { launchDesktop, runtime } from '../support/desktop.ts';
import type { Desktop } from '../standin/launch.ts';

// Runs on real Electron where its runtime is installed, else over the stand-in.
const home = mkdtempSync(join(tmpdir(), 'tidegate desktop '));
let desktop: Desktop;
let page: Page;

interface Bridge {
  readonly ask: (name: string, input: unknown) => Promise<Reply>;
  readonly listen: (listener: (news: unknown) => void) => () => void;
}

before(async () => {
  desktop = await launchDesktop(home);
  page = await desktop.firstWindow();
});
after(async () => {
  await desktop.close();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

const ask = (name: string, input: unknown): Promise<Reply> =>
  page.evaluate(([call, given]) => (window as unknown as { tidegate: Bridge }).tidegate.ask(call, given), [
    name,
    input,
  ] as const);

const tell = (kind: string): Promise<void> =>
  desktop.evaluate(({ BrowserWindow }, word) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send('tidegate:tell', { kinds: [word] });
  }, kind);

test('the desktop window shows the board', async (context) => {
  context.diagnostic(runtime === null ? 'desktop: over the stand-in, no Electron runtime here' : `desktop: ${runtime}`);
  await page.getByRole('navigation').first().waitFor();
  await becomes(() => page.title().then((title) => title.endsWith('Tidegate')), true);
});

test('calls answer over the bridge as they do over loopback', async () => {
  const reply = await ask('app.status', {});
  assert.ok(reply.ok);
  const status = reply.value as StatusView;
  assert.equal(status.capabilities.host, 'desktop');
  assert.ok(status.changes > 0);
});

test('a refused call comes back as a code, not as a thrown error', async () => {
  const reply = await ask('changes.read', { change: 'not an id' });
  assert.ok(!reply.ok);
  assert.equal(reply.code, 'input-rejected');
});

test('the page holds two functions of ours and nothing of Node or Electron', async () => {
  const held = await page.evaluate(() => ({
    bridge: Object.keys((window as unknown as { tidegate: object }).tidegate).toSorted(),
    frozen: Object.isFrozen((window as unknown as { tidegate: object }).tidegate),
    names: ['require', 'process', 'module', 'ipcRenderer', 'electron'].filter((name) => name in window),
  }));
  assert.deepEqual(held, { bridge: ['ask', 'listen'], frozen: true, names: [] });
});

test('news told to the window is heard by the page until it stops listening', async () => {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    const stop = (window as unknown as { tidegate: Bridge }).tidegate.listen((news) => heard.push(news));
    Object.assign(window, { heard, stopHearing: stop });
  });
  await tell('clock');
  await page.waitForFunction(() => JSON.stringify((window as unknown as { heard: unknown[] }).heard).includes('clock'));
  await page.evaluate(() => (window as unknown as { stopHearing: () => void }).stopHearing());
  await tell('view');
  await page.waitForTimeout(100);
  assert.doesNotMatch(
    await page.evaluate(() => JSON.stringify((window as unknown as { heard: unknown[] }).heard)),
    /view/,
  );
});

test('a script that is not ours does not run', async () => {
  const refused = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        });
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.head.append(script);
      }),
  );
  assert.match(String(refused), /^script-src/);
  assert.equal(await page.evaluate(() => 'ran' in window), false);
});

test('the page can neither leave nor open a second window', async () => {
  const there = page.url();
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await page.evaluate(() => void window.open('https://example.com/'));
  await page.waitForTimeout(300);
  assert.equal(page.url(), there);
  assert.equal(await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length), 1);
  await becomes(() => page.getByRole('navigation').first().isVisible(), true);
});
