import { app, BrowserWindow, dialog } from 'electron';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireNapi } from './catalog/requireNapi.ts';
import { compose } from './compose.ts';
import { dataHome } from './host/dataHome.ts';
import { createElectronDesk } from './host/electronDesk.ts';
import { createElectronKeyStore } from './host/electronKeyStore.ts';
import { serveOverIpc } from './host/electronHost.ts';
import { setMenu } from './host/electronMenu.ts';
import { registerPageScheme, servePage } from './host/electronPage.ts';
import { openWindow } from './host/electronWindow.ts';
import { lockHome } from './host/homeLock.ts';
import { openPageFiles } from './host/pageFiles.ts';
import { startProblem } from './host/startProblem.ts';

const built = fileURLToPath(new URL('.', import.meta.url));
const home = dataHome();

async function start(): Promise<void> {
  requireNapi();
  const lock = await lockHome(home, 'desktop');
  if ('pid' in lock) throw new Error(`another Tidegate (process ${lock.pid}) works in ${home}`);
  app.once('quit', lock.release);
  await app.whenReady();
  setMenu();
  servePage(openPageFiles(join(built, '..', 'renderer')));
  const board = await compose({
    home,
    desk: createElectronDesk(),
    keyStore: createElectronKeyStore(),
    now: Date.now,
    version: app.getVersion(),
  });
  const stopTelling = serveOverIpc(board);
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault(); // once: what is signed must reach the disk before the process ends
    closed = true;
    stopTelling();
    void board.close().finally(() => app.quit());
  });
  await openWindow(join(built, 'preload.cjs'));
}

app.setPath('userData', join(home, 'desktop'));
registerPageScheme();
if (app.requestSingleInstanceLock()) {
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  start().catch((error: unknown) => {
    console.error(startProblem(error));
    dialog.showErrorBox('Tidegate', startProblem(error));
    app.exit(1);
  });
} else {
  app.quit();
}
