import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromiumCures, findChromium } from './findChromium.ts';

/** A browser for the tests, from Debian's own packages where we may install them. @throws Error naming the cures */
export function ensureChromium(say: (line: string) => void): string {
  const here = findChromium();
  if (here !== null) return here;
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall && !process.env['TIDEGATE_CHROMIUM']) {
    say("No Chromium here: installing Debian's …");
    const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    spawnSync('apt-get', ['update', '-qq'], options);
    for (const name of ['chromium-headless-shell', 'chromium'])
      if (findChromium() === null)
        spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], options);
  }
  const installed = findChromium();
  if (installed === null) throw new Error(chromiumCures);
  return installed;
}
