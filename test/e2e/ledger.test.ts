import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { assertAccessible } from '../support/axe.ts';
import { becomes } from '../support/becomes.ts';
import { launchChromium, openPage } from '../support/browser.ts';
import { startLoopback, type RunningHost } from '../support/hosts.ts';

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

async function openLedger(): Promise<Page> {
  const { page } = await openPage(browser, host.address);
  await page.getByRole('link', { name: 'Ledger', exact: true }).click();
  await page.getByRole('button', { name: 'Verify everything' }).waitFor();
  return page;
}

test('the ledger says how many records count, under which root, and how anybody can prove it', async () => {
  const page = await openLedger();
  await page.getByText(/^[\d,]+ of [\d,]+ records count/).waitFor();
  await page.getByRole('definition').filter({ hasText: 'SHA256:' }).waitFor();
  const proofs = page.getByRole('region', { name: 'Prove it without Tidegate' }).getByRole('button');
  await becomes(() => proofs.count(), 2);
  for (const proof of await proofs.all()) assert.match(await proof.innerText(), /^git /);
  await page
    .getByRole('region', { name: 'Ask as a pipeline does' })
    .getByText(/--root SHA256:/)
    .waitFor();
  await page
    .getByRole('table', { name: 'Records by kind' })
    .getByRole('row', { name: /decision/ })
    .waitFor();
  await assertAccessible(page);
});

test('everything is verified again from the first commit, by keyboard, and the job says that it is done', async () => {
  const page = await openLedger();
  await page.getByRole('button', { name: 'Verify everything' }).focus();
  await page.keyboard.press('Enter');
  const bar = page.getByRole('progressbar', { name: 'Verify the whole ledger' });
  await bar.waitFor();
  await page
    .getByRole('main')
    .getByText(/^(Done$|Verified)/)
    .waitFor({ timeout: 60_000 });
  await becomes(() => bar.getAttribute('aria-valuenow'), '100');
  await assertAccessible(page);
});

test('the history says who signed what with which commit, and leaves out what others signed', async () => {
  const page = await openLedger();
  await page.getByRole('tab', { name: 'History' }).click();
  const commits = page.getByRole('list', { name: 'Commits, newest first' });
  await commits.getByText('checkpoint').first().waitFor();
  await page.getByRole('button', { name: /^Signed by/ }).click();
  await page.getByRole('searchbox').fill('deploy');
  await page.getByRole('option', { name: 'Deploy runner' }).click();
  await commits.getByText('receipt').first().waitFor();
  await becomes(() => commits.getByText('checkpoint').count(), 0);
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Show older' }).click();
  await becomes(
    () =>
      commits
        .getByRole('button', { name: /^Copy the commit/ })
        .count()
        .then((count) => count > 40),
    true,
  );
  await page.getByRole('tab', { name: 'Said twice' }).click();
  await page.getByText('Nothing stands twice.').waitFor();
});

test('the index is thrown away and read again, and everything is there as before', async () => {
  const page = await openLedger();
  const sentence = page.getByText(/^[\d,]+ of [\d,]+ records count/);
  await page.getByRole('button', { name: 'Rebuild the index' }).click();
  const main = page.getByRole('main');
  await main.getByRole('progressbar', { name: 'Rebuild the index' }).waitFor();
  await main.getByText('Done', { exact: true }).waitFor({ timeout: 60_000 });
  await sentence.waitFor();
  await page.getByRole('link', { name: 'Changes', exact: true }).click();
  await page.getByRole('row', { name: /CHG-/ }).first().waitFor();
});
