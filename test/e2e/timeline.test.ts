import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright';
import { assertAccessible } from '../support/axe.ts';
import { atRest, launchChromium } from '../support/browser.ts';
import { startLoopback, type RunningHost } from '../support/hosts.ts';
import { movable, openTimeline, show, zoomTo } from '../support/timelinePage.ts';

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

test('lanes, ruler and minimap stand up to WCAG 2 AA at every zoom', async () => {
  const page = await openTimeline(browser, host);
  for (const zoom of ['Hour', 'Day', 'Week', 'Month', 'Year']) {
    await zoomTo(page, zoom).click();
    await page.waitForURL(new RegExp(`zoom=${zoom.toLowerCase()}`));
    await page.getByRole('slider').waitFor();
  }
  await zoomTo(page, 'Week').click();
  await assertAccessible(page);
});

test('a change is moved by the keyboard, says what it meets there, is signed, and is undone', async () => {
  const page = await openTimeline(browser, host);
  const bar = movable(page);
  const label = (await bar.getAttribute('aria-label')) ?? '';
  await bar.focus();
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Alt+ArrowRight');
  const note = page.locator('.tg-move-note');
  await note.getByText(/waiver|agree as well|in the way|No window/).waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Sign the move' });
  await dialog.getByText(/Stay as they are|would be void/).waitFor();
  await assertAccessible(page);
  await dialog.getByRole('button', { name: 'Sign move' }).click();
  await page.getByText(/^Moved to /).waitFor();
  await page.waitForFunction(
    (name) => ![...document.querySelectorAll('[aria-label]')].some((node) => node.getAttribute('aria-label') === name),
    label,
  );
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The move was undone.').waitFor();
  await page.getByRole('button', { name: label, exact: true }).first().waitFor();
});

test('Escape leaves a change where it was', async () => {
  const page = await openTimeline(browser, host);
  await movable(page).focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await page.locator('.tg-move-note').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.tg-move-note').waitFor({ state: 'hidden' });
  assert.equal(await page.getByRole('dialog').count(), 0);
});

test('a change that is dragged shows its score beside the pointer and asks for a signature when it is dropped', async () => {
  const page = await openTimeline(browser, host);
  const box = await movable(page).boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width / 2, box.y + 9);
  await page.mouse.down();
  await page.mouse.move(box.x - 60, box.y + 9, { steps: 5 });
  await page.mouse.move(box.x - 120, box.y + 9, { steps: 5 });
  await page
    .locator('.tg-move-note')
    .getByText(/Low|Moderate|High|Critical/)
    .waitFor();
  await page.mouse.up();
  await page.getByRole('dialog', { name: 'Sign the move' }).getByRole('button', { name: 'Leave it' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
});

test('the wheel with Ctrl zooms, arrows walk the changes, and the list holds the same changes', async () => {
  const page = await openTimeline(browser, host);
  const stage = page.getByRole('group', { name: /^Changes by site/ });
  await stage.hover();
  await page.keyboard.down('Control');
  for (let notch = 0; notch < 8; notch += 1) await page.mouse.wheel(0, 100);
  await page.keyboard.up('Control');
  await page.waitForURL(/zoom=month/);
  await zoomTo(page, 'Week').click();
  await page.waitForURL(/zoom=week/);
  await atRest(page);
  await movable(page).focus();
  const first = await page.evaluate(() => document.activeElement?.getAttribute('data-node'));
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction((node) => {
    const now = document.activeElement?.getAttribute('data-node');
    return now !== null && now !== node;
  }, first);
  await page.getByRole('radio', { name: 'List', exact: true }).click();
  const rows = page.getByRole('table', { name: 'Changes and windows in view' }).getByRole('row');
  await rows.nth(3).waitFor();
  await assertAccessible(page);
});

test('lanes without a change step aside, counted, and come back by the same button', async () => {
  const page = await openTimeline(browser, host);
  await show(page, 'view=timeline&by=service');
  await page.getByRole('group', { name: /^Changes by service/ }).waitFor();
  await atRest(page);
  const counted = page.getByRole('button', { name: /^(Show|Hide) \d+ empty lanes?$/ });
  const first = await counted.innerText();
  await counted.click();
  const second = first.startsWith('Hide') ? first.replace('Hide', 'Show') : first.replace('Show', 'Hide');
  await page.getByRole('button', { name: second, exact: true }).waitFor();
  await page.waitForURL(first.startsWith('Hide') ? /lanes=filled/ : /lanes=all/);
  await assertAccessible(page);
  await counted.click();
  await page.getByRole('button', { name: first, exact: true }).waitFor();
});

test('an edge of a change is stretched by the keyboard, and the signature says its old and new length', async () => {
  const page = await openTimeline(browser, host, { zoom: 'Day' });
  await movable(page).focus();
  await page.keyboard.press('Shift+Alt+ArrowRight');
  await page.keyboard.press('Shift+Alt+ArrowRight');
  await page
    .locator('.tg-move-note')
    .getByText(/instead of/)
    .waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Sign the move' });
  await dialog.getByText(/instead of/).waitFor();
  await assertAccessible(page);
  await dialog.getByRole('button', { name: 'Leave it' }).click();
});

test('an edge that is dragged stretches the change, and Escape lets go of it', async () => {
  const page = await openTimeline(browser, host, { zoom: 'Day' });
  const box = await movable(page).boundingBox();
  assert.ok(box);
  // A bar narrower than its shape has the shape beside it, which belongs to what is pressed but not to the bar.
  const end = box.x + (box.width >= 64 ? box.width : box.width - 32) - 1;
  await page.mouse.move(end, box.y + 9);
  await page.mouse.down();
  await page.mouse.move(end + 20, box.y + 9, { steps: 4 });
  await page.mouse.move(end + 40, box.y + 9, { steps: 4 });
  await page
    .locator('.tg-move-note')
    .getByText(/instead of/)
    .waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.tg-move-note').waitFor({ state: 'hidden' });
  await page.mouse.up();
  assert.equal(await page.getByRole('dialog').count(), 0);
});
