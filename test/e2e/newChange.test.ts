import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { assertAccessible } from '../support/axe.ts';
import { becomes } from '../support/becomes.ts';
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

async function openForm(): Promise<Page> {
  const { page } = await openPage(browser, host.address);
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'New change' }).click();
  await page.getByRole('textbox', { name: 'Title' }).waitFor();
  return page;
}

async function choose(page: Page, field: 'Services' | 'Sites', option: RegExp): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${field}: `) }).click();
  await page.getByRole('option', { name: option }).first().click();
  await page.keyboard.press('Escape');
  await page.getByRole('option').first().waitFor({ state: 'hidden' });
}

test('the form answers back: score, free slots, and what is still to be written', async () => {
  const page = await openForm();
  const answers = page.getByRole('complementary', { name: 'What this means' });
  await answers.getByRole('region', { name: 'Still to write' }).getByRole('button', { name: 'Title' }).waitFor();
  await choose(page, 'Services', /Invoicing/);
  await answers.getByRole('list', { name: 'Free slots' }).getByRole('button').first().click();
  await page.getByRole('textbox', { name: /^Start/ }).waitFor();
  await page.waitForFunction(() =>
    /\d{4}, \d\d:\d\d/.test(document.querySelector<HTMLInputElement>('#field-timing input')?.value ?? ''),
  );
  await assertAccessible(page);
});

test('what is unfinished leads to its field, in its own words', async () => {
  const page = await openForm();
  await page.getByRole('button', { name: 'Way back: steps' }).click();
  await page.waitForFunction(() => document.activeElement?.closest('.tg-spot')?.id === 'field-plans-rollback-steps');
  await page.getByRole('button', { name: 'Sign and submit' }).click();
  await page.waitForFunction(() => document.activeElement?.closest('.tg-spot')?.id === 'field-title');
});

test('a draft is kept while it is written and found again after a reload', async () => {
  const page = await openForm();
  await page.getByRole('textbox', { name: 'Title' }).fill('Kept while I fetch coffee');
  await page.getByText('Draft kept here.').waitFor();
  const address = page.url();
  await page.evaluate(() => void (location.hash = '#/today'));
  await page
    .getByRole('region', { name: 'Your changes' })
    .getByRole('link', { name: /^Kept while I fetch coffee/ })
    .click();
  await page.getByRole('textbox', { name: 'Title' }).waitFor();
  await page.goto(address);
  await page.reload();
  await page.getByRole('link', { name: 'Go on with “Kept while I fetch coffee”' }).click();
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('#field-title input')?.value === 'Kept while I fetch coffee',
  );
  await page.getByRole('button', { name: 'Discard draft' }).click();
  await page.getByRole('heading', { name: 'Changes', level: 1 }).waitFor();
});

test('a time is typed as people write it, by the clock of the place', async () => {
  const page = await openForm();
  const start = page.getByRole('textbox', { name: /^Start/ });
  await start.fill('31 Nov 2026 18:00');
  await page.getByText('A day and a time, such as 27 Nov 2026, 18:00.').waitFor();
  await start.fill('4/12/2026 18:00');
  await start.blur();
  await becomes(() => start.inputValue(), 'Fri 4 Dec 2026, 18:00');
});

test('a new change is signed, submitted and stands on the board', async () => {
  const page = await openForm();
  await page.getByRole('textbox', { name: 'Title' }).fill('Second till printer for the Leeds desk');
  await choose(page, 'Services', /Invoicing/);
  await page.getByRole('list', { name: 'Free slots' }).getByRole('button').first().click();
  for (const field of [
    'Why',
    'Implementation',
    'Validation',
    'Communication',
    'Manual fallback',
    'Steps back',
    'Signs that trigger it',
  ]) {
    await page.getByRole('textbox', { name: field, exact: true }).fill(`${field}: written for the test.`);
  }
  await page.getByText('Everything that is asked for is written.').waitFor();
  await page.getByRole('button', { name: 'Sign and submit' }).click();
  await page.getByText('Change signed. Sends in 8 s.').waitFor();
  await page.getByRole('heading', { name: 'Second till printer for the Leeds desk', level: 1 }).waitFor();
  assert.match(page.url(), /#\/change\/CHG-\d{4}-/);
  await page.getByRole('tab', { name: /^Evidence 0\/\d/, selected: true }).waitFor();
});

test('trying one slot after another does not agree to the days between them', async () => {
  const page = await openForm();
  await choose(page, 'Services', /Invoicing/);
  const slots = page.getByRole('list', { name: 'Free slots' }).getByRole('button');
  const agreed = async (): Promise<string[]> => [
    await page.getByRole('textbox', { name: /^Earliest start/ }).inputValue(),
    await page.getByRole('textbox', { name: /^Start/ }).inputValue(),
  ];
  const areOneAndNot = (other: string) => async () => {
    const [earliest, start] = await agreed();
    return earliest === start && start !== other;
  };
  await slots.nth(0).click();
  await becomes(areOneAndNot(''), true);
  const [, first = ''] = await agreed();
  await slots.nth(2).click();
  await becomes(areOneAndNot(first), true);
});

test('work can go site by site: a phase has a name and its sites', async () => {
  const page = await openForm();
  await choose(page, 'Sites', /Leeds/);
  await page.getByRole('textbox', { name: 'Name of the next phase' }).fill('Pilot');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Sites of Pilot: Leeds/ }).waitFor();
  await page.getByRole('textbox', { name: 'Name of the next phase' }).fill('Pilot');
  await page.getByText('A phase has this name already.').waitFor();
  await assertAccessible(page);
});
