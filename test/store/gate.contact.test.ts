import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { contactLine } from '../../electron/gate/contactLine.ts';
import { failureWords } from '../../electron/gate/failureWords.ts';
import { fetchLine } from '../../electron/git/fetchLine.ts';
import { pushLine } from '../../electron/git/pushLine.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';
import { httpRemote, type HttpRemote } from '../support/gitServerHttp.ts';
import { createRepository } from '../support/ledgerRepository.ts';

const login = { user: 'pipeline', password: 'secret-word' };

async function copyOf(t: TestContext, remote: HttpRemote): Promise<{ readonly folder: string; readonly head: string }> {
  const board = await createRepository(t);
  await runGit(board.folder, ['config', 'remote.origin.url', remote.address]);
  await pushLine(board.folder, { commit: board.head() });
  return { folder: board.folder, head: board.head() };
}

/** How often the server was asked until this was over, and what it came to. */
async function asked(remote: HttpRemote, act: () => Promise<unknown>): Promise<readonly [number, unknown]> {
  const before = remote.requests();
  const ended = await act().catch((error: unknown) => error);
  return [remote.requests() - before, ended];
}

function isRefusal(error: unknown, code: ErrorCode): asserts error is TidegateError {
  assert.ok(error instanceof TidegateError, String(error));
  assert.equal(error.code, code);
}

test('a refused login is not tried again: repeated refusals lock an account', async (t) => {
  const remote = await httpRemote(t, { login });
  const { folder } = await copyOf(t, remote);
  const wrong = [{ ...login, password: 'mistyped' }, null];
  for (const known of wrong) {
    remote.logIn(known);
    const [single] = await asked(remote, () => fetchLine(folder));
    const [often, error] = await asked(remote, () => contactLine(folder));
    assert.equal(often, single);
    isRefusal(error, 'remote-refused-login');
    const words = failureWords(error, folder);
    assert.match(words, /^the remote of .* refused this login, and was asked once only: /);
    assert.doesNotMatch(words, /secret-word|mistyped/);
  }
  remote.logIn(login);
  remote.faults.answer = 403;
  const [refused] = await asked(remote, () => fetchLine(folder));
  assert.equal((await asked(remote, () => contactLine(folder)))[0], refused, 'may not read');
  remote.faults.answer = 404;
  const [gone] = await asked(remote, () => fetchLine(folder));
  assert.equal((await asked(remote, () => contactLine(folder)))[0], gone, 'is not shown to this login');
});

test('a server that is busy is asked again, and answered once it answers', async (t) => {
  const remote = await httpRemote(t);
  const { folder, head } = await copyOf(t, remote);
  remote.faults.answer = 503;
  const [single] = await asked(remote, () => fetchLine(folder));
  const [often, error] = await asked(remote, () => contactLine(folder));
  assert.equal(often, 3 * single);
  isRefusal(error, 'remote-unreachable');

  const before = remote.requests();
  const contact = contactLine(folder);
  while (remote.requests() === before) await sleep(5);
  remote.faults.answer = null;
  assert.deepEqual(await contact, { head, isRemote: true });
});

test('a proxy that refuses the login is told as one, and not asked again', async (t) => {
  const remote = await httpRemote(t);
  const { folder } = await copyOf(t, remote);
  let requests = 0;
  const proxy = createServer((_, response) => {
    requests += 1;
    response.writeHead(407, { 'proxy-authenticate': 'Basic realm="proxy"' }).end();
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  t.after(() => proxy.close());
  const { port } = proxy.address() as AddressInfo; // a listening TCP server has a port
  await runGit(folder, ['config', 'http.proxy', `http://pipeline:mistyped@127.0.0.1:${port}`]);
  const failure = await fetchLine(folder).catch((error: unknown) => error);
  isRefusal(failure, 'remote-refused-login');
  assert.match(failureWords(failure, folder), /^the proxy before the remote of .* refused this login/);
  const each = requests;
  await assert.rejects(contactLine(folder));
  assert.equal(requests, 2 * each);
});
