import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../support/sources.ts';

const require = createRequire(import.meta.url);
// The builder's own reader and judge of its configuration; it has no types for these two.
const { load } = require('js-yaml') as { load: (text: string) => Record<string, unknown> };
const { validateConfiguration } = require('app-builder-lib/out/util/config/config.js') as {
  validateConfiguration: (config: object, debug: object) => Promise<void>;
};
const config = load(readFileSync(join(projectRoot, 'electron-builder.yml'), 'utf8'));
const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as Record<
  string,
  Record<string, string>
> & { main: string };
const validate = (given: object): Promise<void> =>
  validateConfiguration(given, { isEnabled: false, add: () => undefined });

test("the builder's own schema accepts the configuration", async () => {
  await validate(config);
  await assert.rejects(validate({ ...config, asarUnpacked: true }), /asarUnpacked/, 'a misspelt key is refused');
});

test('there is something to build for each of the three systems', () => {
  for (const system of ['mac', 'win', 'linux']) {
    const { target } = config[system] as { target: unknown[] };
    assert.ok(target.length > 0, system);
  }
});

test('the packaged runtime is the one we type-check against', () => {
  assert.equal(config['electronVersion'], manifest['devDependencies']?.['electron']);
});

test('the package holds what the built application asks for while it runs', () => {
  const files = config['files'] as string[];
  assert.ok(files.includes('dist/electron/**') && manifest.main.startsWith('dist/electron/'));
  assert.deepEqual(Object.keys(manifest['dependencies'] ?? {}), [
    '@expo-google-fonts/noto-sans',
    'better-sqlite3',
    'pdfkit',
  ]);
});

test('every licence that the package must carry is where the configuration takes it from', () => {
  const carried = config['extraResources'] as readonly { readonly from: string }[];
  assert.deepEqual(
    carried.map(({ from }) => from).filter((from) => !existsSync(join(projectRoot, from))),
    [],
  );
  const page = readFileSync(join(projectRoot, 'dist', 'renderer', 'licences.txt'), 'utf8');
  for (const name of ['elkjs', 'react-aria-components', '@xyflow/react'])
    assert.ok(page.includes(`## ${name} - `), name);
});

test('the packaged application cannot be turned into a plain Node or be debugged', () => {
  const fuses = config['electronFuses'] as Record<string, boolean>;
  assert.equal(fuses['runAsNode'], false);
  assert.equal(fuses['enableNodeCliInspectArguments'], false);
  assert.equal(fuses['enableNodeOptionsEnvironmentVariable'], false);
  assert.equal(fuses['onlyLoadAppFromAsar'], true);
  assert.equal(config['npmRebuild'], false);
});
