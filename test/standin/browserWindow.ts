import type { Page } from 'playwright';
import { closeWithApp, windowClosed } from './app.ts';
import { openEngine } from './chromium.ts';
import { createContents } from './contents.ts';
import { createEmitter } from './events.ts';
import { isShutIn } from './services.ts';

interface Options {
  readonly webPreferences: {
    readonly preload: string;
    readonly sandbox: boolean;
    readonly contextIsolation: boolean;
    readonly nodeIntegration: boolean;
  };
  readonly [option: string]: unknown;
}

const windows = new Set<BrowserWindow>();

/** A window that is a page of headless Chromium. */
export class BrowserWindow {
  readonly #events = createEmitter('BrowserWindow', ['ready-to-show', 'closed']);
  readonly #side: ReturnType<typeof createContents>;
  #page: Page | undefined;
  readonly options: Options;

  constructor(options: Options) {
    const { sandbox, contextIsolation, nodeIntegration, preload } = options.webPreferences;
    if (!sandbox || !contextIsolation || nodeIntegration)
      throw new Error('stand-in: a window that is not shut in is not covered');
    this.options = options;
    this.#side = createContents(preload);
    windows.add(this);
    closeWithApp(async () => this.#page?.close());
  }
  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }
  get webContents() {
    return this.#side.contents;
  }
  once(event: string, listener: () => void): void {
    this.#events.once(event, listener);
  }
  async loadURL(url: string): Promise<void> {
    if (!isShutIn()) throw new Error('stand-in: a page that may ask for permissions is not covered');
    this.#page = await this.#side.attach(await openEngine(), url);
    this.#page.once('close', () => {
      windows.delete(this);
      this.#events.emit('closed');
      windowClosed(windows.size);
    });
    this.#events.emit('ready-to-show');
  }
  show(): void {}
  focus(): void {}
  isMinimized(): boolean {
    return false;
  }
}
