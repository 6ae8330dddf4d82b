import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { assertAccessible } from '../support/axe.ts';
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

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const lines = (page: Page) => page.getByRole('row');

/** The gallery for France, reached and set by the keyboard alone. */
async function openFrance(): Promise<Page> {
  const { page } = await openPage(browser, host.address);
  page.setDefaultTimeout(10_000);
  await page.getByRole('link', { name: 'Windows', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Ready-made…' }).press('Enter');
  await heading(page, 'Ready-made windows').waitFor();
  await page.getByRole('button', { name: /Country/ }).press('Enter');
  await page.getByRole('option', { name: 'France', exact: true }).press('Enter');
  await page.getByText(/ready-made windows for France/).waitFor();
  return page;
}

test('Black Friday for France is adopted with the keyboard, and known as adopted', async () => {
  const page = await openFrance();
  await lines(page)
    .filter({ hasText: 'Black Friday and Cyber Monday' })
    .getByText(/Store checkout.*Lyon/)
    .waitFor();
  await assertAccessible(page);

  await page.getByRole('button', { name: 'Black Friday and Cyber Monday' }).press('Enter');
  const panel = page.getByRole('complementary', { name: 'Black Friday and Cyber Monday' });
  await panel.getByText(/^Freezes /).waitFor();
  await panel.getByText(/\d+ planned|No planned change falls inside/).waitFor();
  await assertAccessible(page);
  await panel.getByRole('button', { name: 'Open in the editor' }).press('Enter');

  await heading(page, 'New window').waitFor();
  assert.equal(
    await page.getByRole('textbox', { name: 'Title' }).inputValue(),
    'Black Friday and Cyber Monday, France',
  );
  await page.getByRole('button', { name: 'Propose…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Sign proposal' }).press('Enter');
  await heading(page, 'Black Friday and Cyber Monday, France').waitFor();

  await page.getByRole('link', { name: 'Windows', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Ready-made…' }).press('Enter');
  await page.getByText(/for France; 1 of them adopted/).waitFor();
  await page.getByText('Already adopted:').waitFor();
  assert.ok(await page.getByRole('checkbox', { name: 'Pick Black Friday and Cyber Monday' }).isDisabled());
});

test('several are proposed by one signature, and one undo takes them back', async () => {
  const page = await openFrance();
  for (const title of ['Christmas peak', 'Carrier cut-off', 'Easter trading'])
    await page.getByRole('checkbox', { name: `Pick ${title}` }).press('Space');
  await page.getByRole('button', { name: 'Propose 3 windows…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Propose 3 windows' });
  await dialog.getByText('Easter trading, France').waitFor();
  await assertAccessible(page);
  await dialog.getByRole('button', { name: 'Sign 3 windows as proposals' }).press('Enter');
  await heading(page, 'Windows').waitFor();
  await page.getByRole('link', { name: 'Carrier cut-off, France' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByText('Taken back. Nothing was sent.').waitFor();
  await page.getByRole('link', { name: 'Carrier cut-off, France' }).waitFor({ state: 'detached' });
});

test('a campaign asks for its days, and what was changed goes with it into the editor', async () => {
  const page = await openFrance();
  await page.getByRole('textbox', { name: 'Search ready-made windows' }).fill('campaign');
  assert.ok(await page.getByRole('checkbox', { name: 'Pick Promotion or campaign' }).isDisabled());
  await page.getByRole('button', { name: 'Promotion or campaign' }).press('Enter');
  const panel = page.getByRole('complementary', { name: 'Promotion or campaign' });
  await panel.getByText('Name its days to see').waitFor();
  assert.ok(await panel.getByRole('button', { name: 'Propose…' }).isDisabled());
  await panel.getByRole('textbox', { name: 'First day' }).fill('15 Jun 2027');
  await panel.getByRole('textbox', { name: 'Last day' }).fill('18 Jun 2027');
  await panel.getByText(/Mon 14 Jun 2027 through Sat 19 Jun/).waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Promotion or campaign' }).press('Enter');
  await panel.getByRole('button', { name: 'Open in the editor' }).press('Enter');
  await page.getByText(/Mon 14 Jun 2027 through Sat 19 Jun/).waitFor();
});

test('nothing matches, and the country that was chosen last stays chosen', async () => {
  const page = await openFrance();
  await page.getByRole('textbox', { name: 'Search ready-made windows' }).fill('nothing is called this');
  await page.getByText('No ready-made window matches.').waitFor();
  await page.getByRole('button', { name: 'Leave' }).press('Enter');
  await page.getByRole('button', { name: 'Ready-made…' }).press('Enter');
  await page.getByText(/ready-made windows for France/).waitFor();
});
