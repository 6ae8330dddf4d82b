import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';

function systemPlaces(): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  }
  if (process.platform === 'win32') {
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name] ?? '');
    return folders
      .filter((folder) => folder !== '')
      .flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  // The same engine without a browser around it comes first: a page costs it half the time.
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return names.map((name) => `/usr/bin/${name}`);
}

/** The Chromium that tests drive: the one named in `TIDEGATE_CHROMIUM`, Playwright's own, or the system's. */
export function findChromium(): string | null {
  const named = process.env['TIDEGATE_CHROMIUM'];
  if (named) return existsSync(named) ? named : null;
  return [chromium.executablePath(), ...systemPlaces()].find((path) => path !== '' && existsSync(path)) ?? null;
}

/** What to do when there is none. */
export const chromiumCures =
  'No Chromium found. Name one in TIDEGATE_CHROMIUM, or run "npx playwright install chromium", or install Chrome, Edge or Chromium.';
