import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestContext } from 'node:test';
import { bareIn, protect, setVariables, tempFolder, type TestRemote } from './gitServer.ts';

export interface SshRemote extends TestRemote {
  /** Takes the key out of the agent: the server refuses the login from now on. */
  readonly forgetKey: () => void;
  readonly knowKey: () => void;
  readonly knowHost: () => void;
  /** Forgets what the server's own key is. */
  readonly forgetHost: () => void;
  /** Remembers another key for the server than it shows. */
  readonly mistakeHost: () => void;
  /** The server's process ends; connections are refused. */
  readonly down: () => Promise<void>;
}

const SSHD = '/usr/sbin/sshd';
const PACKAGE = 'OpenSSH server is not installed (Debian package openssh-server)';

/** sshd on loopback for the user of this process, whose only key is in an agent. Null: not here, the test is skipped. */
export async function sshRemote(t: TestContext): Promise<SshRemote | null> {
  const isHere = existsSync(SSHD) && process.platform === 'linux';
  if (!isHere) {
    t.skip(PACKAGE);
    return null;
  }
  const parent = tempFolder(t, 'ssh');
  const folder = await bareIn(parent);
  const keys = join(parent, 'keys');
  mkdirSync(keys, { mode: 0o700 });
  for (const name of ['host', 'user'])
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(keys, name)]);
  const port = await freePort();
  const publicKey = (name: string) => readFileSync(join(keys, `${name}.pub`), 'utf8');
  writeFileSync(join(keys, 'authorized'), publicKey('user'));
  const knownHosts = join(keys, 'known_hosts');
  writeFileSync(join(keys, 'sshd_config'), configOf(keys, port));
  // Without it, root's sshd does not start.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });

  const server = spawn(SSHD, ['-D', '-e', '-f', join(keys, 'sshd_config')], { stdio: 'ignore' });
  const agentSocket = join(keys, 'agent');
  const agent = spawn('ssh-agent', ['-D', '-a', agentSocket], { stdio: 'ignore' });
  t.after(() => Promise.all([ended(server), ended(agent)]));
  await until(() => existsSync(agentSocket));
  await until(async () => server.exitCode !== null || (await answers(port)));
  if (server.exitCode !== null) {
    t.skip('sshd is installed and does not start here');
    return null;
  }
  const toAgent = (...words: string[]) =>
    execFileSync('ssh-add', words, { stdio: 'ignore', env: { ...process.env, SSH_AUTH_SOCK: agentSocket } });
  chmodSync(join(keys, 'user'), 0o600);
  const knowKey = () => toAgent(join(keys, 'user'));
  const knowHost = () => writeFileSync(knownHosts, `[127.0.0.1]:${port} ${publicKey('host')}`);
  knowKey();
  knowHost();
  setVariables(t, {
    SSH_AUTH_SOCK: agentSocket,
    GIT_SSH_COMMAND: `ssh -F none -o UserKnownHostsFile=${knownHosts} -o StrictHostKeyChecking=yes -o IdentityFile=none`,
  });
  return {
    address: `ssh://${userInfo().username}@127.0.0.1:${port}${folder}`,
    folder,
    protect: () => protect(folder),
    forgetKey: () => toAgent('-D'),
    knowKey,
    knowHost,
    forgetHost: () => writeFileSync(knownHosts, ''),
    mistakeHost: () => writeFileSync(knownHosts, `[127.0.0.1]:${port} ${publicKey('user')}`),
    down: () => ended(server),
  };
}

function configOf(keys: string, port: number): string {
  return [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${join(keys, 'host')}`,
    `AuthorizedKeysFile ${join(keys, 'authorized')}`,
    `PidFile ${join(keys, 'pid')}`,
    'StrictModes no',
    'UsePAM no',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'PermitRootLogin prohibit-password',
    '',
  ].join('\n');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo; // a listening TCP server has a port
  probe.close();
  await once(probe, 'close');
  return port;
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 500; waited += 1) {
    if (await holds()) return;
    await sleep(20);
  }
  throw new Error('sshd or its agent did not start');
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'data'); // its greeting
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill();
  await exit;
}
