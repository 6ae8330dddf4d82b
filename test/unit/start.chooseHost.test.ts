import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseHost, whyWindowless } from '../../scripts/start/chooseHost.ts';
import type { Runtime } from '../../scripts/start/electronRuntime.ts';

const present = (): Promise<Runtime> => Promise.resolve({ binary: '/electron' });
const never = (): Promise<Runtime> => assert.fail('nobody asked for the runtime');
const absent = (): Promise<Runtime> => Promise.resolve({ missing: 'fetch failed' });

test('the desktop opens when its runtime is there', async () => {
  const choice = await chooseHost({ wished: undefined, windowless: null, runtime: present });
  assert.equal(choice.host, 'desktop');
});

test('without the runtime the browser opens, and the line says why', async () => {
  const choice = await chooseHost({ wished: undefined, windowless: null, runtime: absent });
  assert.equal(choice.host, 'browser');
  assert.match(choice.line, /could not be fetched \(fetch failed\).*in your browser/);
});

test('TIDEGATE_HOST decides without asking', async () => {
  assert.equal((await chooseHost({ wished: 'browser', windowless: null, runtime: never })).host, 'browser');
  assert.equal(
    (await chooseHost({ wished: 'desktop', windowless: 'there is no display', runtime: present })).host,
    'desktop',
  );
  assert.equal((await chooseHost({ wished: 'desktop', windowless: null, runtime: absent })).host, null);
  assert.equal((await chooseHost({ wished: 'phone', windowless: null, runtime: never })).host, null);
});

test('where no window can open the browser is chosen even with the runtime', async () => {
  const choice = await chooseHost({ wished: undefined, windowless: 'there is no display', runtime: present });
  assert.equal(choice.host, 'browser');
  assert.equal(whyWindowless('linux', {}, 1000), 'there is no display');
  assert.equal(whyWindowless('linux', { DISPLAY: ':0' }, 1000), null);
  assert.match(whyWindowless('linux', { WAYLAND_DISPLAY: 'wayland-0' }, 0) ?? '', /root/);
  assert.equal(whyWindowless('darwin', {}, 501), null);
});
