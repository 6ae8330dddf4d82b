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
    'ssh://git@[::1]:2222/ops/board.git',
    'git.example.org:ops/a@b.git',
    'file://srv/board.git',
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
    'ssh://%2DoProxyCommand=x/board',
    'ssh://-oProxyCommand=x@git.example.org/board',
    'file --upload-pack=touch x',
    'ext::sh -c touch% x',
    'http::https://git.example.org/board',
    'ada:pass@git.example.org:ops/board.git',
    'ada:pa@ss@git.example.org:ops/board.git',
    'https:/ada:pass@git.example.org/board',
    'https:ada:pass@git.example.org/board',
    'ssh:/ada:pass@git.example.org/board',
    'https://ada:pa@ss@git.example.org/board',
    'https://ada:pa/ss@git.example.org/board',
    'https://git.example.org/board?private_token=pass',
    'https://git.example.org/board#pass',
  ];
  for (const address of bad) assert.throws(() => checkAddress(address), isRefused, address);
});

test('an address is shown without what somebody may have put into it', () => {
  const shown = {
    'https://ada@git.example.org/b': 'https://git.example.org/b',
    'https://ada:pass@git.example.org/b': 'https://git.example.org/b',
    'https://ada:pa@ss@git.example.org/b@c': 'https://git.example.org/b@c',
    'https://git.example.org/b?token=pass': 'https://git.example.org/b',
    "fatal: unable to access 'https://ada:pass@git.example.org/b?x=pass/': Is it there? ssh://a:b@h/c":
      "fatal: unable to access 'https://git.example.org/b': Is it there? ssh://h/c",
    'git@git.example.org:ops/board.git': 'git@git.example.org:ops/board.git',
  };
  for (const [address, plain] of Object.entries(shown)) assert.equal(plainAddress(address), plain);
});
