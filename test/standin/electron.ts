import { app } from './app.ts';
import { BrowserWindow } from './browserWindow.ts';
import { listenToTest } from './control.ts';
import { dialog, ipcMain, Menu, protocol, safeStorage, session, shell } from './services.ts';

// What the built main process gets for `electron`; a name that is missing here is `undefined` there and fails at once.
export { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, session, shell };

listenToTest({ app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell });
