import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Finding {
  readonly rule: string;
  readonly nodes: readonly string[];
}

/** What WCAG 2 AA finds wrong with the page as it stands. */
async function findingsOn(page: Page): Promise<readonly Finding[]> {
  await page.evaluate(source); // evaluated by the debugger, so that the content policy stays as strict as it ships
  return page.evaluate(async (tags) => {
    const { axe } = window as unknown as {
      axe: {
        run: (root: Document, options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.map(({ id, nodes }) => ({
      rule: id,
      nodes: nodes.slice(0, 5).map(({ html }) => html.slice(0, 240)),
    }));
  }, TAGS);
}

/** Holds the page against WCAG 2 AA in light and in dark. */
export async function assertAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.waitForTimeout(250); // colours settle: transitions last 120 ms
    assert.deepEqual(await findingsOn(page), [], `WCAG 2 AA, ${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
