import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright';
import { assertAccessible } from '../support/axe.ts';
import { becomes } from '../support/becomes.ts';
import { launchChromium, openPage } from '../support/browser.ts';
import { startLoopback, type RunningHost } from '../support/hosts.ts';
import { nextYear, said } from '../support/nextYear.ts';

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

let opened = 0;
/** Under an address of its own each time: the edits of an earlier test are kept, and are not this one's to go on with. */
async function openEditor(query = ''): Promise<Page> {
  const { page } = await openPage(browser, host.address);
  const own = `${query}&test=${(opened += 1)}`;
  await page.evaluate((asked) => (location.hash = `#/windows?edit=new&zone=Europe/Paris${asked}`), own);
  await page.getByRole('heading', { level: 1, name: 'New window' }).waitFor();
  return page;
}
const meaning = (page: Page) => page.getByRole('complementary', { name: 'What it means' });
const occurrences = (page: Page) => meaning(page).getByRole('region', { name: 'Next occurrences' });

/** Goes to a control as somebody without a mouse does. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let step = 0; step < 120; step++) {
    if (
      await control.evaluate(
        (element) => element === document.activeElement || element.contains(document.activeElement),
      )
    )
      return;
    await page.keyboard.press('Tab');
  }
  assert.fail('no Tab leads there');
}

/** Opens a select and chooses by its first letters. */
async function pick(page: Page, select: Locator, letters: string): Promise<void> {
  await tabTo(page, select);
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.type(letters);
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
}

test('a month-end close with French holidays is drawn and proposed by keyboard alone', async () => {
  const page = await openEditor();
  await tabTo(page, page.getByRole('textbox', { name: 'Title' }));
  await page.keyboard.type('Close of the French books');
  await tabTo(page, page.getByRole('radiogroup', { name: 'How much it covers' }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('radiogroup', { name: 'How often' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await pick(page, page.getByRole('button', { name: /Begins: unit/ }), 'mon');
  await pick(page, page.getByRole('button', { name: /Begins: which one/ }), 'second-');
  await page.getByText('Every month on the second-last business day at 00:00.').waitFor();
  await tabTo(page, page.getByRole('radiogroup', { name: 'Ends' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await page.getByText(/^Until the end of the fifth business day\./).waitFor();
  await tabTo(page, page.getByRole('radiogroup', { name: 'Holidays' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: /^Country/ }));
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox').waitFor();
  await page.keyboard.type('France');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText(/^France: \d+ days off, written in through \w{3} 31 Dec 20\d\d/).waitFor();
  await occurrences(page).getByRole('listitem').nth(9).waitFor();
  await assertAccessible(page);
  await tabTo(page, page.getByRole('button', { name: 'Propose…' }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Propose Close/ });
  await dialog.getByText(/holidays \(France\) are not counted/).waitFor();
  await tabTo(page, dialog.getByRole('button', { name: 'Sign proposal' }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Close of the French books' }).waitFor();
  await page.getByText(/Every month on the second-last business day at 00:00, until the end of the fifth/).waitFor();
});

test('an occurrence is skipped, restored, and another one moved; Ctrl+Z takes it back', async () => {
  const page = await openEditor();
  await page.getByText('Everything: every service at every site, for everyone').click();
  await page.getByRole('radio', { name: 'Repeats' }).click();
  const list = occurrences(page);
  await list.getByRole('listitem').nth(9).waitFor();
  await list.getByRole('button', { name: /^Skip/ }).first().click();
  await list.getByText('Skipped').waitFor();
  await page
    .getByRole('group', { name: 'Single times that differ' })
    .getByText(/^Not on/)
    .waitFor();
  await list.getByRole('button', { name: /^Restore/ }).click();
  await list.getByText('Skipped').waitFor({ state: 'detached' });
  await list.getByRole('button', { name: /^Move/ }).nth(1).click();
  const start = list.getByRole('textbox', { name: /^From/ });
  const shown = await start.inputValue();
  await start.focus();
  await page.keyboard.press('ArrowUp');
  await becomes(async () => (await start.inputValue()) !== shown, true);
  await list.getByRole('textbox', { name: /^To/ }).focus();
  await page.keyboard.press('ArrowUp');
  await list.getByRole('button', { name: 'Move it' }).click();
  await list.getByText(/^Moved from/).waitFor();
  await page.getByRole('heading', { level: 2, name: 'When' }).click();
  await page.keyboard.press('Control+z');
  await list.getByText(/^Moved from/).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Redo' }).click();
  await list.getByText(/^Moved from/).waitFor();
});

test('a series keeps its time while its first day is rewritten', async () => {
  const page = await openEditor();
  await page.getByText('Everything: every service at every site, for everyone').click();
  await page.getByRole('radio', { name: 'Repeats' }).click();
  const time = page.getByRole('textbox', { name: /^Begins, time/ });
  await time.fill('12:30');
  await time.press('Tab');
  const day = page.getByRole('textbox', { name: 'Begins: first day' });
  await day.fill('');
  await day.press('Tab');
  await meaning(page).getByText('Say from which day on it repeats.').waitFor();
  await day.fill(`1 Mar ${nextYear}`);
  await day.press('Tab');
  await page.getByText(/^Every week on \w+day at 12:30\.$/).waitFor();
});

test('choices show at once, and what is signed names every site', async () => {
  const page = await openEditor(`&start=${nextYear}-06-01T00:00&end=${nextYear}-06-02T00:00`);
  await page.getByRole('textbox', { name: 'Title' }).fill('Every site by name');
  await page.getByText('Only what is listed').click();
  await page.getByRole('button', { name: 'Only some sites' }).click();
  const options = page.getByRole('option');
  await options.nth(7).waitFor();
  for (const option of await options.all()) await option.click();
  await page.keyboard.press('Escape');
  await meaning(page)
    .getByText(/and \d+ more\.$/)
    .waitFor();
  await page.getByRole('button', { name: 'Propose…' }).click();
  await page
    .getByRole('dialog', { name: /^Propose/ })
    .getByText(/^Sites \(8\):.*Sydney Haymarket store$/)
    .waitFor();
});

const labourDay = said(`${nextYear}-05-01`);
test('dates are pasted, and lines that are none are named', async () => {
  const page = await openEditor();
  await page.getByRole('radio', { name: 'On dates' }).click();
  await page.getByRole('button', { name: 'Paste dates…' }).click();
  await page
    .getByRole('textbox', { name: 'Dates, one a line' })
    .fill(`${nextYear}-12-24 18:00 - ${nextYear}-12-27 06:00 Christmas\n1 May ${nextYear} Labour Day\nsome Tuesday`);
  await page.getByText('line 3').waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Add 2 dates' }).click();
  await page.getByText('2 dates, in order').waitFor();
  await page.getByText('Labour Day').waitFor();
  await page.getByRole('button', { name: new RegExp(`^Edit ${labourDay}`) }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Day of work');
  await page.getByRole('button', { name: 'Keep it so' }).click();
  await page.getByText('Day of work').waitFor();
  await page.getByRole('button', { name: new RegExp(`^Remove ${labourDay}`) }).click();
  await page.getByText('1 date, in order').waitFor();
});

test('a fiscal close says its next ends and the 53rd week', async () => {
  const page = await openEditor();
  await page.getByText('Everything: every service at every site, for everyone').click();
  await page.getByRole('radio', { name: 'Around fiscal closes' }).click();
  const firstEnd = await page
    .getByRole('listitem')
    .filter({ hasText: /^Sat \d+ \w{3} \d{4} \d weeks$/ })
    .first()
    .innerText();
  const daysAway = (Date.parse(`${firstEnd.replace(/ \d weeks$/, '')} UTC`) - Date.now()) / 86_400_000;
  assert.ok(daysAway > -2 && daysAway < 37, `${firstEnd} is the end of a period of four or five weeks`);
  await page.getByText(/has a 53rd week/).waitFor();
  await page.getByRole('radio', { name: 'Every quarter' }).click();
  await page.getByText('The next quarters end on').waitFor();
  await occurrences(page).getByRole('listitem').nth(5).waitFor();
  await assertAccessible(page);
});

test('what is not signed survives a reload, and leaving asks', async () => {
  const page = await openEditor(`&start=${nextYear}-03-01T00:00&end=${nextYear}-03-02T00:00`);
  const kept = page.waitForResponse(
    (response) =>
      response.url().endsWith('/api/view.save') && response.request().postData()?.includes('Half a thought') === true,
  );
  await page.getByRole('textbox', { name: 'Title' }).fill('Half a thought');
  await kept;
  await page.reload();
  await page.getByText(/Your edits of .* are here again/).waitFor();
  await becomes(() => page.getByRole('textbox', { name: 'Title' }).inputValue(), 'Half a thought');
  await page.getByRole('link', { name: 'Changes', exact: true }).click();
  const ask = page.getByRole('alertdialog', { name: 'Leave without signing?' });
  await ask.getByRole('button', { name: 'Go on editing' }).click();
  await becomes(() => page.getByRole('textbox', { name: 'Title' }).inputValue(), 'Half a thought');
  await page.getByRole('link', { name: 'Changes', exact: true }).click();
  await ask.getByRole('button', { name: 'Discard edits' }).click();
  await page.waitForFunction(() => location.hash.startsWith('#/changes'));
});

test('a ready-made window opens filled in and says so; a window is duplicated', async () => {
  const page = await openEditor('&suggestion=month-end-close&country=FR');
  await page.getByText(/^Ready-made:/).waitFor();
  await becomes(async () => (await page.getByRole('textbox', { name: 'Title' }).inputValue()) !== '', true);
  await page.getByRole('button', { name: 'Start empty instead' }).click();
  await page.getByText(/^Ready-made:/).waitFor({ state: 'detached' });
  await becomes(() => page.getByRole('textbox', { name: 'Title' }).inputValue(), '');
  await page.getByRole('link', { name: 'Windows', exact: true }).click();
  await page.getByRole('link', { name: 'Christmas peak' }).click();
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await page.getByText(/^A copy of/).waitFor();
  await becomes(() => page.getByRole('textbox', { name: 'Title' }).inputValue(), 'Christmas peak (copy)');
});
