import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright';
import { becomes } from '../support/becomes.ts';
import { launchChromium, openPage } from '../support/browser.ts';
import { startLoopback, type RunningHost } from '../support/hosts.ts';

const HOST_TAKES_MS = 300;
const LISTED = '.tg-print-list a[href^="#/change/"]';

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

interface Printed {
  readonly page: Page;
  /** How many of what was asked about stood on the sheet at the moment it was made. */
  readonly onSheet: (selector: string) => number;
}

/** The calendar as it goes to paper, printed while a slow host still reads it; it is laid out as paper from then on. */
async function printed(asked: string, counted: readonly string[]): Promise<Printed> {
  const { page } = await openPage(browser, host.address);
  await page.getByRole('link', { name: 'Calendar', exact: true }).waitFor();
  await page.route('**/api/calendar.*', async (route) => {
    await sleep(HOST_TAKES_MS);
    await route.continue();
  });
  await page.evaluate(
    ({ hash, selectors }) => {
      window.print = () => {
        window.dispatchEvent(new Event('beforeprint'));
        const counts = selectors.map((selector) => [selector, document.querySelectorAll(selector).length]);
        document.documentElement.dataset['sheet'] = JSON.stringify(Object.fromEntries(counts));
      };
      location.hash = hash;
    },
    { hash: `#/calendar?zone=Europe/Paris&${asked}`, selectors: counted },
  );
  await page.getByRole('button', { name: 'Print what is shown' }).click();
  const sheet = await page.locator('html[data-sheet]').getAttribute('data-sheet');
  const counts = JSON.parse(sheet ?? '{}') as Readonly<Record<string, number>>; // written just above
  await page.emulateMedia({ media: 'print' });
  return { page, onSheet: (selector) => counts[selector] ?? 0 };
}

for (const asked of ['view=week', 'view=month', 'view=month&bands=moderate&effects=freeze']) {
  test(`${asked}: paper says whose calendar, when, by whose clock, of what, and holds every change in full`, async () => {
    const { page, onSheet } = await printed(asked, [LISTED]);
    const head = page.locator('.tg-print-head');
    await head.getByText('Soft freeze').waitFor();
    const words = await head.innerText();
    assert.match(words, /Brackwater Group/);
    assert.match(words, /Paris time \(Europe\/Paris\)/);
    assert.match(words, /Printed \w{3} \d+ \w{3} \d{4}, \d\d:\d\d/);
    assert.match(
      words,
      asked.includes('bands') ? /Only bands Moderate; windows Freeze\./ : /All changes and windows\./,
    );
    for (const hidden of ['.tg-rail', '.tg-cal-bar', '.tg-page-head']) {
      await becomes(() => page.locator(hidden).first().isVisible(), false, hidden);
    }
    const counted = await page.locator('.tg-page-sentence').textContent();
    const changes = Number(/([\d,]+) changes?/.exec(counted ?? '')?.[1]?.replace(',', '') ?? 0);
    assert.ok(changes > 0);
    const listed = onSheet(LISTED);
    assert.ok(listed >= changes, `${String(listed)} listed of ${String(changes)}`);
    const clipped = await page
      .locator('.tg-print-list td:nth-child(3)')
      .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length);
    assert.equal(clipped, 0, 'titles are whole');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.match(pdf.toString('latin1'), /\/Count [2-9]|\/Count \d\d/, 'a sheet, and its list');
    const [box] = /\/MediaBox \[0 0 (\d+)[\d.]* (\d+)/.exec(pdf.toString('latin1'))?.slice(1).map(Number) ?? [];
    assert.ok(box !== undefined && box > 700, 'landscape');
  });
}

test('a timeline that is still being read is printed once it stands', async () => {
  const { onSheet } = await printed('view=timeline&zoom=month&by=site', ['.tg-lane-head', '.tg-print-head']);
  assert.equal(onSheet('.tg-print-head'), 1);
  assert.ok(onSheet('.tg-lane-head') > 0);
});

test('a month that is printed from the browser’s own menu holds its list as well', async () => {
  const { page } = await openPage(browser, host.address);
  const read = page.waitForResponse((response) => response.url().includes('calendar.timeline'));
  await page.evaluate(() => {
    location.hash = '#/calendar?zone=Europe/Paris&view=month';
  });
  await read;
  await page.locator('.tg-mday-line').first().waitFor();
  await page.waitForFunction(() => {
    window.dispatchEvent(new Event('beforeprint'));
    const isListed = document.querySelector('.tg-print-list a[href^="#/change/"]') !== null;
    window.dispatchEvent(new Event('afterprint'));
    return isListed;
  });
});
