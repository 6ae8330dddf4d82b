import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAddress, plainAddress } from '../../electron/git/remoteAddress.ts';
import { TidegateError } from '../../shared/errors.ts';

const isRefused = (error: unknown): boolean => error instanceof TidegateError && error.code === 'address-refused';

test('addresses are https, http, ssh, file or absolute paths, without secrets', () => {
  const good = [
    'https://git.example.org/ops/board.git',
    'https://ada@dev.example.org/ops/board',
    'http://127.0.0.1:8080/board.git',
    'ssh://git@git.example.org:2222/ops/board.git',
    'git@git.example.org:ops/board.git',
    'file:///srv/board.git',
    '/srv/board.git',
  ];
  for (const address of good) assert.equal(checkAddress(` ${address}\n`), address);
  const bad = [
    '',
    '--upload-pack=touch /tmp/x',
    '-oProxyCommand=x',
    'ext::sh -c id',
    'fd::7',
    'git://git.example.org/board',
    'ftp://git.example.org/board',
    'ssh://-oProxyCommand=x/board',
    '-oProxyCommand=x:board',
    'board.git',
    '../board.git',
    'https://ada:pass@git.example.org/board',
    'https://ghp_abcdefghijklmnop@git.example.org/board',
    'https://git.example.org/bo\nard',
  ];
  for (const address of bad) assert.throws(() => checkAddress(address), isRefused, address);
  assert.equal(plainAddress('https://ada@git.example.org/b'), 'https://git.example.org/b');
});
