import assert from 'node:assert/strict';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { runGit } from '../../electron/git/runGit.ts';
import { askHost } from '../support/askHost.ts';
import { assertAccessible } from '../support/axe.ts';
import { becomes, pressOn } from '../support/becomes.ts';
import { launchChromium, openPage } from '../support/browser.ts';
import { startLoopback, type RunningHost } from '../support/hosts.ts';
import { newBoard } from '../support/newBoard.ts';

let browser: Browser;
let founder: RunningHost;
let newcomer: RunningHost;
let fingerprint: string;
const remote = mkdtempSync(join(tmpdir(), 'tidegate remote '));

before(async () => {
  browser = await launchChromium();
  [founder, newcomer] = await Promise.all([startLoopback(), startLoopback()]);
  await runGit(remote, ['init', '--quiet', '--bare', '--initial-branch=main', '.']);
  const made = await askHost(founder.address, 'boards.create', newBoard);
  fingerprint = made.rootKey.fingerprint;
  await askHost(founder.address, 'boards.open', { name: made.name });
});
after(async () => {
  await browser?.close();
  await founder?.close();
  await newcomer?.close();
  rmSync(remote, { recursive: true, force: true, maxRetries: 5 });
});

const boardMenu = (page: Page, title: string) => page.getByRole('banner').getByRole('button', { name: title });

async function open(host: RunningHost, title: string, link?: string): Promise<Page> {
  const { page } = await openPage(browser, host.address);
  await boardMenu(page, title).waitFor();
  if (link !== undefined) await page.getByRole('link', { name: link, exact: true }).click();
  return page;
}

/** Sends and fetches now instead of when it is time, and waits until both lines are level. */
async function sync(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Ledger', exact: true }).click();
  await page.getByRole('button', { name: 'Sync now' }).click();
  await page.getByRole('region', { name: 'Sync' }).getByText('Level', { exact: true }).waitFor();
  await page.getByText('All sent', { exact: true }).waitFor();
}

test('a founded board is published to an empty repository', async () => {
  const page = await open(founder, 'Harbour Foods');
  await pressOn(boardMenu(page, 'Harbour Foods'), 'Enter');
  await pressOn(page.getByRole('menuitem', { name: 'Publish this board…' }), 'Enter');
  const dialog = page.getByRole('dialog', { name: 'Publish this board' });
  await dialog.getByRole('textbox', { name: 'Git address' }).fill(remote);
  await assertAccessible(page);
  await pressOn(dialog.getByRole('button', { name: 'Publish' }), 'Enter');
  await pressOn(dialog.getByRole('button', { name: 'Done' }), 'Enter');
  await page.getByText('All sent', { exact: true }).waitFor();
  assert.match((await runGit(remote, ['rev-parse', 'main'])).stdout.toString(), /^[0-9a-f]{40}/);
});

test('it is joined by its address: fetched, checked, held against the fingerprint, and opened', async () => {
  const page = await open(newcomer, 'Brackwater Group');
  await pressOn(boardMenu(page, 'Brackwater Group'), 'Enter');
  await pressOn(page.getByRole('menuitem', { name: 'Join by Git address…' }), 'Enter');
  const asks = page.getByRole('dialog', { name: 'Join a board by Git address' });
  await asks.getByRole('textbox', { name: 'Git address' }).fill(remote);
  const root = asks.getByRole('textbox', { name: /^Fingerprint of its root key/ });
  await root.fill('SHA256:too-short');
  await asks.getByText('A fingerprint is SHA256: and 43 characters.').waitFor();
  await becomes(() => asks.getByRole('button', { name: 'Fetch and check' }).isDisabled(), true);
  await assertAccessible(page);
  await root.fill('');
  await pressOn(asks.getByRole('button', { name: 'Fetch and check' }), 'Enter');
  const found = page.getByRole('dialog', { name: 'Join Harbour Foods' });
  await found.getByText(fingerprint, { exact: true }).waitFor();
  await found.getByText('Ines Martel', { exact: false }).first().waitFor();
  await assertAccessible(page);
  await pressOn(found.getByRole('button', { name: 'Yes, it is the same: join' }), 'Enter');
  await boardMenu(page, 'Harbour Foods').waitFor();
  // A reader is offered nothing that would not count, and a form that the address names says why.
  await page.getByRole('link', { name: 'Windows', exact: true }).click();
  await page.getByRole('button', { name: 'Export…' }).waitFor();
  await becomes(() => page.getByRole('button', { name: /^(New window|Ready-made…|Import…)$/ }).count(), 0);
  await page.keyboard.press('n');
  await page.getByText('You cannot ask for changes here.').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Ask to be let in' }).last().waitFor();
  await assertAccessible(page);
});

test('a newcomer reads out six words; the admin hears them and lets the key in', async () => {
  const asking = await open(newcomer, 'Harbour Foods', 'People');
  await asking.getByRole('button', { name: 'Ask to be let in…' }).click();
  const ask = asking.getByRole('dialog', { name: 'Ask to be let in' });
  await ask.getByRole('textbox', { name: 'Your name' }).fill('Nora Lind');
  await ask.getByRole('textbox', { name: 'What this key is called' }).fill('Work laptop');
  await assertAccessible(asking);
  await ask.getByRole('button', { name: 'Sign and ask' }).click();
  const words = asking.getByRole('list', { name: 'Six words' }).getByRole('listitem');
  await words.nth(5).waitFor();
  const said = (await words.allInnerTexts()).join(' ');
  await assertAccessible(asking);
  await sync(asking);

  const admin = await open(founder, 'Harbour Foods');
  await sync(admin);
  await admin
    .getByRole('navigation')
    .getByRole('link', { name: /^People/ })
    .click(); // with the number of those who ask
  await admin.getByRole('button', { name: 'Hear and let in…' }).click();
  const hears = admin.getByRole('dialog', { name: 'Let Nora Lind in' });
  const heard = hears.getByRole('textbox', { name: /^Six words/ });
  await heard.fill('abandon ability able about above absent');
  await hears.getByText(/These are not the words of this key\./).waitFor();
  await becomes(() => hears.getByRole('button', { name: 'Sign and let in' }).isDisabled(), true);
  await heard.fill(said);
  await hears.getByText('They are the words of this key.').waitFor();
  await assertAccessible(admin);
  await hears.getByRole('button', { name: 'Sign and let in' }).click();
  await admin.getByRole('region', { name: 'Members' }).getByText('Nora Lind').first().waitFor();
  await sync(admin);

  await sync(asking);
  await asking.getByRole('link', { name: 'People', exact: true }).click();
  await asking.getByRole('button', { name: 'I lost my key…' }).waitFor();
  await asking.getByRole('region', { name: 'Your request' }).waitFor({ state: 'detached' });
});

test('a remote that has gone is said in the bar, and its return as well', async () => {
  const page = await open(newcomer, 'Harbour Foods', 'Ledger');
  const aside = `${remote} aside`;
  renameSync(remote, aside);
  await page.getByRole('button', { name: 'Sync now' }).click();
  const mark = page.getByRole('banner').getByRole('link', { name: /^(Offline|The remote refuses)$/ });
  await mark.waitFor();
  await assertAccessible(page);
  renameSync(aside, remote);
  await page.getByRole('button', { name: 'Sync now' }).click();
  await mark.waitFor({ state: 'detached' });
  await page.getByRole('region', { name: 'Sync' }).getByText('Level', { exact: true }).waitFor();
});
