import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright';
import { assertAccessible } from '../support/axe.ts';
import { becomes } from '../support/becomes.ts';
import { launchChromium, openPage } from '../support/browser.ts';
import { startLoopback, type RunningHost } from '../support/hosts.ts';
import { freeHeight, movable, openTimeline, show } from '../support/timelinePage.ts';

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

test('pinned and folded lanes travel in the address and are there after a reload', async () => {
  const page = await openTimeline(browser, host);
  const pin = page.getByRole('button', { name: /^Pin .* to the top$/ }).nth(3);
  const name = ((await pin.getAttribute('aria-label')) ?? '').replace(/^Pin | to the top$/g, '');
  const kept = page.waitForResponse(
    (response) =>
      response.url().endsWith('/api/view.save') && /pin=.*fold=|fold=.*pin=/.test(response.request().postData() ?? ''),
  );
  await pin.click({ force: true });
  await page.waitForURL(/pin=/);
  await page.getByRole('button', { name: `Fold ${name}`, exact: true }).click();
  await page.waitForURL(/fold=/);
  await kept; // what the desk is to remember is told when the hand rests
  const { page: again } = await openPage(browser, host.address);
  await again.getByRole('link', { name: 'Calendar', exact: true }).click();
  await again.getByRole('button', { name: `Unpin ${name}`, exact: true }).waitFor();
  await again.getByRole('button', { name: `Open ${name}`, exact: true }).waitFor();
  await becomes(() => again.locator('.tg-lane-name').first().innerText(), name);
  await again.getByRole('button', { name: 'Fold all lanes' }).click();
  await again.waitForURL(/fold=\*|fold=%2A/);
  await again.getByRole('searchbox', { name: 'Find a lane' }).fill('no such lane');
  await again.getByText(/No lane has/).waitFor();
  await show(again, 'view=timeline&by=site');
});

for (const by of ['team', 'process']) {
  test(`lanes by ${by} hold the changes and stand up to WCAG 2 AA`, async () => {
    const page = await openTimeline(browser, host, { zoom: 'Month', by });
    await page
      .getByRole('button', { name: /^(Pin|Unpin) / })
      .nth(2)
      .waitFor();
    await page
      .getByRole('button', { name: /Low|Moderate|High|Critical/ })
      .nth(5)
      .waitFor();
    await assertAccessible(page);
  });
}

test('a window is reached by the arrows, says what it is, and opens', async () => {
  const page = await openTimeline(browser, host, { zoom: 'Month' });
  await movable(page).focus();
  await page.keyboard.press('ArrowUp');
  await page.waitForFunction(() =>
    /^(Freeze|Soft freeze|Maintenance|Peak):/.test(document.activeElement?.getAttribute('aria-label') ?? ''),
  );
  await page.locator('.tg-node-card').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash.startsWith('#/windows/'));
});

test('the list moves and stretches by typed times, as far as the signature', async () => {
  const page = await openTimeline(browser, host);
  await show(page, 'view=timeline&zoom=week&by=site&as=list&effects=peak');
  await page
    .getByRole('button', { name: /^Move or stretch / })
    .first()
    .click();
  const form = page.getByRole('dialog', { name: 'Move or stretch' });
  const end = form.getByRole('textbox', { name: /^End/ });
  const shown = await end.inputValue();
  await end.fill(shown.replace(/\d\d:\d\d$/, '23:55'));
  await end.press('Tab');
  await assertAccessible(page);
  await form.getByRole('button', { name: 'See what it means' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign the move' });
  await dialog.getByText(/instead of/).waitFor();
  await dialog.getByRole('button', { name: 'Leave it' }).click();
  await dialog.waitFor({ state: 'hidden' });
});

test('a window is drawn on a lane by pointer and by keys, and starts with the lane', async () => {
  const page = await openTimeline(browser, host, { zoom: 'Week', by: 'process' });
  const stage = page.getByRole('group', { name: /^Changes by process/ });
  const box = await stage.boundingBox();
  assert.ok(box);
  const y = await freeHeight(stage, box.x + 300, box.x + 500);
  await page.mouse.move(box.x + 300, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 500, y, { steps: 6 });
  await page.locator('.tg-drawn').waitFor();
  await page.mouse.up();
  await page.waitForFunction(() => /edit=new.*processes=/.test(location.hash));
  await page.goBack();
  await stage.waitFor();
  await page
    .getByRole('button', { name: /^(Freeze|Soft freeze|Maintenance|Peak):/ })
    .first()
    .focus();
  await page.keyboard.press('n');
  await page.waitForFunction(() => /edit=new.*processes=/.test(location.hash));
});
