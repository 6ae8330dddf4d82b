import { dialog, shell } from 'electron';
import type { Desk } from '../../shared/api/desk.ts';

/** What the desktop offers: the system's dialogs and its file manager. */
export function createElectronDesk(): Desk {
  return {
    capabilities: { host: 'desktop', pickFolder: true, reveal: true },
    pickFolder: async (title) => {
      const { canceled, filePaths } = await dialog.showOpenDialog({
        title,
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    reveal: async (path) => shell.showItemInFolder(path),
  };
}
