import { Menu } from 'electron';

/** The system's own entries only: the page has its own commands and names them itself. */
export function setMenu(platform: string = process.platform): void {
  const application = platform === 'darwin' ? [{ role: 'appMenu' } as const] : [{ role: 'fileMenu' } as const];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...application,
      { role: 'editMenu' },
      {
        label: 'View',
        submenu: [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
        ],
      },
      { role: 'windowMenu' },
    ]),
  );
}
