import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { dataHome } from '../electron/host/dataHome.ts';
import { whoWorksIn } from '../electron/host/homeLock.ts';
import { buildApp } from './build/buildAll.ts';
import { projectRoot } from './build/projectRoot.ts';
import { copyBuilt } from './start/builtCopy.ts';
import { chooseHost, whyWindowless } from './start/chooseHost.ts';
import { ensureRuntime } from './start/electronRuntime.ts';
import { openBrowser } from './start/openBrowser.ts';
import { runBrowserHost, runDesktop } from './start/runHost.ts';

const say = (line: string): void => console.log(line);
// The package's entry would download on import; only its folder is wanted.
const electronFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

const choice = await chooseHost({
  wished: process.env['TIDEGATE_HOST'] || undefined,
  windowless: whyWindowless(process.platform, process.env, process.getuid?.()),
  runtime: (insist) => ensureRuntime({ folder: electronFolder, home: dataHome(), say, now: Date.now() }, insist),
});
say(choice.line);
if (choice.host === null) process.exit(1);
const dist = join(projectRoot, 'dist');
// It serves what was built, and says itself where it is; a desktop may have to load parts of it still.
const isServed = (await whoWorksIn(dataHome())) !== null && existsSync(join(dist, 'electron', 'loopback.mjs'));
try {
  if (!isServed) await buildApp(() => say('Building Tidegate, a few seconds …'));
} catch (error) {
  // The bundlers have said where; the stack is theirs.
  console.error(`Tidegate could not be built: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
process.exitCode =
  choice.host === 'desktop'
    ? await runDesktop(choice.binary, projectRoot)
    : await runBrowserHost(join(isServed ? dist : copyBuilt(dist), 'electron', 'loopback.mjs'), (address) => {
        if (!process.argv.includes('--no-open')) openBrowser(address);
      });
