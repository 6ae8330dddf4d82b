import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { assertAccessible } from '../support/axe.ts';
import { becomes } from '../support/becomes.ts';
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

async function openMonth(): Promise<Page> {
  const { page } = await openPage(browser, host.address);
  await page.getByRole('link', { name: 'Calendar', exact: true }).click();
  await page.getByRole('radiogroup', { name: 'View' }).getByRole('radio', { name: 'Month' }).click();
  await page.getByRole('grid', { name: 'Days of the month' }).getByRole('gridcell').nth(20).waitFor();
  await atRest(page);
  return page;
}
const focusedDay = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-day') ?? '');

test('a month says how much is planned and what is frozen, and stands up to WCAG 2 AA', async () => {
  const page = await openMonth();
  const sentence = await page.getByText(/ in \w+ \d{4}, .*freeze/).innerText();
  const days = await page.getByRole('gridcell').all();
  assert.equal(days.length % 7, 0);
  assert.match(sentence, /^(No change|[\d,]+ changes?) in /);
  await page.getByRole('gridcell', { name: /, today: / }).waitFor();
  await assertAccessible(page);
});

test('arrows walk the days over the end of a month, Enter lists one, Escape comes back to it', async () => {
  const page = await openMonth();
  await page.getByRole('gridcell', { name: /, today: / }).focus();
  const first = await focusedDay(page);
  await page.keyboard.press('ArrowRight');
  const second = new Date(Date.parse(first) + 86_400_000).toISOString().slice(0, 10);
  await becomes(() => focusedDay(page), second);
  await page.keyboard.press('Enter');
  await page.getByRole('complementary').getByRole('region', { name: 'Changes of this day' }).waitFor();
  await assertAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('complementary').waitFor({ state: 'hidden' });
  await becomes(() => focusedDay(page), second);
  for (let week = 0; week < 6; week += 1) await page.keyboard.press('ArrowDown');
  await page.waitForURL(/month=\d{4}-\d\d/);
  const sixWeeksOn = new Date(Date.parse(second) + 42 * 86_400_000).toISOString().slice(0, 10);
  await becomes(() => focusedDay(page), sixWeeksOn);
});

test('a filter stands in the address, narrows the days, and is there again at the next visit', async () => {
  const page = await openMonth();
  const saved = page.waitForResponse(
    (response) =>
      response.url().endsWith('/api/view.save') && response.request().postData()?.includes('critical') === true,
  );
  await page.getByRole('button', { name: 'Band', exact: true }).click();
  await page.getByRole('option', { name: 'Critical' }).click();
  await page.keyboard.press('Escape');
  await page.waitForURL(/bands=critical/);
  await saved;
  await page.getByRole('link', { name: 'Windows', exact: true }).click();
  await page.getByRole('link', { name: 'Calendar', exact: true }).click();
  await page.waitForURL(/bands=critical/);
  await page.reload();
  await page.getByRole('link', { name: 'Calendar', exact: true }).click();
  await page.waitForURL(/bands=critical/);
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.waitForURL((url) => !url.hash.includes('bands'));
});

test('the days are counted by the clock of the place that is chosen', async () => {
  const page = await openMonth();
  await page.getByRole('button', { name: /Clock/ }).click();
  await page.getByRole('option', { name: /^Sydney time/ }).click();
  await page.waitForURL(/zone=Australia/);
  await page.getByRole('button', { name: /Sydney time/ }).waitFor();
});
