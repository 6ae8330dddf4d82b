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

async function openWindows(): Promise<Page> {
  const { page } = await openPage(browser, host.address);
  await page.getByRole('link', { name: 'Windows', exact: true }).click();
  await page.getByRole('table').getByRole('row').nth(5).waitFor();
  return page;
}
const meaning = (page: Page) => page.getByRole('complementary', { name: 'What it means' });

test('the list says what runs, narrows by word and by effect, and stands up to WCAG 2 AA', async () => {
  const page = await openWindows();
  await page.getByText(/freezes? runs? now|No freeze runs now/).waitFor();
  await assertAccessible(page);
  await page.getByRole('textbox', { name: 'Search windows' }).fill('black friday');
  await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
  await page.getByRole('textbox', { name: 'Search windows' }).fill('nothing is called this');
  await page.getByText('No window matches.').waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();
});

test('filters stand in the address and are remembered', async () => {
  const page = await openWindows();
  const kept = (isMine: boolean) =>
    page.waitForResponse(
      (response) =>
        response.url().endsWith('/api/view.save') && response.request().postData()?.includes('mine=1') === isMine,
    );
  const on = kept(true);
  await page.getByRole('button', { name: 'Mine', exact: true }).click();
  await page.waitForFunction(() => location.hash.includes('mine=1'));
  await on;
  await page.getByRole('link', { name: 'Changes', exact: true }).click();
  await page.getByRole('link', { name: 'Windows', exact: true }).click();
  await page.waitForFunction(() => location.hash.includes('mine=1'));
  const off = kept(false);
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.waitForFunction(() => !location.hash.includes('mine=1'));
  await off;
});

test('a freeze is drawn on the timeline, says what it stops, is published, and is taken back', async () => {
  const { page } = await openPage(browser, host.address);
  await page.getByRole('link', { name: 'Calendar', exact: true }).click();
  await page.getByRole('radio', { name: 'Timeline', exact: true }).click();
  await page.getByRole('button', { name: /Lanes by/ }).click();
  await page.getByRole('option', { name: 'Sites', exact: true }).click();
  await page.getByRole('group', { name: /^Changes by site/ }).waitFor();
  await atRest(page);
  const stage = await page.getByRole('group', { name: /^Changes by site/ }).boundingBox();
  assert.ok(stage);
  const y = stage.y + 150;
  await page.mouse.move(stage.x + stage.width * 0.56, y);
  await page.mouse.down();
  await page.mouse.move(stage.x + stage.width * 0.7, y, { steps: 8 });
  await page.mouse.move(stage.x + stage.width * 0.95, y, { steps: 8 });
  await page.mouse.up();
  await page.getByRole('heading', { level: 1, name: 'New window' }).waitFor();
  await meaning(page)
    .getByText(/^Freezes .+ at /)
    .waitFor();
  await page.getByRole('textbox', { name: 'Title' }).fill('Racks are moved');
  await page.getByRole('textbox', { name: 'Why' }).fill('The hall is rewired.');
  await meaning(page)
    .getByText(/\d+ planned|No planned change falls inside/)
    .waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Publish freeze…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish Racks are moved' });
  await dialog.getByText(/^Freezes .+ at /).waitFor();
  await assertAccessible(page);
  await dialog.getByRole('button', { name: 'Sign and publish freeze' }).click();
  await page.getByRole('heading', { level: 1, name: 'Racks are moved' }).waitFor();
  await page.getByText('Racks are moved was published.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Taken back. Nothing was sent.').waitFor();
  await page.getByRole('link', { name: 'Windows', exact: true }).click();
  await page.getByRole('table').getByRole('row').nth(5).waitFor();
  await page.getByRole('link', { name: 'Racks are moved' }).waitFor({ state: 'detached' });
});

test('with work inside it that begins within 48 hours, proposing is the way that is offered first', async () => {
  const page = await openWindows();
  await page.getByRole('button', { name: 'New window' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Everything stands still');
  await page.getByText('Everything: every service at every site, for everyone').click();
  const from = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const to = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  await page.getByRole('textbox', { name: /^From/ }).fill(`${from} 00:00`);
  await page.getByRole('textbox', { name: /^To/ }).fill(`${to} 00:00`);
  await meaning(page)
    .getByText(/within 48 hours\./)
    .waitFor();
  await page.getByText(/propose it first/).waitFor();
  await becomes(() => page.getByRole('button', { name: 'Propose…' }).getAttribute('data-kind'), 'primary');
  await page.getByRole('button', { name: 'Propose…' }).click();
  await page.getByRole('button', { name: 'Sign proposal' }).click();
  await page.getByRole('heading', { level: 1, name: 'Everything stands still' }).waitFor();
});

test('an empty scope is not everything: nothing can be signed until something is chosen', async () => {
  const page = await openWindows();
  await page.getByRole('button', { name: 'New window' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Nowhere');
  await meaning(page).getByText('It covers nothing yet.').waitFor();
  await becomes(() => page.getByRole('button', { name: 'Publish freeze…' }).isDisabled(), true);
});

test('a window is withdrawn with a signature, and that can be taken back', async () => {
  const page = await openWindows();
  await page.getByRole('link', { name: 'Christmas peak' }).click();
  await page.getByRole('region', { name: 'Next occurrences' }).getByRole('listitem').first().waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Withdraw…' }).click();
  await page.getByRole('button', { name: 'Sign withdrawal' }).click();
  await page.getByText('Christmas peak was withdrawn.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Taken back. Nothing was sent.').waitFor();
  await page.getByRole('button', { name: 'Withdraw…' }).waitFor();
});
