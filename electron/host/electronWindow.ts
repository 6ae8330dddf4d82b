import { BrowserWindow, type WebContents } from 'electron';
import { isOwnPage, PAGE_URL } from './electronPage.ts';

function stay(event: { readonly preventDefault: () => void; readonly url: string }): void {
  if (!isOwnPage(event.url)) event.preventDefault();
}

/** Keeps a page where it is: no navigation away, no second window, no embedded view. */
function lockNavigation(contents: WebContents): void {
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Opens the one window on our page, shown once it has something to show. */
export async function openWindow(preload: string): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Tidegate',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  lockNavigation(window.webContents);
  window.once('ready-to-show', () => window.show());
  await window.loadURL(PAGE_URL);
  return window;
}
