import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { assertAccessible } from '../support/axe.ts';
import { becomes, hasFocus } from '../support/becomes.ts';
import { atRest, launchChromium, openPage } from '../support/browser.ts';
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

async function openChanges(): Promise<Page> {
  const { page } = await openPage(browser, host.address);
  await page.getByRole('link', { name: 'Changes', exact: true }).click();
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'All changes' }).click(); // the table remembers what the last test asked
  await page.waitForURL((url) => !/bands|types|text|sort/.test(url.hash));
  await page.getByRole('table', { name: 'Changes' }).getByRole('row').nth(5).waitFor();
  await atRest(page);
  return page;
}
const total = (page: Page) =>
  page
    .locator('output')
    .filter({ hasText: /^\d[\d,]* changes?$/ })
    .first();

test('the table says how many changes there are, and stands up to WCAG 2 AA', async () => {
  const page = await openChanges();
  const said = Number((await total(page).innerText()).replaceAll(/\D/g, ''));
  assert.equal(Number(await page.getByRole('table', { name: 'Changes' }).getAttribute('aria-rowcount')), said + 1);
  await assertAccessible(page);
});

test('a search narrows as it is typed, stands in the address, and a chip takes it away', async () => {
  const page = await openChanges();
  const all = await total(page).innerText();
  await page.keyboard.press('/');
  await page.getByRole('searchbox', { name: 'Search changes' }).pressSequentially('ingress');
  await page.waitForURL(/text=ingress/);
  await page.waitForFunction((was) => !document.body.innerText.includes(`${was}\n`), all);
  await atRest(page);
  for (const row of (await page.getByRole('row').all()).slice(1)) assert.match(await row.innerText(), /ingress/i);
  await page.getByRole('button', { name: 'Take away: “ingress”' }).click();
  await page.getByText(all, { exact: true }).first().waitFor();
  await page.waitForURL((url) => !url.hash.includes('text='));
});

test('filters combine, survive a reload, and an empty result says how to get out', async () => {
  const page = await openChanges();
  await page.getByRole('button', { name: /^Critical \d/ }).click();
  await page.getByRole('button', { name: 'Type', exact: true }).click();
  await page.getByRole('option', { name: 'Standard' }).click();
  await page.keyboard.press('Escape');
  await page.waitForURL(/bands=critical.*types=standard|types=standard.*bands=critical/);
  await page.reload();
  await page.getByRole('button', { name: 'Take away: Standard' }).waitFor();
  await page.getByText('No change fits these filters.').waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await page.getByRole('table', { name: 'Changes' }).waitFor();
});

test('the keyboard walks the rows, previews with space and opens with Enter', async () => {
  const page = await openChanges();
  const rows = page.getByRole('table', { name: 'Changes' }).getByRole('row');
  await rows.nth(1).focus();
  await hasFocus(rows.nth(1));
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-index') === '2');
  await page.keyboard.press('Space');
  await page.getByRole('complementary').getByRole('button', { name: 'Open change' }).waitFor();
  await assertAccessible(page);
  await page.keyboard.press('End');
  const last = Number(await page.getByRole('table', { name: 'Changes' }).getAttribute('aria-rowcount')) - 2;
  await page.waitForFunction((index) => document.activeElement?.getAttribute('data-index') === String(index), last);
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/change\/CHG-/);
});

test('a column sorts, turns on the second press, and says which way it stands', async () => {
  const page = await openChanges();
  const header = page.getByRole('columnheader', { name: 'Risk' });
  await header.getByRole('button').click();
  await page.waitForURL(/sort=-score/);
  await becomes(() => header.getAttribute('aria-sort'), 'descending');
  await header.getByRole('button').click();
  await page.waitForURL(/sort=score/);
  await becomes(() => header.getAttribute('aria-sort'), 'ascending');
});

test('a view that was named comes back from the menu', async () => {
  const page = await openChanges();
  await page.getByRole('button', { name: /^High \d/ }).click();
  await page.waitForURL(/bands=high/);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Save as…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('The high ones');
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('button', { name: 'Take away: High' }).click();
  await page.waitForURL((url) => !url.hash.includes('bands='));
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'The high ones' }).click();
  await page.waitForURL(/bands=high/);
});

test('the arrow leads from the search into what it found', async () => {
  const page = await openChanges();
  await page.keyboard.press('/');
  await hasFocus(page.getByRole('searchbox', { name: 'Search changes' }));
  await page.keyboard.type('label');
  await page.waitForURL(/text=label/);
  // Until what was found stands there, an arrow has nothing to lead into.
  await page.locator('tr[data-index="0"]', { hasText: /label/i }).waitFor();
  await page.getByRole('searchbox', { name: 'Search changes' }).press('ArrowDown');
  await page.waitForFunction(() => document.activeElement?.matches('tr[data-index="0"]'));
});
