import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { assertAccessible } from '../support/axe.ts';
import { becomes, pressOn } from '../support/becomes.ts';
import { launchChromium, openPage } from '../support/browser.ts';
import { startLoopback, type RunningHost } from '../support/hosts.ts';
import { nextYear, said } from '../support/nextYear.ts';

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
  await pressOn(page.getByRole('link', { name: 'Windows', exact: true }), 'Enter');
  await pressOn(page.getByRole('button', { name: 'Ready-made…' }), 'Enter');
  await heading(page, 'Ready-made windows').waitFor();
  await pressOn(page.getByRole('button', { name: /Country/ }), 'Enter');
  await pressOn(page.getByRole('option', { name: 'France', exact: true }), 'Enter');
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

  await pressOn(page.getByRole('button', { name: 'Black Friday and Cyber Monday' }), 'Enter');
  const panel = page.getByRole('complementary', { name: 'Black Friday and Cyber Monday' });
  await panel.getByText(/^Freezes /).waitFor();
  await panel.getByText(/\d+ planned|No planned change falls inside/).waitFor();
  await assertAccessible(page);
  await pressOn(panel.getByRole('button', { name: 'Open in the editor' }), 'Enter');

  await heading(page, 'New window').waitFor();
  await becomes(
    () => page.getByRole('textbox', { name: 'Title' }).inputValue(),
    'Black Friday and Cyber Monday, France',
  );
  await pressOn(page.getByRole('button', { name: 'Propose…' }), 'Enter');
  const dialog = page.getByRole('dialog');
  await pressOn(dialog.getByRole('button', { name: 'Sign proposal' }), 'Enter');
  await heading(page, 'Black Friday and Cyber Monday, France').waitFor();

  await pressOn(page.getByRole('link', { name: 'Windows', exact: true }), 'Enter');
  await pressOn(page.getByRole('button', { name: 'Ready-made…' }), 'Enter');
  await page.getByText(/for France; 1 of them adopted/).waitFor();
  await page.getByText('Already adopted:').waitFor();
  await becomes(() => page.getByRole('checkbox', { name: 'Pick Black Friday and Cyber Monday' }).isDisabled(), true);
});

test('several are proposed by one signature, and one undo takes them back', async () => {
  const page = await openFrance();
  for (const title of ['Christmas peak', 'Carrier cut-off', 'Easter trading'])
    await pressOn(page.getByRole('checkbox', { name: `Pick ${title}` }), 'Space');
  await pressOn(page.getByRole('button', { name: 'Propose 3 windows…' }), 'Enter');
  const dialog = page.getByRole('dialog', { name: 'Propose 3 windows' });
  await dialog.getByText('Easter trading, France').waitFor();
  await assertAccessible(page);
  await pressOn(dialog.getByRole('button', { name: 'Sign 3 windows as proposals' }), 'Enter');
  await heading(page, 'Windows').waitFor();
  await page.getByRole('link', { name: 'Carrier cut-off, France' }).waitFor();
  await pressOn(page.getByRole('button', { name: 'Undo' }), 'Enter');
  await page.getByText('Taken back. Nothing was sent.').waitFor();
  await page.getByRole('link', { name: 'Carrier cut-off, France' }).waitFor({ state: 'detached' });
});

const campaignDays = `${said(`${nextYear}-06-14`)} through ${said(`${nextYear}-06-19`, false)}`;
test('a campaign asks for its days, and what was changed goes with it into the editor', async () => {
  const page = await openFrance();
  await page.getByRole('textbox', { name: 'Search ready-made windows' }).fill('campaign');
  await becomes(() => page.getByRole('checkbox', { name: 'Pick Promotion or campaign' }).isDisabled(), true);
  await pressOn(page.getByRole('button', { name: 'Promotion or campaign' }), 'Enter');
  const panel = page.getByRole('complementary', { name: 'Promotion or campaign' });
  await panel.getByText('Name its days to see').waitFor();
  await becomes(() => panel.getByRole('button', { name: 'Propose…' }).isDisabled(), true);
  await panel.getByRole('textbox', { name: 'First day' }).fill(`15 Jun ${nextYear}`);
  await panel.getByRole('textbox', { name: 'Last day' }).fill(`18 Jun ${nextYear}`);
  await panel.getByText(campaignDays).waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await pressOn(page.getByRole('button', { name: 'Promotion or campaign' }), 'Enter');
  await pressOn(panel.getByRole('button', { name: 'Open in the editor' }), 'Enter');
  await page.getByText(campaignDays).waitFor();
});

test('nothing matches, and the country that was chosen last stays chosen', async () => {
  const page = await openFrance();
  await page.getByRole('textbox', { name: 'Search ready-made windows' }).fill('nothing is called this');
  await page.getByText('No ready-made window matches.').waitFor();
  await pressOn(page.getByRole('button', { name: 'Leave' }), 'Enter');
  await pressOn(page.getByRole('button', { name: 'Ready-made…' }), 'Enter');
  await page.getByText(/ready-made windows for France/).waitFor();
});
