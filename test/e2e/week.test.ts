import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright';
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

async function openWeek(asked = ''): Promise<Page> {
  const { page } = await openPage(browser, host.address);
  await page.getByRole('link', { name: 'Calendar', exact: true }).waitFor();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/calendar?view=week&zone=Europe/Paris${asked}`);
  await stage(page).getByRole('button').nth(8).waitFor();
  await atRest(page);
  return page;
}
const stage = (page: Page) => page.getByRole('group', { name: /^The week\./ });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-node') ?? '');
const movable = (page: Page) => page.locator('.tg-wday .tg-wblock[data-movable]:not([data-goes-on])').last();
const note = (page: Page) => page.locator('.tg-move-note');
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Sign the move' });

/** A week that shows something movable among its hours: this one, or one of the next. */
async function openMovable(): Promise<{ page: Page; block: Locator }> {
  const page = await openWeek();
  for (let week = 0; week < 4; week += 1) {
    if ((await movable(page).count()) > 0) break;
    const left = page.url();
    await page.getByRole('button', { name: 'The week after' }).click();
    await page.waitForURL((url) => url.href !== left);
    await atRest(page);
  }
  const block = movable(page);
  await block.scrollIntoViewIfNeeded();
  return { page, block };
}

test('a week has seven days, one tab stop, and stands up to WCAG 2 AA as columns and as a list', async () => {
  const page = await openWeek();
  await becomes(() => page.locator('.tg-whead').count(), 7);
  await becomes(() => stage(page).locator('[tabindex="0"]').count(), 1);
  await assertAccessible(page);
  await page.getByRole('radio', { name: 'List', exact: true }).click();
  await page.getByRole('table').nth(6).waitFor();
  await assertAccessible(page);
  await page.getByRole('radio', { name: 'Days', exact: true }).click();
});

test('arrows walk the week in order of time and over its days, and Enter lists a day', async () => {
  const page = await openWeek();
  await stage(page).locator('[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-node') === 'd:0');
  const walked = [await focused(page)];
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(
      (node) => document.activeElement?.getAttribute('data-node') !== node,
      walked.at(-1) ?? '',
    );
    walked.push(await focused(page));
  }
  assert.equal(new Set(walked).size, walked.length);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-node') === 'd:1');
  await page.keyboard.press('Enter');
  await page.getByRole('complementary').getByRole('region', { name: 'Changes of this day' }).waitFor();
  await assertAccessible(page);
});

test('a change is moved by a day and stretched by keys, and its signature says both', async () => {
  const { page, block } = await openMovable();
  await block.focus();
  const label = (await block.locator(':scope > .tg-hidden').textContent()) ?? '';
  await page.keyboard.press('Alt+ArrowLeft');
  await note(page)
    .getByText(/waiver|agree as well|in the way|No window/)
    .waitFor();
  await page.keyboard.press('Shift+Alt+ArrowDown');
  await note(page)
    .getByText(/instead of/)
    .waitFor();
  await page.keyboard.press('Enter');
  await dialog(page)
    .getByText(/instead of/)
    .waitFor();
  await dialog(page)
    .getByText(/Stay as they are|would be void/)
    .waitFor();
  await assertAccessible(page);
  await dialog(page).getByRole('button', { name: 'Sign move' }).click();
  await page.getByText(/^Moved to /).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The move was undone.').waitFor();
  await page.getByRole('button', { name: label, exact: true }).waitFor();
});

test('Escape leaves a change where it was', async () => {
  const { page, block } = await openMovable();
  await block.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await note(page).waitFor();
  await page.keyboard.press('Escape');
  await note(page).waitFor({ state: 'hidden' });
  assert.equal(await page.getByRole('dialog').count(), 0);
});

test('a change is dragged to another day, and its lower edge stretches it', async () => {
  const { page, block } = await openMovable();
  const box = await block.boundingBox();
  assert.ok(box);
  const x = box.x + 12;
  await page.mouse.move(x, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(x - 100, box.y - 20, { steps: 5 });
  await page.mouse.move(x - 200, box.y - 40, { steps: 5 });
  await note(page)
    .getByText(/Low|Moderate|High|Critical/)
    .waitFor();
  await page.mouse.up();
  await dialog(page).getByRole('button', { name: 'Leave it' }).click();
  await dialog(page).waitFor({ state: 'hidden' });
  const edge = await block.locator('[data-edge]').boundingBox();
  assert.ok(edge);
  await page.mouse.move(edge.x + 12, edge.y + 4);
  await page.mouse.down();
  await page.mouse.move(edge.x + 12, edge.y - 60, { steps: 6 });
  await page.mouse.move(edge.x + 12, edge.y + 60, { steps: 6 });
  await note(page).waitFor();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await note(page).waitFor({ state: 'hidden' });
});

test('a change that is held at the end of the week, or moved past it by keys, goes on into the next', async () => {
  const { page, block } = await openMovable();
  await block.focus();
  const week = page.url();
  for (let day = 0; day < 7; day += 1) await page.keyboard.press('Alt+ArrowRight');
  await page.waitForFunction((left) => location.href !== left, week);
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-node') === 'd:0');
  await page.locator('.tg-wghost').waitFor();
  await page.keyboard.press('Enter');
  await dialog(page).waitFor();
  await page.keyboard.press('Escape');

  const { page: other, block: dragged } = await openMovable();
  const from = other.url();
  const box = await dragged.boundingBox();
  const end = await other.locator('.tg-week-stage').boundingBox();
  assert.ok(box && end);
  await other.mouse.move(box.x + 12, box.y + 8);
  await other.mouse.down();
  await other.mouse.move(end.x + end.width - 4, box.y + 8, { steps: 6 });
  await other.waitForFunction((left) => location.href !== left, from);
  await other.mouse.move(end.x + end.width / 2, box.y + 8, { steps: 4 });
  await other.locator('.tg-wghost').waitFor();
  await other.mouse.up();
  await dialog(other).waitFor();
});

test('a window is drawn by keys and by dragging over the hours, with the place’s own times', async () => {
  const page = await openWeek('&week=2026-W24');
  await page.locator('.tg-whead').nth(2).focus();
  await page.keyboard.press('n');
  await page.getByText(/^New window: Wed 10 Jun, 09:00 to Wed 10 Jun, 10:00/).waitFor();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.getByText(/^New window: Thu 11 Jun, 09:00 to Thu 11 Jun, 10:15/).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/edit=new.*start=2026-06-11T09(:|%3A)00.*end=2026-06-11T10(:|%3A)15/);
  await page.goBack();
  const hours = page.locator('.tg-week-stage');
  await hours.waitFor();
  await atRest(page);
  const box = await hours.boundingBox();
  const seen = await stage(page).boundingBox();
  assert.ok(box && seen);
  const x = box.x + (box.width / 7) * 5.95; // beside the work, where a column keeps room
  await page.mouse.move(x, seen.y + seen.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(x, seen.y + seen.height * 0.6, { steps: 4 });
  await page.mouse.move(x, seen.y + seen.height * 0.7, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL(/edit=new.*start=2026-06-13/);
});

test('the night the clocks go back has twenty-five hours, and says so', async () => {
  const page = await openWeek('&week=2026-W43');
  const heights = await page
    .locator('.tg-wday')
    .evaluateAll((days) => days.map((day) => day.querySelectorAll('.tg-wday-void').length));
  assert.deepEqual(heights, [1, 1, 1, 1, 1, 1, 0]);
  await page.getByText('The clocks go back 1 h.', { exact: true }).waitFor();
  await page.getByRole('button', { name: /Sun 25 Oct.*the clocks go back 1 h/ }).waitFor();
  await becomes(() => page.locator('.tg-wday-clock').allInnerTexts(), ['00:00', '01:00', '02:00']);
});

test('keys switch the views and step through time, and leave fields alone', async () => {
  const page = await openWeek('&week=2026-W24');
  await page.keyboard.press(']');
  await page.waitForURL(/week=2026-W25/);
  await page.keyboard.press('PageUp');
  await page.waitForURL(/week=2026-W24/);
  await page.keyboard.press('d');
  await page.waitForURL((url) => !url.hash.includes('2026-W24'));
  await page.keyboard.press('m');
  await page.getByRole('grid', { name: 'Days of the month' }).waitFor();
  await page.keyboard.press('w');
  await stage(page).waitFor();
  await page.keyboard.press('f');
  await page.getByRole('complementary', { name: 'Find a slot' }).waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('button', { name: 'Go to date' }).click();
  await page.getByLabel('Day', { exact: true }).fill('10 Jun 2026');
  await page.keyboard.press('Enter');
  await page.waitForURL(/week=2026-W24/);
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).getByText('Find a slot').waitFor();
});
