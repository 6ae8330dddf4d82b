import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { assertAccessible } from '../support/axe.ts';
import { becomes } from '../support/becomes.ts';
import { launchChromium, openPage } from '../support/browser.ts';
import { startLoopback, type RunningHost } from '../support/hosts.ts';

const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;

let browser: Browser;
let host: RunningHost;
let page: Page;
let pdf: string;

before(async () => {
  browser = await launchChromium();
  host = await startLoopback();
  ({ page } = await openPage(browser, host.address));
  await page.getByRole('link', { name: 'Reports', exact: true }).click();
  await page.getByRole('heading', { name: 'Audit pack' }).waitFor();
});
after(async () => {
  await browser?.close();
  await host?.close();
});

test('the figures are there with what each one means', async () => {
  const figures = page.getByRole('region', { name: 'The board in figures' });
  for (const name of ['Failed change rate', 'Emergency share', 'Open changes'])
    await figures.getByRole('term').filter({ hasText: name }).waitFor();
  await page.getByText(/^\d+ changes, \d+ of them emergency, with \d+ decisions\.$/).waitFor();
  await assertAccessible(page);
});

test('a period that ends before it begins, or is no day, says so and cannot be exported', async () => {
  const last = page.getByRole('textbox', { name: 'Last day' });
  const kept = await last.inputValue();
  await last.fill('1999-01-01');
  await page.getByText('Not before the first day').waitFor();
  await becomes(() => page.getByRole('button', { name: 'Export pack' }).isDisabled(), true);
  for (const bad of ['2026-02-31', '2026-13-01', 'tomorrow']) {
    await last.fill(bad);
    await page.getByText('A day such as 2026-11-30').waitFor();
    await becomes(() => page.getByRole('button', { name: 'Export pack' }).isDisabled(), true);
  }
  await assertAccessible(page);
  await last.fill(kept);
});

test('the pack of last month is exported by keyboard, with progress, as a PDF', async () => {
  await page.getByRole('button', { name: 'Last month' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Export pack' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('progressbar', { name: /^audit-pack-.*\.pdf$/ }).waitFor();
  const save = page.getByRole('button', { name: 'Save the PDF' });
  await save.waitFor({ timeout: 60_000 });
  await assertAccessible(page);
  const download = page.waitForEvent('download');
  await save.focus();
  await page.keyboard.press('Enter');
  const taken = await download;
  assert.match(taken.suggestedFilename(), /^audit-pack-.*\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d\.pdf$/);
  pdf = await taken.path();
  assert.equal(readFileSync(pdf).subarray(0, 5).toString('latin1'), '%PDF-');
});

test('the PDF is sound to a second reader', { skip: hasQpdf ? false : 'needs the package qpdf' }, () => {
  const checked = spawnSync('qpdf', ['--check', pdf], { encoding: 'utf8' });
  assert.equal(checked.status, 0, checked.stdout + checked.stderr);
  const attached = spawnSync('qpdf', ['--list-attachments', pdf], { encoding: 'utf8' });
  assert.match(attached.stdout, /\.json/);
});
