import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { atRest } from './browser.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const everyRule = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
/** The dark face differs from the light one in colours alone, so of those rules these alone may answer otherwise. */
const rulesOfColour = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

interface Finding {
  readonly rule: string;
  readonly nodes: readonly string[];
}

/** What these rules find wrong with the page as it stands. */
async function findingsOn(page: Page, runOnly: typeof everyRule): Promise<readonly Finding[]> {
  // Evaluated by the debugger, so that the content policy stays as strict as it ships.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(async (rules) => {
    const { axe } = window as unknown as {
      axe: {
        run: (root: Document, options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => ({
      rule: id,
      nodes: nodes.slice(0, 5).map(({ html }) => html.slice(0, 240)),
    }));
  }, runOnly);
}

/** Holds the page, once it has come to rest, against WCAG 2 AA in light and in dark. */
export async function assertAccessible(page: Page): Promise<void> {
  for (const [colorScheme, rules] of [
    ['light', everyRule],
    ['dark', rulesOfColour],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }); // colours change at once, not in 120 ms
    await atRest(page);
    assert.deepEqual(await findingsOn(page, rules), [], `WCAG 2 AA, ${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  // The page takes its colours again: what is pressed meanwhile may move from under the pointer.
  await atRest(page);
}
