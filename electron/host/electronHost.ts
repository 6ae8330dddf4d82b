import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { Board } from './board.ts';
import { ASK, TELL } from './electronChannels.ts';
import { isOwnPage } from './electronPage.ts';

/** The same calls over IPC, for the main frame of our own page and nobody else. Answers how to stop telling news. */
export function serveOverIpc(board: Pick<Board, 'dispatch' | 'subscribe'>): () => void {
  ipcMain.handle(ASK, (event: IpcMainInvokeEvent, name: unknown, input: unknown) => {
    const frame = event.senderFrame;
    if (!frame || frame !== event.sender.mainFrame || !isOwnPage(frame.url))
      throw new Error('asked from a foreign frame');
    return board.dispatch(String(name), input);
  });
  return board.subscribe((news) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(TELL, news);
  });
}
