import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Frame, Page, Route } from 'playwright';
import { toInside, toOutside, type Engine } from './chromium.ts';
import { createEmitter, emitPreventable } from './events.ts';
import { pageSide } from './pageSide.ts';
import { channels } from './services.ts';
import { covering, toWire } from './uncovered.ts';

type OpenHandler = (details: { readonly url: string }) => { readonly action: string };

const known = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview', 'did-finish-load'];

const allowAll: OpenHandler = () => ({ action: 'allow' });

/** A page as the main process sees it; `attach` gives it its Chromium page. */
export function createContents(preloadFile: string) {
  const events = createEmitter('webContents', known);
  const ask = `ask-${randomUUID()}`;
  const push = `push-${randomUUID()}`;
  let page: Page | undefined;
  let openHandler: OpenHandler = allowAll;
  let loading = '';

  const mainFrame = covering('webFrameMain', {
    get url() {
      return toInside(page?.url() ?? '');
    },
  });
  const contents = covering('webContents', {
    mainFrame,
    on: (event: string, listener: (...given: unknown[]) => void) => events.on(event, listener),
    getURL: () => mainFrame.url,
    setWindowOpenHandler: (handler: OpenHandler) => (openHandler = handler),
    send: (channel: string, ...args: unknown[]) => {
      const text = toWire(args);
      const told = page?.evaluate(
        ([name, to, news]) =>
          (window as unknown as Record<string, (channel: string, text: string) => void>)[name]!(to, news),
        [push, channel, text ?? '[]'] as const,
      );
      told?.catch(() => undefined); // the page is on its way out, as with a real window
    },
  });

  /** One ask from the page, with Electron's words for what goes wrong. */
  const invoke = async (frame: Frame, text: string): Promise<string> => {
    const { channel, args } = JSON.parse(text) as { channel: string; args: unknown[] };
    const senderFrame = frame === page?.mainFrame() ? mainFrame : { url: toInside(frame.url()) };
    try {
      const handle = channels.get(channel);
      if (!handle) throw new Error(`No handler registered for '${channel}'`);
      return toWire({ value: await handle({ sender: contents, senderFrame }, ...args) }) ?? '{}';
    } catch (error) {
      return JSON.stringify({ error: String(error) });
    }
  };

  /** Lets the application refuse a navigation that the page itself began. */
  const guard = async (route: Route): Promise<void> => {
    const request = route.request();
    if (!request.isNavigationRequest() || request.url() === loading) return route.fallback();
    const url = toInside(request.url());
    const isMain = request.frame() === page?.mainFrame();
    const refused =
      (isMain && emitPreventable(events, 'will-navigate', { url })) ||
      emitPreventable(events, 'will-frame-navigate', { url });
    return refused ? route.abort('aborted') : route.fallback();
  };

  const attach = async ({ context }: Engine, url: string): Promise<Page> => {
    page = context.pages().find((open) => open.url() === 'about:blank') ?? (await context.newPage());
    loading = toOutside(url);
    await page.route('**/*', guard);
    await page.exposeBinding(ask, ({ frame }, text: string) => invoke(frame, text));
    const preload = readFileSync(preloadFile, 'utf8');
    await page.addInitScript({
      content: `(${pageSide.toString()})(${JSON.stringify({ ask, push })}, function (require, module, exports) {\n${preload}\n});`,
    });
    page.on('popup', (popup) => {
      if (openHandler({ url: toInside(popup.url()) }).action !== 'deny')
        throw new Error('stand-in: a second window is not covered');
      void popup.close();
    });
    await page.goto(loading);
    events.emit('did-finish-load');
    return page;
  };
  return { contents, attach };
}
