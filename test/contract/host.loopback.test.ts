import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openLoopbackHost, type LoopbackHost } from '../../electron/host/loopbackHost.ts';
import { openPageFiles } from '../../electron/host/pageFiles.ts';
import { createFakeBoard } from '../support/fakeBoard.ts';

const token = 'a-launch-token';
const folder = mkdtempSync(join(tmpdir(), 'tidegate page '));
const board = createFakeBoard();
let host: LoopbackHost;

before(async () => {
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>Tidegate</title>');
  writeFileSync(join(folder, 'page', 'assets', 'main-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'secret.html'), 'not for the page');
  host = await openLoopbackHost({ board, files: openPageFiles(join(folder, 'page')), token, limitBytes: 2000 });
});
after(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}
/** Sends exactly these headers, `Host` and `Origin` included, which `fetch` would not. */
function ask({
  method = 'POST',
  path = '/api/app.status',
  headers = {},
  body = '{}',
}: Asked): Promise<{ status: number; text: string; header: (name: string) => string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port: host.port,
        host: '127.0.0.1',
        method,
        path,
        headers: { 'content-type': 'application/json', 'x-tidegate-token': token, ...headers },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text, header: (name) => String(response.headers[name] ?? '') }),
        );
      },
    );
    sent.on('error', reject).end(method === 'POST' ? body : undefined);
  });
}

test('a call reaches the application with its input and its answer comes back as JSON', async () => {
  const { status, text } = await ask({ path: '/api/changes.read', body: '{"change":"CHG-2026-7K3FQ2M"}' });
  assert.equal(status, 200);
  assert.deepEqual(JSON.parse(text), {
    ok: true,
    value: { name: 'changes.read', input: { change: 'CHG-2026-7K3FQ2M' } },
  });
});

test('a call without the launch token, or with another one, is refused', async () => {
  for (const given of ['', 'a-launch-tokem', 'a-launch-token2']) {
    assert.equal((await ask({ headers: { 'x-tidegate-token': given } })).status, 403);
  }
});

test('a web site that reaches us under its own name or from its own page is refused', async () => {
  assert.equal((await ask({ headers: { host: 'evil.example' } })).status, 403);
  assert.equal((await ask({ headers: { host: `evil.example:${host.port}` } })).status, 403);
  assert.equal((await ask({ headers: { origin: 'https://evil.example' } })).status, 403);
  assert.equal((await ask({ headers: { origin: 'null' } })).status, 403);
  assert.equal((await ask({ headers: { 'sec-fetch-site': 'cross-site' } })).status, 403);
  assert.equal((await ask({ headers: { origin: `http://127.0.0.1:${host.port}` } })).status, 200);
});

test('no other origin is ever invited', async () => {
  const { status, header } = await ask({ method: 'OPTIONS', headers: { origin: `http://127.0.0.1:${host.port}` } });
  assert.equal(status, 405);
  assert.equal(header('access-control-allow-origin'), '');
});

test('only JSON is read, and not more of it than the page sends', async () => {
  assert.equal((await ask({ headers: { 'content-type': 'text/plain' } })).status, 415);
  assert.equal((await ask({ body: '{"half' })).status, 400);
  assert.equal((await ask({ body: JSON.stringify('x'.repeat(3000)) })).status, 413);
  assert.equal((await ask({ method: 'GET' })).status, 405);
});

test('the page is served under a policy that lets only its own files run', async () => {
  const page = await ask({ method: 'GET', path: '/', headers: { 'x-tidegate-token': '' } });
  assert.equal(page.status, 200);
  assert.match(page.header('content-type'), /^text\/html/);
  assert.match(page.header('content-security-policy'), /default-src 'none'; script-src 'self'/);
  assert.equal(page.header('x-content-type-options'), 'nosniff');
  assert.equal(page.header('referrer-policy'), 'no-referrer');
  assert.match((await ask({ method: 'GET', path: '/assets/main-1a2b.js' })).header('cache-control'), /immutable/);
});

test('nothing outside the built page can be read', async () => {
  for (const path of [
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/assets/../../secret.html',
    '//secret.html',
    '/assets',
  ]) {
    assert.equal((await ask({ method: 'GET', path })).status, 404, path);
  }
});

test('news is heard as it is told, until the page goes away', async () => {
  const gone = new AbortController();
  const headers = { 'x-tidegate-token': token };
  const response = await fetch(`http://127.0.0.1:${host.port}/api/events`, { headers, signal: gone.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  assert.match((await reader.read()).value ?? '', /^: listening/);
  board.tell({ kinds: ['board'] });
  assert.equal((await reader.read()).value, 'data: {"kinds":["board"]}\n\n');
  assert.equal(board.listeners(), 1);
  gone.abort();
  for (let tries = 0; board.listeners() > 0 && tries < 50; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal(board.listeners(), 0);
});

test('news is not for those without the token', async () => {
  assert.equal((await fetch(`http://127.0.0.1:${host.port}/api/events`)).status, 403);
});
