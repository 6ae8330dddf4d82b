import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { assertAccessible } from '../support/axe.ts';
import { becomes } from '../support/becomes.ts';
import { launchChromium, openPage } from '../support/browser.ts';
import { askHost } from '../support/askHost.ts';
import { createHome, startLoopback, type RunningHost } from '../support/hosts.ts';
import { mergeOnto } from '../support/mergeOnto.ts';

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

test('admins see what a merge brought in and sign that it may stand, one after the other', async (t) => {
  const home = createHome();
  await (await startLoopback({ home })).stop();
  await mergeOnto(join(home, 'boards', 'sample', 'ledger.git'), 'main');
  const merged = await startLoopback({ home });
  t.after(() => merged.close());
  const { page } = await openPage(browser, merged.address);
  await page.getByRole('link', { name: 'Show what came in' }).click();
  await page.getByText(/^Only who was an admin before it can decide\. Ask .+ or .+\.$/).waitFor();
  await page.getByText(/by Mallory, says Git; 1 commit came in by its side/).waitFor();
  await assertAccessible(page);
  const { me } = await askHost(merged.address, 'app.status', {});
  const [first, second] = me.canActAs.filter(({ roles }) => roles.includes('admin'));

  await askHost(merged.address, 'me.actAs', { person: first?.person ?? '' });
  await page.getByRole('button', { name: 'Sign that it may stand…' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'May the merge stand?' });
  await dialog.getByText('Another admin has to sign as well.').waitFor();
  await assertAccessible(page);
  await dialog.getByRole('button', { name: 'Sign that it may stand' }).click();
  await page.getByText(`${first?.name} signed that it may stand. 1 more admin has to.`).waitFor();
  await becomes(() => page.getByRole('button', { name: /^Sign / }).count(), 0);

  await askHost(merged.address, 'me.actAs', { person: second?.person ?? '' });
  await page.getByRole('button', { name: 'Put the line back before it…' }).waitFor();
  await page.getByRole('button', { name: 'Sign as well…' }).press('Enter');
  await dialog.getByRole('button', { name: 'Sign that it may stand' }).press('Enter');
  await page.getByText('A merge stands on the line.').waitFor({ state: 'detached' });
  await becomes(() => page.getByText('The record was merged').count(), 0);
});
