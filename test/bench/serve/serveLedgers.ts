import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Served } from './ledgerServer.ts';

// A process of its own: `git http-backend` over the folder given, every answer counted and passed on as it comes.
const [root = ''] = process.argv.slice(2);
const served: Served = { fetches: 0, bytes: 0 };

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const { headers } = request;
  const optional = { CONTENT_LENGTH: 'content-length', HTTP_CONTENT_ENCODING: 'content-encoding' } as const;
  const given = Object.entries(optional).filter(([, name]) => headers[name] !== undefined);
  const child = spawn('git', ['http-backend'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      PATH: process.env['PATH'],
      HOME: root,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      REQUEST_METHOD: request.method,
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: headers['content-type'] ?? '',
      ...Object.fromEntries(given.map(([variable, name]) => [variable, String(headers[name])])),
      GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
      REMOTE_USER: 'bench',
    },
  });
  child.stdin.on('error', () => undefined); // an answer without reading the question is an answer as well
  request.pipe(child.stdin);
  if (request.method === 'POST') await Promise.all([count(request), pass(child.stdout, response)]);
  else await pass(child.stdout, response);
}

/** A fetch is a question for objects; a question for names only is none. */
async function count(request: IncomingMessage): Promise<void> {
  let asked = '';
  request.on('data', (chunk: Buffer) => {
    if (asked.length < 100) asked += chunk.toString('latin1');
  });
  await once(request, 'end');
  // Git packs a question of more than a kilobyte: only one for objects is that long.
  if (asked.includes('command=fetch') || request.headers['content-encoding'] === 'gzip') served.fetches += 1;
}

async function pass(output: AsyncIterable<Buffer>, response: ServerResponse): Promise<void> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of output) {
    served.bytes += chunk.length;
    if (head === null) {
      if (!response.write(chunk)) await once(response, 'drain');
      continue;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) continue;
    for (const line of head.toString('latin1', 0, end).split('\r\n')) {
      const [name = '', value = ''] = line.split(/: (.*)/s);
      if (name === 'Status') response.statusCode = Number.parseInt(value, 10);
      else response.setHeader(name, value);
    }
    response.write(head.subarray(end + 4));
    head = null;
  }
  response.end();
}

const server = createServer((request, response) => {
  answer(request, response).catch(() => request.socket.destroy());
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', () => process.send?.(served));
process.on('disconnect', () => process.exit());
