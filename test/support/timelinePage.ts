import type { Browser, Locator, Page } from 'playwright';
import { atRest, openPage } from './browser.ts';
import type { RunningHost } from './hosts.ts';

/** The timeline of the sample board around now, at rest. */
export async function openTimeline(
  browser: Browser,
  host: RunningHost,
  { zoom = 'Week', by = 'site' }: { readonly zoom?: string; readonly by?: string } = {},
): Promise<Page> {
  const { page } = await openPage(browser, host.address);
  await page.getByRole('link', { name: 'Calendar', exact: true }).click();
  await page.getByRole('radio', { name: 'Timeline', exact: true }).click();
  await show(page, `view=timeline&zoom=${zoom.toLowerCase()}&by=${by}`); // the page remembers the last visit
  await page.getByRole('button', { name: 'Now', exact: true }).click();
  await zoomTo(page, zoom).click();
  await page.getByRole('group', { name: new RegExp(`^Changes by ${by}`) }).waitFor();
  await atRest(page); // stops for the keyboard stand where the lanes have come to rest
  return page;
}
/** Another address of the calendar. */
export const show = (page: Page, query: string) =>
  page.evaluate((asked) => void (location.hash = `#/calendar?${asked}`), query);
/** The button of a named zoom. */
export const zoomTo = (page: Page, zoom: string) =>
  page.getByRole('radiogroup', { name: 'Zoom' }).getByRole('radio', { name: zoom });
/** The first change that the person at this desk may move. */
export const movable = (page: Page) => page.getByRole('button', { name: /, movable$/ }).first();

/** A height at which nothing lies on the lanes between two places across: there a drag draws. In px of the page. */
export const freeHeight = (stage: Locator, from: number, to: number): Promise<number> =>
  stage.evaluate(
    (node, [left, right]) => {
      const { top, bottom } = node.getBoundingClientRect();
      const drawn = [...node.querySelectorAll('button, [role="button"]')].map((mark) => mark.getBoundingClientRect());
      const meets = (y: number) =>
        drawn.some(
          (mark) => mark.left < right + 40 && mark.right > left - 40 && mark.top < y + 14 && mark.bottom > y - 14,
        );
      const heights = Array.from({ length: 80 }, (_, n) => top + 40 + n * 6).filter((y) => y < bottom - 20);
      return heights.find((y) => !meets(y)) ?? top + 60;
    },
    [from, to] as const,
  );
