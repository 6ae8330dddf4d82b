import type { ServerResponse } from 'node:http';
import type { Board } from './board.ts';

/** Some proxies and sleepy laptops drop a silent connection; a comment line costs nothing. */
const HEARTBEAT_MS = 20_000;

/** Tells the news on one open response until the page goes away. */
export function streamNews(subscribe: Board['subscribe'], response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.write(': listening\n\n');
  const unsubscribe = subscribe((news) => response.write(`data: ${JSON.stringify(news)}\n\n`));
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
}
