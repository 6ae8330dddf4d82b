import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { headOf } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { launchChromium, openPage } from '../support/browser.ts';
import { createHome, startLoopback } from '../support/hosts.ts';

let browser: Browser;
const homes: string[] = [];

before(async () => {
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  for (const home of homes) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

function newHome(): { home: string; ledger: string } {
  const home = createHome();
  homes.push(home);
  return { home, ledger: join(home, 'boards', 'sample', 'ledger.git') };
}

const log = [
  'number,title,planned_start,planned_end,service',
  ...Array.from({ length: 4_000 }, (_, n) => `K-${n},Killed row ${n},2026-04-02 08:00,2026-04-02 10:00,Scanner fleet`),
].join('\n');

async function startImport(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles({ name: 'killed.csv', mimeType: 'text/csv', buffer: Buffer.from(log) });
  await page.getByRole('button', { name: 'Import 4,000 changes' }).click();
}

/** Row counts that are whole: none of the log, or all of it. */
async function importedOn(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Changes', exact: true }).click();
  await page.getByText(/^(120|4,120) changes on this board\.$/).waitFor();
  return page.getByText(/^[\d,]+ changes on this board\.$/).innerText();
}

test('a host killed at any moment of an import has all of it or nothing of it', async () => {
  for (const pauseMs of [150, 900]) {
    const { home, ledger } = newHome();
    const host = await startLoopback({ home });
    const { page } = await openPage(browser, host.address);
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    const headBefore = await headOf(ledger);
    await startImport(page);
    await page.waitForTimeout(pauseMs);
    await host.kill();
    await page.close();
    const head = await headOf(ledger);
    await runGit(ledger, ['fsck', '--connectivity-only']);

    const again = await startLoopback({ home });
    const { page: reopened } = await openPage(browser, again.address);
    assert.match(await importedOn(reopened), head === headBefore ? /^120 / : /^4,120 /);
    await reopened.close();
    await again.stop();
  }
});

test('a host killed right after the click has kept the signature, and sends it once', async () => {
  const { home, ledger } = newHome();
  const host = await startLoopback({ home });
  const { page } = await openPage(browser, host.address);
  const head = async () => await headOf(ledger);
  const decisions = page.getByRole('region', { name: 'Waits for you' }).getByRole('list', { name: 'Decisions' });
  await decisions.getByRole('listitem').first().getByRole('link').click();
  await page.waitForURL(/#\/change\/CHG-/);
  const change = /#\/change\/(CHG-[\w-]+)/.exec(page.url())?.[1] ?? '';
  await page.getByRole('button', { name: 'Decide…' }).click();
  await page.getByRole('textbox', { name: 'Conditions (optional)' }).fill('Signed a moment before the power went.');
  const unsent = await head();
  await page.getByRole('button', { name: 'Sign approval' }).click();
  await page.getByText(/^Approval signed\./).waitFor();
  await host.kill();
  await page.close();
  assert.equal(await head(), unsent);

  const again = await startLoopback({ home });
  const { page: reopened } = await openPage(browser, again.address);
  await reopened.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  await reopened.evaluate((id) => (location.hash = `#/change/${id}`), change);
  await reopened.getByRole('tab', { name: /^Approvals/ }).click();
  await reopened.getByText('Signed a moment before the power went.').first().waitFor();
  await reopened.getByText('All recorded').waitFor({ timeout: 20_000 });
  const { stdout } = await runGit(ledger, ['rev-list', '--count', `${unsent}..main`]);
  assert.equal(stdout.toString().trim(), '1');
  await reopened.close();
  await again.stop();
});
