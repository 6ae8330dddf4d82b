import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../support/sources.ts';

test('a class is dressed in one folder only, because styles of pages that were open before stay loaded', () => {
  const room = join(projectRoot, 'renderer');
  const owners = new Map<string, Set<string>>();
  for (const file of readdirSync(room, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.css')) continue;
    for (const [, name = ''] of readFileSync(join(room, file), 'utf8').matchAll(/^\.(tg-[\w-]+)\s*[,{]/gm)) {
      owners.set(name, (owners.get(name) ?? new Set()).add(dirname(file)));
    }
  }
  const shared = [...owners].filter(([, folders]) => folders.size > 1);
  assert.deepEqual(
    shared.map(([name, folders]) => `.${name} in ${[...folders].join(' and ')}`),
    [],
  );
});
