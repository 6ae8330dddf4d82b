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

async function openCalendar(asked: string): Promise<Page> {
  const { page } = await openPage(browser, host.address);
  await page.getByRole('link', { name: 'Calendar', exact: true }).waitFor();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/calendar?${asked}`);
  await page.getByRole('radiogroup', { name: 'View' }).waitFor();
  return page;
}
const panel = (page: Page) => page.getByRole('complementary', { name: 'Find a slot' });

test('a slot for some work: the next ten starts, why not earlier, and a new change that begins there', async () => {
  const page = await openCalendar('view=week');
  await page.getByRole('button', { name: 'Find a slot…' }).click();
  await panel(page).getByText('Slots appear once services or sites are chosen.').waitFor();
  await panel(page)
    .getByRole('button', { name: /^Sites/ })
    .click();
  await page.getByRole('option').first().click();
  await page.keyboard.press('Escape');
  await panel(page).getByLabel('Length in minutes').fill('90');
  const slots = panel(page).getByRole('list', { name: 'Free slots' }).getByRole('button');
  await slots.nth(9).waitFor();
  await becomes(() => slots.count(), 10);
  await panel(page)
    .getByText(/^Why not earlier/)
    .click();
  await panel(page).getByRole('list', { name: 'Refused starts' }).getByRole('link').first().waitFor();
  await assertAccessible(page);
  await slots.first().click();
  await page.waitForURL(/#\/new-change\?.*minutes=90/);
  await becomes(() => page.getByLabel('Length in minutes').inputValue(), '90');
});

test('a slot for a change that stands asks for the signature of its move', async () => {
  const page = await openCalendar('view=week');
  const found = page.locator('.tg-wday .tg-wblock[data-movable]');
  await atRest(page);
  for (let week = 0; week < 4 && (await found.count()) === 0; week += 1) {
    await page.getByRole('button', { name: 'The week after' }).click();
    await atRest(page);
  }
  const change = await found.last().getAttribute('data-node');
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#/calendar?view=week&slots=${change ?? ''}`,
  );
  const slots = panel(page).getByRole('list', { name: 'Free slots' }).getByRole('button');
  await slots.first().waitFor();
  await slots.last().click();
  const dialog = page.getByRole('dialog', { name: 'Sign the move' });
  await dialog.getByText(/Stay as they are|would be void/).waitFor();
  await dialog.getByRole('button', { name: 'Leave it' }).click();
  await dialog.waitFor({ state: 'hidden' });
});
