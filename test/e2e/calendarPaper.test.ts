import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
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

/** The calendar as it goes to paper: the sheet is made when the page asks for it, and stands still until it is done. */
async function printed(asked: string): Promise<Page> {
  const { page } = await openPage(browser, host.address);
  page.setDefaultTimeout(10_000);
  await page.getByRole('link', { name: 'Calendar', exact: true }).waitFor();
  await page.evaluate((hash) => {
    window.print = () => {
      document.title = 'printed';
      window.dispatchEvent(new Event('beforeprint'));
    };
    location.hash = hash;
  }, `#/calendar?zone=Europe/Paris&${asked}`);
  await page.getByRole('button', { name: 'Print what is shown' }).click();
  await page.waitForFunction(() => document.title === 'printed');
  await page.emulateMedia({ media: 'print' });
  return page;
}

for (const asked of ['view=week', 'view=month', 'view=month&bands=moderate&effects=freeze']) {
  test(`${asked}: paper says whose calendar, when, by whose clock, of what, and holds every change in full`, async () => {
    const page = await printed(asked);
    const head = page.locator('.tg-print-head');
    await head.getByText(/\d{4}/).first().waitFor();
    const words = await head.innerText();
    assert.match(words, /Brackwater Group/);
    assert.match(words, /Paris time \(Europe\/Paris\)/);
    assert.match(words, /Printed \w{3} \d+ \w{3} \d{4}, \d\d:\d\d/);
    assert.match(
      words,
      asked.includes('bands') ? /Only bands Moderate; windows Freeze\./ : /All changes and windows\./,
    );
    assert.ok(await head.getByText('Soft freeze').isVisible());
    for (const hidden of ['.tg-rail', '.tg-cal-bar', '.tg-page-head']) {
      assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
    }
    const counted = await page.locator('.tg-page-sentence').textContent();
    const changes = Number(/([\d,]+) changes?/.exec(counted ?? '')?.[1]?.replace(',', '') ?? 0);
    assert.ok(changes > 0);
    const listed = await page.locator('.tg-print-list a[href^="#/change/"]').count();
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

test('a month that is printed from the browser’s own menu holds its list as well', async () => {
  const { page } = await openPage(browser, host.address);
  page.setDefaultTimeout(10_000);
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
