import { after, before, test } from 'node:test';
import type { Browser } from 'playwright';
import { askHost } from '../support/askHost.ts';
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

test('a waiver that waits is found on Today, shows what it lifts, and is signed until it is undone', async (t) => {
  const { duties } = await askHost(host.address, 'today.read', {});
  const waits = duties.find(({ what }) => what === 'cosign');
  if (waits === undefined) return t.skip('on this day no planned work of the sample meets a freeze');
  const { page } = await openPage(browser, host.address);
  await page
    .getByRole('region', { name: 'Waits for you' })
    .getByRole('link', { name: new RegExp(waits.title) })
    .first()
    .click();
  const waivers = page.getByRole('region', { name: 'Waivers' });
  await waivers.getByText('Waits for signatures', { exact: true }).waitFor();
  await assertAccessible(page);
  await waivers.getByRole('button', { name: 'Sign the waiver…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign the waiver' });
  await dialog.getByText('Lifts once').waitFor();
  await assertAccessible(page);
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByText(/^Waiver signed\. Sends in 8 s\./).waitFor();
  await waivers.getByRole('button', { name: 'Sign the waiver…' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await waivers.getByRole('button', { name: 'Sign the waiver…' }).waitFor();
  return undefined;
});
