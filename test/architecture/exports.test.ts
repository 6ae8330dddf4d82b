import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSources, targetOf, withoutComments } from '../support/sources.ts';

const sources = readSources();

/** Every name that some other file asks for, as `file name`. */
const asked = new Set(
  sources.flatMap((source) =>
    [...source.text.matchAll(/import (?:type )?\{([^}]*)\} from '(\.[^']+)'/g)].flatMap(
      ([, names = '', specifier = '']) =>
        names.split(',').map((name) => `${targetOf(source, specifier)} ${name.trim().replace(/^type | as .*$/g, '')}`),
    ),
  ),
);

/** Files that are loaded when they are needed, by whatever name. */
const loaded = new Set(
  sources.flatMap((source) =>
    [...source.text.matchAll(/\bimport\('(\.[^']+)'\)/g)].map(([, specifier = '']) => targetOf(source, specifier)),
  ),
);

test('whatever a room exports to run, somebody imports', () => {
  const unasked = sources
    .filter(({ file }) => /^(shared|electron|renderer)\//.test(file) && !loaded.has(file))
    .flatMap(({ file, text }) =>
      [...withoutComments(text).matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)]
        .map(([, name]) => `${file} ${name}`)
        .filter((name) => !asked.has(name)),
    );
  assert.deepEqual(unasked, []);
});
