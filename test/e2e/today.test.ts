import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright';
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

test('a stranger sees what is frozen, what deploys next and what waits, before reading anything else', async () => {
  const { page, problems } = await openPage(browser, host.address);
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  for (const question of ['Frozen now', 'Deploys next', 'Waits for you']) {
    const answer = page.getByRole('term').filter({ hasText: question });
    await answer.first().waitFor();
    const box = await answer.first().boundingBox();
    assert.ok(box && box.y < 300, `${question} is above the fold`);
  }
  await page.getByRole('region', { name: 'Freezes' }).getByRole('link').nth(1).waitFor();
  assert.deepEqual(problems, []);
  await assertAccessible(page);
});

test('acting as somebody else changes what waits, and the page says so', async () => {
  const { page } = await openPage(browser, host.address);
  await page.getByRole('button', { name: /Inês Carvalho/ }).click();
  await page.getByRole('menuitem', { name: /Helen Marsh/ }).click();
  await page.getByText('You now act and sign as Helen Marsh.').waitFor();
  await page.getByRole('button', { name: /Helen Marsh.*act as/ }).waitFor();
});

test('the palette finds a change by a part of its title and opens it with Enter', async () => {
  const { page } = await openPage(browser, host.address);
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or jump' }).fill('ingress');
  const found = page
    .getByRole('option')
    .filter({ hasText: /ingress/i })
    .first();
  await found.waitFor();
  await page.waitForFunction(() =>
    document.querySelector('[role=option][data-selected=true]')?.textContent?.includes('CHG-'),
  );
  await assertAccessible(page);
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/change\/CHG-/);
});

test('g and a letter go to a page, and the way there is announced by its heading', async () => {
  const { page } = await openPage(browser, host.address);
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await page.getByRole('heading', { name: 'Changes', level: 1 }).waitFor();
  await becomes(() => page.getByRole('link', { name: 'Changes', exact: true }).getAttribute('aria-current'), 'page');
});

test('a theme that was chosen stays after a reload', async () => {
  const { page } = await openPage(browser, host.address);
  await page.getByRole('button', { name: /act as, appearance/ }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
  await page.reload();
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
  await page.getByRole('button', { name: /act as, appearance/ }).click();
  await page.getByRole('menuitem', { name: 'As the system' }).click();
});

test('a host that has gone is said in the bar, and the way to other pages stays open', async () => {
  const own = await startLoopback();
  const { page } = await openPage(browser, own.address);
  await page.getByText('All recorded').waitFor();
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('WindowsPage')),
  );
  await own.close();
  await page.getByText('Tidegate does not answer', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Windows', exact: true }).click();
  await page.getByRole('alert').getByText('Tidegate itself does not answer.').waitFor();
});
