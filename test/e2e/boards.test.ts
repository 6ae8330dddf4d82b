import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright';
import { runGit } from '../../electron/git/runGit.ts';
import { askHost } from '../support/askHost.ts';
import { assertAccessible } from '../support/axe.ts';
import { becomes, pressOn } from '../support/becomes.ts';
import { launchChromium, openPage } from '../support/browser.ts';
import type { Cleaner } from '../support/gitServer.ts';
import { httpRemote, type HttpRemote } from '../support/gitServerHttp.ts';
import { startLoopback, type RunningHost } from '../support/hosts.ts';
import { newBoard } from '../support/newBoard.ts';

let browser: Browser;
let founder: RunningHost;
let newcomer: RunningHost;
let fingerprint: string;
/** A real server that asks for a login; the hosts' own HOME has a credential helper that may know it. */
let remote: HttpRemote;
const login = { user: 'ines', password: 'fish-and-chips' };
const cleanings: (() => unknown)[] = [];

before(async () => {
  const cleaner = { after: (clean: () => unknown) => void cleanings.push(clean) };
  remote = await httpRemote(cleaner as Cleaner, { login, known: false });
  browser = await launchChromium();
  [founder, newcomer] = await Promise.all([startLoopback(), startLoopback()]);
  const made = await askHost(founder.address, 'boards.create', newBoard);
  fingerprint = made.rootKey.fingerprint;
  await askHost(founder.address, 'boards.open', { name: made.name });
});
after(async () => {
  await browser?.close();
  await founder?.close();
  await newcomer?.close();
  for (const clean of cleanings) await clean();
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
  await dialog.getByRole('textbox', { name: 'Git address' }).fill(remote.address);
  await page.mouse.click(4, 4); // beside it: what was typed stays
  await assertAccessible(page);
  await pressOn(dialog.getByRole('button', { name: 'Publish' }), 'Enter');
  await dialog.getByText('The server did not accept your login.', { exact: false }).waitFor();
  await assertAccessible(page);
  remote.logIn(login);
  await pressOn(dialog.getByRole('button', { name: 'Publish' }), 'Enter');
  await pressOn(dialog.getByRole('button', { name: 'Done' }), 'Enter');
  await page.getByText('All sent', { exact: true }).waitFor();
  assert.match((await runGit(remote.folder, ['rev-parse', 'main'])).stdout.toString(), /^[0-9a-f]{40}/);
});

test('it is joined by its address: fetched, checked, held against the fingerprint, and opened', async () => {
  const page = await open(newcomer, 'Brackwater Group');
  await pressOn(boardMenu(page, 'Brackwater Group'), 'Enter');
  await pressOn(page.getByRole('menuitem', { name: 'Join by Git address…' }), 'Enter');
  const asks = page.getByRole('dialog', { name: 'Join a board by Git address' });
  await asks.getByRole('textbox', { name: 'Git address' }).fill(remote.address);
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
  const said = await sixWords(asking);
  await assertAccessible(asking);
  await sync(asking);

  const admin = await hearing();
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

test('a lost key: six words from the new one, and one signature lets it in and takes the old one out', async () => {
  const losing = await open(newcomer, 'Harbour Foods', 'People');
  await losing.getByRole('button', { name: 'I lost my key…' }).click();
  const asks = losing.getByRole('dialog', { name: 'Replace a lost key' });
  await pressOn(asks.getByRole('button', { name: /The key you lost/ }), 'Enter');
  await pressOn(losing.getByRole('option', { name: /^Work laptop/ }), 'Enter');
  await asks.getByRole('textbox', { name: 'What this key is called' }).fill('New laptop');
  await assertAccessible(losing);
  await pressOn(asks.getByRole('button', { name: 'Sign and ask' }), 'Enter');
  const said = await sixWords(losing);
  await sync(losing);

  const admin = await hearing();
  const hears = admin.getByRole('dialog', { name: 'Let Nora Lind in' });
  await hears.getByRole('textbox', { name: /^Six words/ }).fill(said);
  await hears.getByRole('checkbox', { name: /^Revoke the lost key “Work laptop”/, checked: true }).waitFor();
  await pressOn(hears.getByRole('button', { name: 'Sign and let in' }), 'Enter');
  await hears.waitFor({ state: 'detached' });
  await sync(admin);

  await sync(losing);
  await losing.getByRole('link', { name: 'People', exact: true }).click();
  await losing.getByRole('region', { name: 'Members' }).getByText('Nora Lind').first().click();
  const keys = losing.getByRole('listitem');
  await keys.filter({ hasText: 'Work laptop' }).filter({ hasText: 'Revoked' }).first().waitFor();
  await keys.filter({ hasText: 'New laptop' }).first().waitFor();
});

test('a pipeline comes in with one key, takes a second one, and gives up the first', async () => {
  const page = await open(founder, 'Harbour Foods', 'People');
  await page.getByRole('button', { name: 'Pipeline…' }).click();
  const comes = page.getByRole('dialog', { name: 'A pipeline as a member' });
  await comes.getByRole('textbox', { name: 'Name', exact: true }).fill('Deploy');
  await comes.getByRole('textbox', { name: 'Short name' }).fill('deploy');
  await comes.getByRole('button', { name: 'Make a key pair' }).click();
  const first = comes.getByRole('textbox', { name: 'Its public key' });
  await comes.getByText(/handed to you as deploy\.key/).waitFor();
  const known = await first.inputValue();
  await pressOn(comes.getByRole('button', { name: 'Sign and let it in' }), 'Enter');
  await page.getByRole('link', { name: 'Deploy', exact: true }).click();
  await pressOn(page.getByRole('button', { name: 'Add a key…' }), 'Enter');
  const adds = page.getByRole('dialog', { name: 'Another key for Deploy' });
  await adds.getByRole('textbox', { name: 'What this key is called' }).fill('Runner in Newark');
  await adds.getByRole('textbox', { name: 'Its public key' }).fill(known);
  await adds.getByText(/^Deploy has this key already/).waitFor();
  await becomes(() => adds.getByRole('button', { name: 'Sign and add the key' }).isDisabled(), true);
  await assertAccessible(page);
  await adds.getByRole('button', { name: 'Make a key pair' }).click();
  await adds.getByText(/^Deploy may sign with the key “Runner in Newark”/).waitFor();
  await pressOn(adds.getByRole('button', { name: 'Sign and add the key' }), 'Enter');
  await pressOn(page.getByRole('button', { name: 'Revoke Pipeline', exact: true }), 'Enter');
  await pressOn(page.getByRole('dialog').getByRole('button', { name: 'Sign the revocation' }), 'Enter');
  const keys = page.getByRole('region', { name: 'Keys' }).getByRole('listitem');
  await keys.filter({ hasText: 'Pipeline' }).getByText('Revoked').waitFor();
  await keys.filter({ hasText: 'Runner in Newark' }).waitFor();
});

/** What somebody who asks to be let in reads out. */
async function sixWords(page: Page): Promise<string> {
  const words = page.getByRole('list', { name: 'Six words' }).getByRole('listitem');
  await words.nth(5).waitFor();
  return (await words.allInnerTexts()).join(' ');
}

/** The admin, with the one request in front of them. */
async function hearing(): Promise<Page> {
  const admin = await open(founder, 'Harbour Foods');
  await sync(admin);
  const people = admin.getByRole('navigation').getByRole('link', { name: /^People/ });
  await people.click(); // with the number of those who ask
  await admin.getByRole('button', { name: 'Hear and let in…' }).click();
  return admin;
}

test('a remote that refuses or has gone is said on the page and in the bar, and its return as well', async () => {
  const page = await open(newcomer, 'Harbour Foods', 'Ledger');
  const part = page.getByRole('region', { name: 'Sync' });
  const mark = page.getByRole('banner').getByRole('link', { name: /^(Offline|The remote refuses)$/ });
  const refusals = [
    { wrong: () => remote.logIn(null), right: () => remote.logIn(login), words: /did not accept your login/ },
    { wrong: () => renameSync(remote.folder, `${remote.folder}.aside`), right: bringBack, words: /Check the address/ },
    { wrong: remote.down, right: remote.up, words: /The shared repository cannot be reached/ },
  ];
  for (const { wrong, right, words } of refusals) {
    await wrong();
    await syncUntil(page, part.getByText(words));
    await mark.waitFor();
    await right();
    await syncUntil(page, part.getByText('Level', { exact: true }));
    await mark.waitFor({ state: 'detached' });
  }
});

/** Asks for rounds until one shows this: one that was on its way already may end as if nothing had happened. */
async function syncUntil(page: Page, seen: Locator): Promise<void> {
  for (let asked = 0; asked < 5; asked += 1) {
    await page.getByRole('button', { name: 'Sync now' }).click();
    const isSeen = seen.waitFor({ timeout: 6_000 }).then(
      () => true,
      () => false,
    );
    if (await isSeen) return;
  }
  await seen.waitFor();
}

function bringBack(): void {
  renameSync(`${remote.folder}.aside`, remote.folder);
}
