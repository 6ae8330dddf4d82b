import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { newPrivateKey } from '../../electron/seal/ed25519.ts';
import { writeKey } from '../../electron/seal/keyFile.ts';
import { openKeyring } from '../../electron/seal/keyring.ts';
import { listAgentKeys } from '../../electron/seal/sshAgent.ts';
import { createSigner, verifySshsig } from '../../electron/seal/sshsig.ts';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';

const refused = (code: ErrorCode, why?: string) => (error: unknown) =>
  error instanceof TidegateError && error.code === code && (why === undefined || error.facts['why'] === why);
const isMissing = ['ssh-agent', 'ssh-add', 'ssh-keygen'].some((name) => spawnSync(name, ['-?']).error !== undefined);
const skip = isMissing && 'needs an ssh-agent (Debian: openssh-client)';

/** An agent of our own for one test, and a folder for its keys. The environment names it until the test ends. */
function startAgent(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'tidegate-agent-'));
  const before = process.env['SSH_AUTH_SOCK'];
  const told = execFileSync('ssh-agent', ['-s', '-a', join(folder, 'socket')], { encoding: 'utf8' });
  const pid = Number(/SSH_AGENT_PID=(\d+)/.exec(told)?.[1]);
  process.env['SSH_AUTH_SOCK'] = join(folder, 'socket');
  t.after(() => {
    if (before === undefined) delete process.env['SSH_AUTH_SOCK'];
    else process.env['SSH_AUTH_SOCK'] = before;
    process.kill(pid);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

function addKey(folder: string, name: string): string {
  const key = newPrivateKey();
  writeKey(join(folder, name), key, `${name}@here`);
  execFileSync('ssh-add', ['-q', join(folder, name)]);
  // Only the agent has it from here on.
  rmSync(join(folder, name));
  return createSigner(key).publicKey;
}

test('a key of a real agent is listed and signs what our own reader accepts', { skip }, async (t) => {
  const folder = startAgent(t);
  assert.deepEqual(await listAgentKeys(), []);
  const publicKey = addKey(folder, 'id');
  assert.deepEqual(
    (await listAgentKeys()).map((key) => [key.publicKey, key.comment]),
    [[publicKey, 'id@here']],
  );
  const kept = join(folder, 'board');
  const used = await openKeyring(kept, null).useAgent(publicKey);
  assert.equal(used.place, 'ssh-agent');
  const message = '{"kind":"decision"}';
  const sig = used.sign('tidegate-decision', message);
  assert.ok(verifySshsig({ publicKey, namespace: 'tidegate-decision', message, sig }));
  assert.ok(!verifySshsig({ publicKey, namespace: 'tidegate-roster', message, sig }));
  const [again] = openKeyring(kept, null).keys();
  assert.equal(again?.fingerprint, used.fingerprint, 'it is found again after a restart');
  assert.deepEqual(readdirSync(kept), ['id-here.agent'], 'no private half is kept');
});

test('a key that has left the agent, and a locked agent, are said as what they are', { skip }, async (t) => {
  const folder = startAgent(t);
  const publicKey = addKey(folder, 'id');
  const used = await openKeyring(join(folder, 'board'), null).useAgent(publicKey);
  execFileSync('ssh-add', ['-q', '-D'], { stdio: 'ignore' });
  assert.throws(() => used.sign('n', 'm'), refused('agent-refused', 'the key is not in the agent'));
  const ring = openKeyring(join(folder, 'other'), null);
  await assert.rejects(ring.useAgent(publicKey), refused('agent-refused'));
});

test('keys of other kinds are passed over', { skip }, async (t) => {
  const folder = startAgent(t);
  execFileSync('ssh-keygen', ['-q', '-t', 'ecdsa', '-N', '', '-f', join(folder, 'ecdsa')]);
  execFileSync('ssh-add', ['-q', join(folder, 'ecdsa')]);
  assert.deepEqual(await listAgentKeys(), []);
});

test('without an agent it says so', { skip }, async (t) => {
  const before = process.env['SSH_AUTH_SOCK'];
  process.env['SSH_AUTH_SOCK'] = join(tmpdir(), 'no-agent-here');
  t.after(() => {
    if (before === undefined) delete process.env['SSH_AUTH_SOCK'];
    else process.env['SSH_AUTH_SOCK'] = before;
  });
  await assert.rejects(listAgentKeys(), refused('agent-missing'));
});

test('an agent that is slow to list its keys holds nobody up', { skip: process.platform === 'win32' }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tidegate-agent-'));
  const before = process.env['PATH'] ?? '';
  t.after(() => {
    process.env['PATH'] = before;
    rmSync(folder, { recursive: true, force: true });
  });
  const { publicKey } = createSigner(newPrivateKey());
  const answers = join(folder, 'answers');
  const program = `#!/bin/sh\nwhile [ ! -e '${answers}' ]; do sleep 0.02; done\necho '${publicKey} slow@here'\n`;
  writeFileSync(join(folder, 'ssh-add'), program, { mode: 0o755 });
  process.env['PATH'] = `${folder}${delimiter}${before}`;
  const asked = listAgentKeys();
  writeFileSync(answers, ''); // a desk that waited for the answer would never come to this
  assert.deepEqual(
    (await asked).map((key) => key.comment),
    ['slow@here'],
  );
});
