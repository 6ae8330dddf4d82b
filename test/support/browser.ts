import { chromium, type Browser, type Page } from 'playwright';
import { chromiumCures, findChromium } from '../../scripts/test/findChromium.ts';

/** Chromium without a window. @throws Error naming the cures when there is none */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(chromiumCures);
  return chromium.launch({ executablePath });
}

export interface WatchedPage {
  readonly page: Page;
  /** Errors the page threw or logged, and what its content policy refused. */
  readonly problems: readonly string[];
}

/** A page of its own, in English, whose clock stands in the given zone. */
export async function openPage(browser: Browser, address: string, timezoneId = 'Europe/Paris'): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(address);
  return { page, problems };
}
