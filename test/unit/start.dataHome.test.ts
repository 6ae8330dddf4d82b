import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { dataHome } from '../../electron/host/dataHome.ts';

test('the data folder is where each system keeps an application’s data', () => {
  assert.equal(dataHome({}, 'linux', '/home/ada'), join('/home/ada', '.local', 'share', 'tidegate'));
  assert.equal(dataHome({ XDG_DATA_HOME: '/data' }, 'linux', '/home/ada'), join('/data', 'tidegate'));
  assert.equal(dataHome({}, 'darwin', '/Users/ada'), join('/Users/ada', 'Library', 'Application Support', 'Tidegate'));
  assert.equal(dataHome({ LOCALAPPDATA: '/local' }, 'win32', '/ada'), join('/local', 'Tidegate'));
});

test('TIDEGATE_HOME moves it', () => {
  assert.equal(dataHome({ TIDEGATE_HOME: 'here it is' }, 'linux', '/home/ada'), resolve('here it is'));
});
