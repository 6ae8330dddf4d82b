import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright';
import { assertAccessible } from '../support/axe.ts';
import { becomes } from '../support/becomes.ts';
import { atRest, launchChromium, openPage } from '../support/browser.ts';
import { startLoopback, type RunningHost } from '../support/hosts.ts';
import { nextYear } from '../support/nextYear.ts';

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

/** A month in which something may be moved: this one, or one of the next. */
async function openMonth(): Promise<{ page: Page; line: Locator; day: string }> {
  const { page } = await openPage(browser, host.address);
  await page.getByRole('link', { name: 'Calendar', exact: true }).waitFor();
  await page.evaluate(() => {
    location.hash = '#/calendar?view=month&zone=Europe/Paris';
  });
  await page.getByRole('gridcell').nth(20).waitFor();
  await atRest(page);
  const line = page.locator('.tg-mday-line[data-movable]:not([data-ran-on])').first();
  for (let month = 0; month < 3 && (await line.count()) === 0; month += 1) {
    await page.getByRole('button', { name: 'The month after' }).click();
    await atRest(page);
  }
  await line.scrollIntoViewIfNeeded();
  const day = await line.evaluate((node) => node.closest('[data-day]')?.getAttribute('data-day') ?? '');
  return { page, line, day };
}
const cell = (page: Page, day: string) => page.locator(`.tg-mday[data-day="${day}"]`);
const shifted = (day: string, by: number) => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
const note = (page: Page) => page.locator('.tg-move-note');
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Sign the move' });
const middle = async (where: Locator) => {
  const box = await where.boundingBox();
  assert.ok(box);
  return { x: box.x + box.width / 2, y: box.y + box.height - 6 };
};

test('a change is dragged to another day at the same time of day, and is signed there', async () => {
  const { page, line, day } = await openMonth();
  const from = await line.boundingBox();
  assert.ok(from);
  const other = new Date(day).getUTCDay() === 1 ? shifted(day, 1) : shifted(day, -1);
  const to = await middle(cell(page, other));
  await page.mouse.move(from.x + 20, from.y + 8);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await note(page)
    .getByText(/Low|Moderate|High|Critical/)
    .waitFor();
  await becomes(() => cell(page, other).getAttribute('data-target'), 'true');
  await page.mouse.up();
  await dialog(page).locator('.tg-move-facts dd').nth(1).waitFor();
  const facts = await dialog(page).locator('.tg-move-facts dd').allInnerTexts();
  assert.equal(facts[0]?.slice(-11, -6), facts[1]?.split(' (')[0]?.slice(-11, -6), 'the same time of day');
  await dialog(page).getByRole('button', { name: 'Leave it' }).click();
  await dialog(page).waitFor({ state: 'hidden' });
  assert.equal(await page.getByRole('complementary').count(), 0, 'a drag opens no day');
});

test('C goes through a day’s changes, Alt and an arrow moves one, Escape leaves it', async () => {
  const { page, day } = await openMonth();
  await cell(page, day).focus();
  await page.keyboard.press('c');
  await page.getByText(/Enter opens it\./).waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+ArrowRight');
  await note(page).waitFor();
  await becomes(() => cell(page, shifted(day, 1)).getAttribute('data-target'), 'true');
  await page.keyboard.press('Escape');
  await note(page).waitFor({ state: 'hidden' });
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  await dialog(page)
    .getByText(/Stay as they are|would be void/)
    .waitFor();
  await dialog(page).getByRole('button', { name: 'Leave it' }).click();
});

test('a change of the day’s list is taken into the hand and moved by keys', async () => {
  const { page, day } = await openMonth();
  await cell(page, day).focus();
  await page.keyboard.press('Enter');
  const move = page.getByRole('complementary').getByRole('button', { name: /^Move / });
  await move.first().waitFor();
  await assertAccessible(page);
  await move.first().click();
  await note(page).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(
    (wanted) => document.querySelector('[data-target]')?.getAttribute('data-day') === wanted,
    shifted(day, 1),
  );
  await page.keyboard.press('Escape');
  await note(page).waitFor({ state: 'hidden' });
});

const drawnOver = (start: string, end: string) =>
  new RegExp(`edit=new.*start=${start}T00(:|%3A)00.*end=${end}T00(:|%3A)00`);
test('a window of whole days is drawn over the days by pointer, and chosen with Shift and drawn by N', async () => {
  const { page } = await openMonth();
  await page.evaluate((year) => {
    location.hash = `#/calendar?view=month&zone=Europe/Paris&month=${year}-06`;
  }, nextYear);
  await cell(page, `${nextYear}-06-10`).waitFor();
  await atRest(page);
  const [from, to] = [await middle(cell(page, `${nextYear}-06-10`)), await middle(cell(page, `${nextYear}-06-08`))];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await becomes(() => page.locator('.tg-mday[data-chosen]').count(), 3);
  await page.mouse.up();
  await page.waitForURL(drawnOver(`${nextYear}-06-08`, `${nextYear}-06-11`));
  await page.goBack();
  await cell(page, `${nextYear}-06-22`).waitFor();
  await atRest(page);
  await cell(page, `${nextYear}-06-22`).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByText(`${nextYear}-06-22 to ${nextYear}-06-24 chosen.`).waitFor({ state: 'attached' });
  await page.keyboard.press('n');
  await page.waitForURL(drawnOver(`${nextYear}-06-22`, `${nextYear}-06-25`));
});

test('every narrowing stands in the address, the windows’ effects too, and Clear takes all of them away', async () => {
  const { page } = await openMonth();
  await page.getByRole('button', { name: 'Windows', exact: true }).click();
  await page.getByRole('option', { name: 'Maintenance' }).click();
  await page.keyboard.press('Escape');
  await page.waitForURL(/effects=maintenance/);
  await page.waitForFunction(() => document.querySelector('.tg-band-strip[data-effect="freeze"]') === null);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  const more = page.getByRole('dialog', { name: 'More filters' });
  await more.getByRole('button', { name: /^Environment/ }).click();
  await page.getByRole('option', { name: 'Staging' }).click();
  await page.keyboard.press('Escape');
  await more.getByLabel('Title, id or person').fill('label');
  await page.waitForURL(/environments=staging/);
  await page.waitForURL(/text=label/);
  await assertAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.waitForURL((url) => !/effects|environments|text/.test(url.hash));
});
