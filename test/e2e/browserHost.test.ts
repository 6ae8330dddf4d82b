import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright';
import { launchChromium, openPage } from '../support/browser.ts';
import { startLoopback, type RunningHost } from '../support/hosts.ts';
import { projectRoot } from '../support/sources.ts';

const entry = join(projectRoot, 'dist', 'electron', 'loopback.mjs');
let browser: Browser;
let host: RunningHost;

before(async () => {
  browser = await launchChromium();
  host = await startLoopback();
});
after(async () => {
  await browser?.close();
  await host?.close();
});

test('a first start opens on a living sample board, with nothing refused or thrown', async () => {
  const { page, problems } = await openPage(browser, host.address);
  await page.getByRole('navigation').first().waitFor();
  await page.getByRole('main').first().waitFor();
  assert.deepEqual(problems, []);
});

test('every page of the frame opens without a complaint from its policy', async () => {
  const { page, problems } = await openPage(browser, host.address);
  const links = page.getByRole('navigation').first().getByRole('link');
  await links.first().waitFor();
  const names = await links.allInnerTexts();
  assert.ok(names.length >= 6);
  for (const link of await links.all()) {
    await link.click();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  }
  assert.deepEqual(problems, []);
});

test('the launch token leaves the address as soon as the page has it', async () => {
  const { page } = await openPage(browser, host.address);
  await page.getByRole('navigation').first().waitFor();
  assert.doesNotMatch(page.url(), /t=/);
  await page.reload();
  await page.getByRole('navigation').first().waitFor();
});

test('a page without the token learns nothing of the board', async () => {
  const { page } = await openPage(browser, new URL('/', host.address).href);
  await page.waitForTimeout(500);
  const shown = await page.locator('body').innerText();
  assert.doesNotMatch(shown, /CHG-\d{4}-/);
});

test('nothing is asked of any other machine', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).host !== new URL(host.address).host)
      foreign.push(request.url());
  });
  await page.goto(host.address);
  await page.getByRole('navigation').first().waitFor();
  await page.waitForLoadState('load');
  assert.deepEqual(foreign, []);
});

test('a second start on the same data folder answers where the first one is', () => {
  const env = { ...process.env, TIDEGATE_HOME: host.home };
  const { stdout, status } = spawnSync(process.execPath, [entry], { env, encoding: 'utf8' });
  assert.equal(stdout.trim(), `Tidegate is at ${host.address}`);
  assert.equal(status, 0);
});

test('Ctrl-C ends it cleanly, and the next start finds the same board', async () => {
  const first = await startLoopback();
  assert.equal(await first.stop(), 0);
  assert.equal(existsSync(join(first.home, 'running.json')), false);
  const again = await startLoopback({ home: first.home });
  assert.notEqual(again.address, first.address, 'every launch has its own token');
  await again.close();
});
