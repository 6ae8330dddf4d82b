import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { ASK, TELL } from './host/electronChannels.ts';

contextBridge.exposeInMainWorld('tidegate', {
  ask: (name: string, input: unknown) => ipcRenderer.invoke(ASK, name, input),
  listen: (listener: (news: unknown) => void) => {
    const hear = (_: IpcRendererEvent, news: unknown): void => listener(news);
    ipcRenderer.on(TELL, hear);
    return () => {
      ipcRenderer.removeListener(TELL, hear);
    };
  },
});
