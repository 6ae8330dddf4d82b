import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { readIcs } from '../../shared/exchange/ics/readIcs.ts';
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

const event = (uid: string, title: string, start: string, end: string) =>
  `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:${title}\r\n` +
  `DTSTART;TZID=Europe/Paris:${start}\r\nDTEND;TZID=Europe/Paris:${end}\r\nEND:VEVENT\r\n`;
const calendar = (...events: readonly string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//test//EN\r\n${events.join('')}END:VCALENDAR\r\n`;
const stocktaking = event('stock@test', 'Stocktaking of the east hall', '20290305T060000', '20290305T180000');
const audit = event('audit@test', 'Fire audit', '20290412T080000', '20290412T120000');

const hasPython = spawnSync('/usr/bin/python3', ['-c', 'import icalendar']).status === 0;

/** How many events python3-icalendar finds in an export. */
function othersCount(text: string): number {
  const script =
    'import sys,icalendar; print(len(icalendar.Calendar.from_ical(sys.stdin.buffer.read()).walk("VEVENT")))';
  const { stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', script], { input: text, encoding: 'utf8' });
  return stdout === '' ? assert.fail(stderr) : Number(stdout);
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });

async function openImport(): Promise<Page> {
  const { page } = await openPage(browser, host.address);
  await pressOn(page.getByRole('link', { name: 'Windows', exact: true }), 'Enter');
  await pressOn(page.getByRole('button', { name: 'Import…' }).first(), 'Enter');
  await heading(page, 'Import windows').waitFor();
  return page;
}

async function choose(page: Page, files: readonly { readonly name: string; readonly text: string | Buffer }[]) {
  const chooser = page.waitForEvent('filechooser');
  await pressOn(page.getByRole('button', { name: 'Choose a file' }), 'Enter');
  await (
    await chooser
  ).setFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })));
}

/** Drags a file from the desktop to where files are dropped. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tidegate drop '));
  const path = join(folder, name);
  writeFileSync(path, text);
  const box = await page.locator('.tg-drop').boundingBox();
  assert.ok(box);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: box.x + 40, y: box.y + 40, data });
  await page.getByRole('heading', { name: `Import ${name}` }).waitFor();
  rmSync(folder, { recursive: true });
}

const everything = (page: Page) => page.getByRole('radio', { name: /^Everything/ });

test('a pasted list of holidays is proposed with the keyboard and taken back', async () => {
  const page = await openImport();
  await assertAccessible(page);
  await pressOn(page.getByRole('button', { name: 'Paste text' }), 'Enter');
  await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement);
  await page.keyboard.type('2029-12-25, Christmas Day\n2029-12-26, Boxing Day\nno day');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await heading(page, '1 window read, 1 entry refused').waitFor();
  await hasFocus(heading(page, '1 window read, 1 entry refused'));
  const table = page.getByRole('table', { name: 'Windows read from the file' });
  await table.getByText(/25 Dec 2029.*Christmas Day.*Boxing Day/).waitFor();
  await assertAccessible(page);

  await page.getByText('Say what they cover').waitFor();
  await pressOn(everything(page), 'Space');
  await pressOn(page.getByRole('button', { name: 'Propose 1…' }), 'Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/One signature for all/).waitFor();
  await assertAccessible(page);
  await pressOn(dialog.getByRole('button', { name: 'Sign 1 window as proposals' }), 'Enter');
  await page.getByText('1 window from pasted text proposed.').waitFor();
  await page.getByRole('button', { name: 'Signed just now (1)' }).waitFor();
  const row = page.getByRole('row').filter({ hasText: 'Holidays' });
  await row.getByText('Proposed').waitFor();
  await becomes(() => page.getByRole('row').count(), 2);
  await pressOn(page.getByRole('button', { name: 'Undo' }), 'Enter');
  await page.getByText('No window matches.').waitFor();
});

test('a dropped calendar is published; read again it is known, and a later one revises it', async () => {
  const page = await openImport();
  await drop(page, 'site.ics', calendar(stocktaking, audit));
  await heading(page, '2 windows read, nothing refused').waitFor();
  await pressOn(everything(page), 'Space');
  await pressOn(page.getByRole('button', { name: 'Effect of Fire audit: Freeze' }), 'Enter');
  await pressOn(page.getByRole('menuitem', { name: 'Peak' }), 'Enter');
  await page.getByRole('button', { name: 'Effect of Fire audit: Peak' }).waitFor();
  await pressOn(page.getByRole('button', { name: 'Publish 2…' }), 'Enter');
  await page.getByRole('button', { name: 'Sign and publish 2 windows' }).click();
  await page.getByRole('button', { name: 'Signed just now (2)' }).waitFor();

  const again = await openImport();
  await choose(again, [{ name: 'site.ics', text: calendar(stocktaking, audit) }]);
  await again.getByText('2 windows on the board already in the same words; not taken again.').waitFor();
  await becomes(() => again.getByRole('button', { name: 'Propose 0…' }).isDisabled(), true);
  await pressOn(again.getByRole('button', { name: 'Another file' }), 'Enter');
  const later = stocktaking.replace('east hall', 'west hall').replace('T180000', 'T200000');
  await choose(again, [{ name: 'site.ics', text: calendar(later, audit) }]);
  await again.getByText('Title: was “Stocktaking of the east hall”.').waitFor();
  await again.getByText(/^When: was once/).waitFor();
  await assertAccessible(again);
  await pressOn(again.getByRole('button', { name: 'Publish 1…' }), 'Enter');
  await again.getByText(/1 of them new revisions/).waitFor();
  await pressOn(again.getByRole('button', { name: 'Sign and publish 1 window' }), 'Enter');
  await again.getByRole('row').filter({ hasText: 'Stocktaking of the west hall' }).waitFor();
});

test('what cannot be read says why; several files come one after another; leaving with choices asks', async () => {
  const page = await openImport();
  await choose(page, [{ name: 'empty.ics', text: '' }]);
  await page.getByRole('alert').getByText('empty.ics is empty.').waitFor();
  const wide = Buffer.from(`\ufeff${calendar(audit)}`, 'utf16le');
  await choose(page, [
    { name: 'empty.ics', text: '' },
    { name: 'tasks.ics', text: calendar('BEGIN:VTODO\r\nUID:t\r\nSUMMARY:Sweep\r\nEND:VTODO\r\n') },
    { name: 'wide.ics', text: wide },
  ]);
  await page.getByText('empty.ics is empty.').waitFor();
  await page.getByText('File 1 of 2.').waitFor();
  await page.getByText('No window can be made of this file.').waitFor();
  await page.getByText('It is a task; only events block time.').waitFor();
  await assertAccessible(page);
  await pressOn(page.getByRole('button', { name: 'Next file' }), 'Enter');
  await page.getByText('Read as UTF-16, little-endian.').waitFor();
  const take = page.getByRole('checkbox', { name: 'Take Fire audit' });
  await pressOn(take, 'Space');
  await pressOn(page.getByRole('link', { name: 'Map', exact: true }), 'Enter');
  const asks = page.getByRole('alertdialog', { name: 'Leave without signing?' });
  await pressOn(asks.getByRole('button', { name: 'Go on choosing' }), 'Enter');
  await take.waitFor();
});

test('more than one signature takes is said first, with a choice', async () => {
  const page = await openImport();
  const many = Array.from({ length: 620 }, (_, n) =>
    event(`n${n}@test`, `Night ${n}`, '20290601T220000', '20290602T020000'),
  );
  await choose(page, [{ name: 'nights.ics', text: calendar(...many) }]);
  await page.getByText(/620 windows are chosen; one signature takes 500 at most/).waitFor();
  await page.getByText(/200 of 620 are shown/).waitFor();
  await pressOn(page.getByRole('button', { name: 'Take the 500 that come soonest' }), 'Enter');
  await page.getByRole('button', { name: 'Propose 500…' }).waitFor();
  await page.getByRole('textbox', { name: 'Search the windows of the file' }).fill('night 61');
  await pressOn(page.getByRole('button', { name: 'Take only these 11' }), 'Enter');
  await page.getByRole('button', { name: 'Propose 11…' }).waitFor();
});

test('the calendar is saved as .ics from its page and from the palette, and reads back', async (t) => {
  const { page } = await openPage(browser, host.address);
  await pressOn(page.getByRole('link', { name: 'Calendar', exact: true }), 'Enter');
  await pressOn(page.getByRole('button', { name: 'Export as .ics' }), 'Enter');
  await page.getByRole('dialog', { name: 'Export as .ics' }).waitFor();
  await assertAccessible(page);
  const download = page.waitForEvent('download');
  await pressOn(page.getByRole('button', { name: 'Save the file' }), 'Enter');
  const text = readFileSync(await (await download).path(), 'utf8');
  assert.match((await download).suggestedFilename(), /\.ics$/);
  if (hasPython)
    assert.equal(othersCount(text), text.split('BEGIN:VEVENT').length - 1, 'another library reads as many');
  else t.diagnostic('not read by another library: python3-icalendar is not installed');
  const back = readIcs(text);
  assert.ok(back.windows.length > 5);
  await page.getByText(/\.ics: [\d,]+ entries\./).waitFor();

  await pressOn(page.getByRole('link', { name: 'Map', exact: true }), 'Enter');
  await page.keyboard.press('Control+k');
  await hasFocus(page.getByRole('combobox', { name: 'Search or jump' }));
  await page.keyboard.type('export this');
  await page.getByRole('option', { name: 'Export this calendar' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'Export this calendar' }).click();
  await page.getByRole('dialog', { name: 'Export as .ics' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Export as .ics' }).waitFor({ state: 'hidden' });
  await pressOn(page.getByRole('link', { name: 'Windows', exact: true }), 'Enter');
  await pressOn(page.getByRole('button', { name: 'Export…' }), 'Enter');
  await page.getByText(/\d+ windows, as listed\./).waitFor();
});
