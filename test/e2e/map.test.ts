import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { assertAccessible } from '../support/axe.ts';
import { becomes, pressOn } from '../support/becomes.ts';
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

const side = (page: Page) => page.getByRole('complementary', { name: 'What a failure reaches' });

async function openMap(): Promise<Page> {
  const { page } = await openPage(browser, host.address);
  await page.getByRole('link', { name: 'Map', exact: true }).click();
  await page.getByRole('button', { name: /ERP database/ }).waitFor();
  return page;
}

/** Chooses in the list of services with the keyboard alone. */
async function chooseByKeyboard(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Services', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox', { name: 'Search services' }).fill(name);
  await becomes(() => page.getByRole('option').count(), 1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape'); // empties the search
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Services' }).waitFor({ state: 'hidden' });
}

test('the whole map is drawn before anything is chosen, and stands up to WCAG 2 AA', async () => {
  const page = await openMap();
  await page.getByText(/^\d+ services, \d+ dependencies\./).waitFor();
  await side(page).getByRole('heading', { name: 'Blast radius' }).waitFor();
  await assertAccessible(page);
});

test('a service chosen by keyboard says what stops with it, and by which path', async () => {
  const page = await openMap();
  await chooseByKeyboard(page, 'ERP database');
  await side(page)
    .getByRole('heading', { name: /^ERP database/ })
    .waitFor();
  await page.getByText(/services stop or degrade with what is chosen/).waitFor();
  const far = side(page)
    .getByRole('heading', { name: /^2 steps away/ })
    .locator('+ ul')
    .getByRole('button')
    .first();
  await pressOn(far, 'Enter');
  const path = side(page).getByRole('list', { name: /^Why / }).getByRole('listitem');
  await path.first().waitFor();
  await becomes(() => far.getAttribute('aria-expanded'), 'true');
  await becomes(() => path.count(), 3);
  assert.match(await path.last().innerText(), /ERP database/);
  await assertAccessible(page);
});

test('Enter on a drawn service chooses it, and on the same service lets it go', async () => {
  const page = await openMap();
  const node = page.getByRole('button', { name: /ERP database/ });
  await node.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/services=/);
  await side(page).getByRole('button', { name: 'Clear' }).waitFor();
  await node.focus();
  await page.keyboard.press('Enter');
  await side(page).getByRole('heading', { name: 'Blast radius' }).waitFor();
});

test('the address keeps what was chosen, and leads on to its changes', async () => {
  const page = await openMap();
  await chooseByKeyboard(page, 'ERP database');
  await page.waitForURL(/services=[a-z0-9-]+/);
  const chosen = /services=([a-z0-9-]+)/.exec(page.url())?.[1] ?? '';
  await page.reload();
  await side(page)
    .getByRole('heading', { name: /^ERP database/ })
    .waitFor();
  await side(page).getByRole('link', { name: 'Changes on it' }).click();
  await page.getByRole('heading', { name: 'Changes', level: 1 }).waitFor();
  await page.waitForURL(new RegExp(`services=${chosen}`));
  await page.goBack();
  await side(page)
    .getByRole('heading', { name: /^ERP database/ })
    .waitFor();
});
