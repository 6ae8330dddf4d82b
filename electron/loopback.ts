import { fileURLToPath } from 'node:url';
import { requireNapi } from './catalog/requireNapi.ts';
import { compose } from './compose.ts';
import { dataHome } from './host/dataHome.ts';
import { lockHome } from './host/homeLock.ts';
import { createLoopbackDesk } from './host/loopbackDesk.ts';
import { createToken } from './host/loopbackGuard.ts';
import { openLoopbackHost } from './host/loopbackHost.ts';
import { openPageFiles } from './host/pageFiles.ts';
import { startProblem } from './host/startProblem.ts';

const home = dataHome();

async function start(): Promise<void> {
  requireNapi();
  const lock = await lockHome(home, 'browser');
  if ('pid' in lock) {
    console.log(
      lock.address === ''
        ? `Another Tidegate (process ${lock.pid}) works in ${home}.`
        : `Tidegate is at ${lock.address}`,
    );
    return;
  }
  process.once('exit', lock.release);
  const version = process.env.TIDEGATE_VERSION ?? '0.0.0'; /* replaced by the build */
  const board = await compose({ home, desk: createLoopbackDesk(), now: Date.now, version });
  const files = openPageFiles(fileURLToPath(new URL('../renderer', import.meta.url)));
  const host = await openLoopbackHost({
    board,
    files,
    token: createToken(),
    port: Number(process.env['TIDEGATE_PORT'] ?? 0),
  });
  lock.announce(host.address);

  let closingSince = 0;
  const close = async (): Promise<void> => {
    if (closingSince > 0) {
      // Ctrl-C reaches us from the terminal and again from the launcher; later than that, the person means now.
      if (performance.now() - closingSince > 1000) process.exit(130);
      return;
    }
    closingSince = performance.now();
    await host.close();
    await board.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close());
  console.log(`Tidegate is at ${host.address}`);
}

start().catch((error: unknown) => {
  console.error(startProblem(error));
  process.exit(1);
});
