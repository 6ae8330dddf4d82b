import { afterEach, beforeEach } from 'node:test';
import { chromium, type Browser, type Page, type Request } from 'playwright';
import { chromiumCures, findChromium } from '../../scripts/test/findChromium.ts';

/** How many times slower than this machine the pages run: `TIDEGATE_SLOW=4` shows what a test does not wait for. */
const SLOWED_BY = Number(process.env['TIDEGATE_SLOW'] ?? 1);

/** Chromium without a window. @throws Error naming the cures when there is none */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(chromiumCures);
  return chromium.launch({ executablePath });
}

/** What the running test opened: a page that a finished test left open would go on reading all news. Null: no test runs. */
let opened: Page[] | null = null;
beforeEach(() => {
  opened = [];
});
afterEach(async () => {
  for (const page of opened ?? []) await page.context().close();
  opened = null;
});

/** The calls of each page that are not answered yet. */
const unanswered = new WeakMap<Page, Set<Request>>();

export interface WatchedPage {
  readonly page: Page;
  /** Errors the page threw or logged, and what its content policy refused. */
  readonly problems: readonly string[];
}

/** A page of its own, in English, whose clock stands in the given zone; it is closed with the test that opens it. */
export async function openPage(browser: Browser, address: string, timezoneId = 'Europe/Paris'): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  opened?.push(page);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  const calls = new Set<Request>();
  unanswered.set(page, calls);
  page.on('request', (request) => {
    if (request.url().includes('/api/') && !request.url().endsWith('/api/events')) calls.add(request);
  });
  page.on('requestfinished', (request) => calls.delete(request));
  page.on('requestfailed', (request) => calls.delete(request));
  if (SLOWED_BY > 1)
    await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWED_BY });
  await page.goto(address);
  return { page, problems };
}

const PATIENCE_MS = 30_000;
/** Nothing asked, nothing drawn anew for so long is rest: longer than any of the page's own short timers. */
const REST_MS = 200;

/** Waits until the page has its answers and has drawn them: nothing is asked, and nothing of the document changes. */
export async function atRest(page: Page): Promise<void> {
  const calls = unanswered.get(page);
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    const asked = calls?.size ?? 0;
    const isStill = await page.evaluate(
      (restMs) =>
        new Promise<boolean>((resolve) => {
          const watch = new MutationObserver(() => done(false));
          const done = (still: boolean) => {
            watch.disconnect();
            clearTimeout(timer);
            resolve(still);
          };
          const timer = setTimeout(() => requestAnimationFrame(() => done(true)), restMs);
          watch.observe(document.documentElement, { subtree: true, childList: true, attributes: true });
        }),
      REST_MS,
    );
    if (isStill && asked === 0 && (calls?.size ?? 0) === 0) return;
    if (performance.now() > giveUpAt) throw new Error('the page does not come to rest');
  }
}
