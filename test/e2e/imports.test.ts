import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { assertAccessible } from '../support/axe.ts';
import { becomes, hasFocus, pressOn } from '../support/becomes.ts';
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

const header = 'number,title,planned_start,planned_end,service';
const hostile = [
  header,
  'A-1,Replace the scanner firmware,2026-03-02 08:00,2026-03-02 10:00,Scanner fleet',
  'A-2,=cmd()|calc!A1,2026-03-03 08:00,2026-03-03 10:00,Scanner fleet',
  'A-3,Red \u001b[31malert\u001b[0m from a terminal,2026-03-04 08:00,2026-03-04 10:00,Label printers',
  '=A-4,Planned for another century,2126-03-02 08:00,2126-03-02 10:00,Scanner fleet',
  'A-5,Ends before it starts,2026-03-05 10:00,2026-03-05 08:00,Scanner fleet',
  'A-6,Not a day at all,2026-02-31 08:00,2026-03-05 08:00,Scanner fleet',
  ',Nobody numbered this,2026-03-02 08:00,2026-03-02 10:00,Scanner fleet',
].join('\n');
const many = [
  header,
  ...Array.from({ length: 6_000 }, (_, n) => `M-${n},Row ${n},2026-04-02 08:00,2026-04-02 10:00,Scanner fleet`),
].join('\n');

async function choose(name: string, text: string): Promise<Page> {
  const { page } = await openPage(browser, host.address);
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  const chooser = page.waitForEvent('filechooser');
  await pressOn(page.getByRole('button', { name: 'Choose a file' }), 'Enter');
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('heading', { name }).waitFor();
  return page;
}

const importButton = (page: Page, changes: string) =>
  page.getByRole('button', { name: `Import ${changes} changes`, exact: true });

test('before a log is chosen the page says what it takes, and stands up to WCAG 2 AA', async () => {
  const { page } = await openPage(browser, host.address);
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await page.getByText('Nothing is imported before you have seen it mapped.').waitFor();
  await assertAccessible(page);
});

test('a file that is no log says so instead of being mapped', async () => {
  const { page } = await openPage(browser, host.address);
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles({ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
  await page.getByRole('alert').waitFor();
  await assertAccessible(page);
});

test('the preview counts what would come and why rows would not; a mapping is kept for the next time', async () => {
  const page = await choose('hostile.csv', hostile);
  await page.getByRole('heading', { name: '3 changes of 7 rows, 4 rows rejected' }).waitFor();
  const rejected = page.getByRole('table', { name: 'Rejected rows' });
  for (const reason of [
    /no change id.*8/i,
    /planned end before planned start.*6/i,
    /planned start outside the years.*5/i,
    /planned start not a time.*7/i,
  ])
    await rejected.getByRole('row', { name: reason }).waitFor();
  await page
    .getByRole('table', { name: /^The first 3/ })
    .getByRole('cell', { name: '=cmd()|calc!A1' })
    .waitFor();
  await assertAccessible(page);

  const end = page.getByRole('button', { name: /Planned end$/ });
  await pressOn(end, 'Enter');
  await page.getByRole('option', { name: 'planned_start' }).waitFor();
  await hasFocus(page.getByRole('option', { name: 'planned_end' }));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByRole('table', { name: 'Taken with a remark' }).waitFor();
  await pressOn(end, 'Enter');
  await page.getByRole('option', { name: 'planned_end' }).click();
  await page.getByRole('table', { name: 'Taken with a remark' }).waitFor({ state: 'hidden' });

  await page.getByRole('textbox', { name: 'Name of this mapping' }).fill('scanner-log');
  await page.getByRole('textbox', { name: 'Zone of its times' }).fill('Europe/Paris');
  await pressOn(page.getByRole('button', { name: 'Keep this mapping' }), 'Enter');
  await page.getByText('Mapping scanner-log is kept.').waitFor();
  const again = await choose('again.csv', hostile);
  await again.getByRole('button', { name: /scanner-log/ }).waitFor();
  await becomes(() => again.getByRole('textbox', { name: 'Zone of its times' }).inputValue(), 'Europe/Paris');
});

test('an import that is cancelled leaves nothing on the board', async () => {
  const page = await choose('many.csv', many);
  await pressOn(importButton(page, '6,000'), 'Enter');
  await pressOn(page.getByRole('button', { name: 'Cancel' }), 'Enter');
  await page.getByText('Cancelled; nothing was kept').waitFor();
  await assertAccessible(page);
  await page.getByRole('link', { name: 'Changes', exact: true }).click();
  await page.getByRole('table', { name: 'Changes' }).waitFor();
  await page.getByRole('searchbox', { name: 'Search changes' }).fill('Row 17');
  await page.getByText('No change fits these filters.').waitFor();
  await page.getByRole('button', { name: 'Clear all filters' }).click();
});

test('a log comes in as one commit, its report opens in a spreadsheet without harm, its changes are on the board', async () => {
  const page = await choose('hostile.csv', hostile);
  await importButton(page, '3').click();
  await page.getByText('3 changes are on the board.').waitFor();
  await becomes(() => page.getByRole('progressbar', { name: 'hostile.csv' }).getAttribute('aria-valuenow'), '100');
  await assertAccessible(page);
  const download = page.waitForEvent('download');
  await pressOn(page.getByRole('button', { name: 'Save the report as CSV' }), 'Enter');
  const csv = readFileSync(await (await download).path(), 'utf8');
  assert.equal(csv.trim().split('\r\n').length, 5);
  assert.match(csv, /^5,"'=A-4",planned start outside the years/m);

  await page.getByRole('link', { name: 'Show them' }).click();
  const table = page.getByRole('table', { name: 'Changes' });
  await table.getByText('=cmd()|calc!A1').waitFor();
  await becomes(() => table.getAttribute('aria-rowcount'), '4');
  await table.getByText(/Red .*alert.* from a terminal/).waitFor();
  await page.getByRole('link', { name: 'Map', exact: true }).click();
  await page.getByRole('button', { name: 'Services', exact: true }).click();
  await page.getByRole('option', { name: 'Label printers' }).waitFor();
});
