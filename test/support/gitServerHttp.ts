import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ms } from '../../shared/time/instant.ts';
import type { Authority, Certificate } from './certificates.ts';
import { bareIn, protect, setVariables, tempFolder, type Cleaner, type TestRemote } from './gitServer.ts';

/** What the server does wrong, at any time; all off at first. */
export interface HttpFaults {
  /** Answers every request with this status. */
  answer: number | null;
  /** Reading is allowed, writing is answered with 403. */
  readOnly: boolean;
  /** Waits so long before each answer. */
  delayMs: number;
  /** Breaks the connection after so many bytes of what a fetch or a push is answered; takes effect every time. */
  cutAfter: number | null;
  /** Takes a push in and breaks the connection instead of saying so; once. */
  loseAnswer: boolean;
  /** Added to the `Date` of every answer. */
  clockOffMs: number;
  /** Called with `git-upload-pack` or `git-receive-pack` before each exchange, to let something happen in between. */
  before: ((service: string) => Promise<void> | void) | null;
}

interface Login {
  readonly user: string;
  readonly password: string;
}

export interface HttpRemote extends TestRemote {
  readonly faults: HttpFaults;
  /** Refuses connections until `up`. */
  readonly down: () => Promise<void>;
  readonly up: () => Promise<void>;
  /** What the credential helper knows from now on; null: nothing. */
  readonly logIn: (login: Login | null) => void;
  /** Shows this certificate from now on. */
  readonly show: (certificate: Certificate) => void;
  /** Requests answered so far. */
  readonly requests: () => number;
}

/**
 * `git http-backend` behind Node's own server.
 *
 * @param login asked for by basic auth, and given to a credential helper in this process's own HOME; nobody is asked
 *   when absent
 * @param known false: the helper does not know the login
 * @param tls the address is https, and Git in that HOME trusts this authority for it
 * @param now the server's clock, the machine's unless told
 */
export async function httpRemote(
  t: Cleaner,
  given: {
    readonly login?: Login;
    readonly known?: boolean;
    readonly tls?: Authority;
    readonly now?: () => Ms;
  } = {},
): Promise<HttpRemote> {
  const { login, known = true, tls, now = Date.now } = given;
  const parent = tempFolder(t, 'http');
  const folder = await bareIn(parent);
  const faults: HttpFaults = {
    answer: null,
    readOnly: false,
    delayMs: 0,
    cutAfter: null,
    loseAnswer: false,
    clockOffMs: 0,
    before: null,
  };
  const sockets = new Set<Socket>();
  let port = 0;
  let requests = 0;

  const listen = (request: IncomingMessage, response: ServerResponse): void => {
    requests += 1;
    answer(request, response).catch(() => request.socket.destroy());
  };
  const secure = tls && createTlsServer(tls.good, listen);
  const server = secure ?? createServer(listen);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const up = async (): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port; // a listening TCP server has a port
  };
  const down = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const service = url.searchParams.get('service') ?? url.pathname.split('/').at(-1) ?? '';
    response.sendDate = false;
    response.setHeader('Date', new Date(now() + faults.clockOffMs).toUTCString());
    if (faults.delayMs > 0) await sleep(faults.delayMs, null, { ref: false });
    if (faults.answer !== null) return void response.writeHead(faults.answer).end();
    if (login && request.headers.authorization !== `Basic ${btoa(`${login.user}:${login.password}`)}`)
      return void response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="board"' }).end();
    if (faults.readOnly && service === 'git-receive-pack') return void response.writeHead(403).end();
    if (request.method === 'POST') await faults.before?.(service);
    await backEnd(request, response, { url, parent, user: login?.user ?? 'anybody', faults });
  };

  await up();
  t.after(() => down().catch(() => undefined));
  const address = `${tls ? 'https' : 'http'}://127.0.0.1:${port}/board.git`;
  const logIn = (as: Login | null): void => writeFileSync(join(parent, '.gitconfig'), settingsFor(address, as, tls));
  if (login || tls) {
    logIn(login && known ? login : null);
    // The variable would win over that person's own setting.
    setVariables(t, { HOME: parent, XDG_CONFIG_HOME: parent, GIT_SSL_CAINFO: null });
  }
  return {
    address,
    folder,
    faults,
    up,
    down,
    logIn,
    show: (other) => secure?.setSecureContext(other),
    protect: () => protect(folder),
    requests: () => requests,
  };
}

/** One exchange with `git http-backend`, see its manual for the variables. */
async function backEnd(
  request: IncomingMessage,
  response: ServerResponse,
  given: { readonly url: URL; readonly parent: string; readonly user: string; readonly faults: HttpFaults },
): Promise<void> {
  const { url, parent, user, faults } = given;
  const { headers } = request;
  const child = spawn('git', ['http-backend'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      PATH: process.env['PATH'],
      HOME: parent,
      GIT_PROJECT_ROOT: parent,
      GIT_HTTP_EXPORT_ALL: '1',
      REQUEST_METHOD: request.method,
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: headers['content-type'] ?? '',
      ...(headers['content-length'] === undefined ? {} : { CONTENT_LENGTH: headers['content-length'] }),
      ...(headers['content-encoding'] === undefined ? {} : { HTTP_CONTENT_ENCODING: headers['content-encoding'] }),
      ...(headers['git-protocol'] === undefined ? {} : { GIT_PROTOCOL: String(headers['git-protocol']) }),
      REMOTE_ADDR: '127.0.0.1',
      REMOTE_USER: user,
    },
  });
  child.stdin.on('error', () => undefined); // an answer without reading the question is an answer as well
  request.pipe(child.stdin);
  const output = await buffer(child.stdout);
  const end = output.indexOf('\r\n\r\n');
  const head = output.toString('latin1', 0, end).split('\r\n');
  const body = output.subarray(end + 4);
  const isPush = request.method === 'POST' && url.pathname.endsWith('git-receive-pack');
  if (isPush && faults.loseAnswer) {
    faults.loseAnswer = false;
    // Cut once it has begun: curl would ask again by itself when nothing had come.
    response.setHeader('Content-Length', body.length);
    return void response.write(body.subarray(0, 1), () => request.socket.destroy());
  }
  for (const line of head) {
    const [name = '', value = ''] = line.split(/: (.*)/s);
    if (name === 'Status') response.statusCode = Number.parseInt(value, 10);
    else response.setHeader(name, value);
  }
  if (request.method !== 'POST' || faults.cutAfter === null) return void response.end(body);
  response.setHeader('Content-Length', body.length);
  response.write(body.subarray(0, faults.cutAfter), () => request.socket.destroy());
}

/** What a person would have in their own settings: a credential helper that knows the login, an authority that is trusted. */
function settingsFor(address: string, login: Login | null, tls: Authority | undefined): string {
  const { origin } = new URL(address);
  const helper = login
    ? `[credential "${origin}"]\n\thelper = "!f() { echo username=${login.user}; echo password=${login.password}; }; f"\n`
    : '';
  return tls ? `${helper}[http "${origin}"]\n\tsslCAInfo = ${tls.file}\n` : helper;
}
