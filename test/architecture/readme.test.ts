import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../support/sources.ts';

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

test('the README names every command there is, and no other', () => {
  const named = [...readme.matchAll(/`npm (?:run )?([\w:-]+)/g)]
    .map(([, name]) => name)
    .filter((name) => name !== 'install');
  assert.deepEqual([...new Set(named)].toSorted(), Object.keys(scripts).toSorted());
});

test('every command starts a file that exists', () => {
  const files = Object.values(scripts).flatMap((script) =>
    [...script.matchAll(/[\w/]+\.(?:ts|mjs)/g)].map(([file]) => file),
  );
  assert.deepEqual(
    files.filter((file) => !existsSync(join(projectRoot, file))),
    [],
  );
});

test('every page that the documents point to is there', () => {
  const lost = ['README.md', 'docs/administration.md', 'docs/security.md'].flatMap((page) =>
    [...readFileSync(join(projectRoot, page), 'utf8').matchAll(/\]\(([\w./-]+)\)/g)]
      .map(([, target = '']) => join(projectRoot, page, '..', target))
      .filter((target) => !existsSync(target)),
  );
  assert.deepEqual(lost, []);
});
