import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Route } from 'playwright';
import { chromiumCures, findChromium } from '../../scripts/test/findChromium.ts';
import { closeWithApp, pathOf } from './app.ts';
import { schemes } from './services.ts';

/** Chromium cannot route an unknown scheme, so the page lives at an address that only this stand-in answers. */
const OUTSIDE = /^https:\/\/([\w-]+)\.tidegate\.standin\.test\//;
export const toOutside = (url: string): string =>
  url.replace(/^tidegate:\/\/([\w-]+)\//, 'https://$1.tidegate.standin.test/');
export const toInside = (url: string): string => url.replace(OUTSIDE, 'tidegate://$1/');

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a path
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Answers one request of the page from the application's own protocol handler; the network does not exist. */
async function answer(route: Route): Promise<void> {
  const url = route.request().url();
  const handle = schemes.get('tidegate');
  if (!OUTSIDE.test(url) || !handle) return route.abort('internetdisconnected');
  const response = await handle(new Request(toInside(url), { method: route.request().method() }));
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

export interface Engine {
  readonly context: BrowserContext;
  /** Where a test attaches to the same pages. */
  readonly debuggingUrl: string;
}

let engine: Promise<Engine> | undefined;

/** The one Chromium behind all windows, with the application's profile. */
export function openEngine(): Promise<Engine> {
  engine ??= (async () => {
    const executablePath = findChromium();
    if (executablePath === null) throw new Error(chromiumCures);
    const port = await freePort();
    const context = await chromium.launchPersistentContext(join(pathOf('userData'), 'profile'), {
      executablePath,
      args: [`--remote-debugging-port=${port}`],
      viewport: { width: 1440, height: 900 },
    });
    closeWithApp(() => context.close());
    await context.route('**/*', answer);
    return { context, debuggingUrl: `http://127.0.0.1:${port}` };
  })();
  return engine;
}
