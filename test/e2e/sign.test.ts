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

async function openWaiting(index: number): Promise<Page> {
  const { page } = await openPage(browser, host.address);
  const decisions = page.getByRole('region', { name: 'Waits for you' }).getByRole('list', { name: 'Decisions' });
  await decisions.getByRole('listitem').nth(index).getByRole('link').click();
  await page.getByRole('region', { name: 'What the gate would say' }).waitFor();
  return page;
}

test('a change says what the gate would say, what its score is made of, and who must still agree', async () => {
  const page = await openWaiting(0);
  await page
    .getByRole('region', { name: 'Who must agree' })
    .getByText('Missing:')
    .first()
    .waitFor({ state: 'attached' });
  const factors = page.getByRole('list', { name: /^Score \d+: its contributions/ }).getByRole('button');
  await factors.first().waitFor();
  const points = await factors.locator('strong').allInnerTexts();
  const score = Number(
    /^Score (\d+)/.exec((await page.getByRole('list', { name: /^Score \d+/ }).getAttribute('aria-label')) ?? '')?.[1],
  );
  assert.equal(
    points.reduce((sum, each) => sum + Number(each), 0),
    score,
  );
  await factors.first().click();
  await page.getByText('Looked at').waitFor();
  await assertAccessible(page);
  for (const tab of ['Evidence', 'Approvals', 'Impact', 'History']) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    await page.getByRole('tabpanel', { name: new RegExp(`^${tab}`) }).waitFor();
    await assertAccessible(page);
  }
});

test('signing shows the text, its digest and its risk; a rejection needs a reason', async () => {
  const page = await openWaiting(0);
  await page.getByRole('button', { name: 'Decide…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Decide' });
  await dialog.getByText(/^sha256:[0-9a-f]{12}$/).waitFor();
  await dialog.getByText(/^CHG-\d{4}-/).waitFor();
  await assertAccessible(page);
  await dialog.getByRole('radio', { name: 'Reject' }).check({ force: true });
  await dialog.getByRole('button', { name: 'Sign rejection' }).click();
  await dialog.getByText('A rejection says what would have to be different.').waitFor();
  await dialog.getByRole('button', { name: 'Not now' }).click();
  await dialog.waitFor({ state: 'hidden' });
});

test('an approval can be taken back until it is sent', async () => {
  const page = await openWaiting(0);
  await page.getByRole('button', { name: 'Decide…' }).click();
  await page.getByRole('button', { name: 'Sign approval' }).click();
  await page.getByText('Approval signed. Sends in 8 s.').waitFor();
  await page.getByRole('tab', { name: /^History/ }).click();
  await page.getByText('Kept here, not sent yet', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Taken back. Nothing was sent.').waitFor();
  await page.getByText('Kept here, not sent yet', { exact: true }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Decide…' }).waitFor();
});

test('an approval that was let go is recorded and no longer waits', async () => {
  const page = await openWaiting(0);
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('button', { name: 'Decide…' }).click();
  await page.getByRole('textbox', { name: 'Conditions (optional)' }).fill('Only with the owner on the phone.');
  await page.getByRole('button', { name: 'Sign approval' }).click();
  await page.getByText('All recorded').waitFor({ timeout: 20_000 });
  await page.getByRole('tab', { name: /^Approvals/ }).click();
  await page.getByText('Only with the owner on the phone.').waitFor();
  await page.getByRole('link', { name: /Today/ }).first().click();
  const waiting = page.getByRole('region', { name: 'Waits for you' }).getByRole('list', { name: 'Decisions' });
  await waiting.waitFor();
  // The list kept from before may stand for a moment; the news takes it away.
  await waiting.getByText(title, { exact: true }).waitFor({ state: 'hidden' });
});

test('a rejection that was signed says on the change who said no, and why', async () => {
  const page = await openWaiting(1);
  await page.getByRole('button', { name: 'Decide…' }).click();
  await page.getByRole('radio', { name: 'Reject' }).check({ force: true });
  await page.getByRole('textbox', { name: 'Reason' }).fill('The restore was never tried.');
  await page.getByRole('button', { name: 'Sign rejection' }).click();
  const ending = page.getByRole('region', { name: /^Rejected by / });
  await ending.getByText('The restore was never tried.').waitFor();
  await page.getByText('What would lower it').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await ending.waitFor({ state: 'hidden' });
});

test('what is signed names the time that is agreed to', async () => {
  const page = await openWaiting(0);
  await page.getByRole('button', { name: 'Decide…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Decide' });
  await dialog.getByText('Agreed time', { exact: true }).waitFor();
});
