import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { mutants } from '../../scripts/mutants/rules.ts';
import { projectRoot } from '../support/sources.ts';

const texts = new Map<string, string>();

function textOf(file: string): string {
  const known = texts.get(file) ?? readFileSync(join(projectRoot, file), 'utf8');
  texts.set(file, known);
  return known;
}

test('what each mutant takes out stands exactly once in its file', () => {
  const lost = mutants
    .filter(({ file, from }) => textOf(file).split(from).length !== 2)
    .map(({ of, file, from }) => `${of}: ${file} has not one "${from}"`);
  assert.deepEqual(lost, []);
});

test('each mutant takes something out, and names a test that its file holds', () => {
  const nameless = mutants
    .filter(({ of, test: file, name, from, to }) => {
      const title = name === undefined ? `test('${of}: ` : `test('${name}', `;
      return from === to || !textOf(file).includes(title);
    })
    .map(({ of, test: file, name }) => `${of}: ${file} has no test "${name ?? of}"`);
  assert.deepEqual(nameless, []);
});

test('every rule of the ledger has a mutant', () => {
  const rules = Array.from({ length: 20 }, (_, n) => `rule ${n + 1}`);
  const held = new Set(mutants.map(({ of }) => of));
  assert.deepEqual(
    rules.filter((rule) => !held.has(rule)),
    [],
  );
});
