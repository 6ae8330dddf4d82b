import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSources, targetOf } from '../support/sources.ts';

/** The first way back to a file that is still being walked, as `a -> b -> a`. */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): string | null {
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): string | null => {
    const seen = path.indexOf(file);
    if (seen !== -1) return [...path.slice(seen), file].join(' -> ');
    if (done.has(file)) return null;
    for (const next of graph.get(file) ?? []) {
      const cycle = walk(next, [...path, file]);
      if (cycle !== null) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const cycle = walk(file, []);
    if (cycle !== null) return cycle;
  }
  return null;
}

test('no file imports its way back to itself, types included', () => {
  const graph = new Map(
    readSources().map((source) => [
      source.file,
      source.imports.map((name) => targetOf(source, name)).filter((target) => target !== null),
    ]),
  );
  assert.equal(findCycle(graph), null);
});

test('a ring of three is found', () => {
  const ring = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['b']],
  ]);
  assert.equal(findCycle(ring), 'b -> c -> b');
});
