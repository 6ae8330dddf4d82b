import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Reply } from '../../shared/api/call.ts';
import type { Board } from './board.ts';
import { readBody } from './loopbackBody.ts';
import { streamNews } from './loopbackEvents.ts';
import { sendPageFile } from './loopbackFiles.ts';
import { hasToken, isOwnAddress } from './loopbackGuard.ts';
import type { PageFiles } from './pageFiles.ts';

export interface LoopbackHost {
  readonly port: number;
  /** The page's address with the launch token in its fragment, which no server and no log ever sees. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

interface Given {
  readonly board: Pick<Board, 'dispatch' | 'subscribe'>;
  readonly files: PageFiles;
  readonly token: string;
  /** 0 lets the system choose. */
  readonly port?: number;
  readonly limitBytes?: number;
}

function refuse(response: ServerResponse, status: number, problem: string): void {
  const reply: Reply = { ok: false, code: 'input-rejected', facts: { status, problem } };
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(reply));
}

/** Calls at `POST /api/<name>`, news at `/api/events`, the page at everything else. Loopback only. */
export async function openLoopbackHost({ board, files, token, port = 0, limitBytes }: Given): Promise<LoopbackHost> {
  const ask = async (name: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return refuse(response, 415, 'JSON only');
    const body = await readBody(request, limitBytes);
    if (body === null) {
      request.resume(); // lets the client finish sending, so that it reads the answer instead of a broken pipe
      return refuse(response, 413, 'too large');
    }
    let input: unknown;
    try {
      input = JSON.parse(body);
    } catch {
      return refuse(response, 400, 'not JSON');
    }
    const reply = JSON.stringify(await board.dispatch(name, input));
    response
      .writeHead(200, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      })
      .end(reply);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (!isOwnAddress(request.headers, actualPort)) return refuse(response, 403, 'not from our own page');
    if (!path.startsWith('/api/')) {
      return request.method === 'GET' ? sendPageFile(files, path, response) : refuse(response, 405, 'GET only');
    }
    if (!hasToken(request.headers, token)) return refuse(response, 403, 'the launch token is missing or old');
    if (path === '/api/events') {
      return request.method === 'GET' ? streamNews(board.subscribe, response) : refuse(response, 405, 'GET only');
    }
    return request.method === 'POST'
      ? ask(path.slice('/api/'.length), request, response)
      : refuse(response, 405, 'POST only');
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy()); // only a broken connection gets here
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const { port: actualPort } = server.address() as AddressInfo; // a TCP server's address is never a path
  return {
    port: actualPort,
    address: `http://127.0.0.1:${actualPort}/#t=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
