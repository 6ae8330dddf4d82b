import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSources } from '../support/sources.ts';

const CEILING_LINES = 250;
const sources = readSources();

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

test('no file is longer than a reader can hold', (context) => {
  context.diagnostic(
    ['shared', 'electron', 'renderer', 'test']
      .map((room) => {
        const lines = sources.filter((source) => source.file.startsWith(`${room}/`)).map((source) => source.lines);
        return `${room}: ${lines.length} files, median ${median(lines)}, longest ${Math.max(0, ...lines)}`;
      })
      .join('; '),
  );
  const long = sources
    .filter((source) => source.lines > CEILING_LINES)
    .map((source) => `${source.file}: ${source.lines} lines`);
  assert.deepEqual(long, []);
});

test('half of the files are short', () => {
  assert.ok(median(sources.map((source) => source.lines)) <= 100);
});

test('files are named after what they hold, in the case of their kind', () => {
  const vague = /\/(index|utils?|helpers?|types|misc|constants)\.tsx?$/;
  const shapely = /\/([a-z][A-Za-z0-9]*|[A-Z][A-Za-z0-9]*)(\.[A-Za-z0-9-]+)*\.tsx?$/;
  const odd = sources.filter(({ file }) => vague.test(file) || !shapely.test(file)).map(({ file }) => file);
  assert.deepEqual(odd, []);
});

test('nothing is re-exported, exported by default, left for later or silenced', () => {
  const banned: ReadonlyArray<readonly [what: string, pattern: RegExp]> = [
    ['a barrel', /^export \* from|^export \{[^}]*\} from/m],
    ['a default export', /^export default /m],
    ['a note to self', /\b(TODO|FIXME|XXX|HACK)\b/],
    [
      'a check silenced without a reason',
      /@ts-(ignore|expect-error|nocheck)|eslint-disable|oxlint-disable(?!-next-line \S+ -- \w)|prettier-ignore/,
    ],
    ['an enum', /^\s*(export )?(const )?enum \w+ \{/m],
  ];
  const found = sources
    .filter(({ file }) => file !== 'test/architecture/shape.test.ts')
    .flatMap(({ file, text }) =>
      banned.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${file}: ${what}`),
    );
  assert.deepEqual(found, []);
});

test('classes are for errors, and for the one boundary that React has no other form for', () => {
  const classes = sources
    .filter(({ file }) => !file.startsWith('test/'))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/^\s*(?:export )?(?:abstract )?class (\w+)(?: extends (\w+))?/gm)].map(([, name, base]) => ({
        file,
        name,
        base,
      })),
    )
    .filter(
      ({ file, base }) => !(base ?? '').endsWith('Error') && !(file.startsWith('renderer/') && base === 'Component'),
    )
    .map(({ file, name }) => `${file}: ${name}`);
  assert.deepEqual(classes, []);
});
