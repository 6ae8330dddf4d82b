import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { writePack } from '../../electron/audit/writePack.ts';
import { packChangeNamed, packOf } from '../support/packDocument.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidegate-pack-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const idOf = (n: number) => `CHG-2026-${String(n).padStart(7, '0')}`;
const hostile = packChangeNamed(idOf(2), {
  title: `\u202Eredrum\u0007 中文 🎉 ${'unbreakable'.repeat(30)}`,
  texts: [
    { heading: 'Reason', text: 'x'.repeat(9_000) },
    { heading: 'Implementation', text: 'line\n'.repeat(300) },
  ],
});
const pack = packOf([
  packChangeNamed(idOf(1)),
  hostile,
  ...Array.from({ length: 60 }, (_, n) => packChangeNamed(idOf(n + 3))),
]);
const path = join(folder, 'pack.pdf');
await writePack({ pack, path });

/** Output of a program of poppler or qpdf; skips, naming the package, where it is not installed. */
function run(t: TestContext, program: string, words: readonly string[], from: string): string | null {
  try {
    return execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    t.skip(`${program} is not installed; it comes with the package ${from}`);
    return null;
  }
}

test('the same pack is the same bytes', async () => {
  const again = join(folder, 'again.pdf');
  await writePack({ pack, path: again });
  assert.ok(readFileSync(again).equals(readFileSync(path)));
});

test('the file is sound', (t) => {
  const said = run(t, 'qpdf', ['--check', path], 'qpdf');
  if (said !== null) assert.match(said, /No syntax or stream encoding errors found/);
});

test('the file is tagged, titled and dated by its records', (t) => {
  const said = run(t, 'pdfinfo', ['-isodates', path], 'poppler-utils');
  if (said === null) return;
  assert.match(said, /Tagged: +yes/);
  assert.match(said, /Title: +Change audit pack, Test board/);
  assert.match(said, /CreationDate: +2026-11-05T10:00:00/);
  const tree = run(t, 'pdfinfo', ['-struct', path], 'poppler-utils') ?? '';
  for (const tag of ['H1', 'H2', 'Table', 'TH', 'TD', 'TOC']) assert.ok(tree.includes(tag), `${tag} in the structure`);
});

test('every record is attached byte for byte', (t) => {
  const listed = run(t, 'pdfdetach', ['-list', path], 'poppler-utils');
  if (listed === null) return;
  assert.match(listed, /^125 embedded files/);
  const out = mkdtempSync(join(folder, 'out-'));
  run(t, 'pdfdetach', ['-saveall', '-o', out, path], 'poppler-utils');
  const texts = new Map(pack.changes.flatMap(({ records }) => records.map(({ name, text }) => [name, text])));
  for (const [name, text] of texts) assert.equal(readFileSync(join(out, name), 'utf8'), text);
});

test('hostile text is shown, not obeyed, and pages are numbered', (t) => {
  const text = run(t, 'pdftotext', ['-layout', path, '-'], 'poppler-utils');
  if (text === null) return;
  assert.match(text, /<U\+202E>redrum<U\+0007>/);
  assert.ok(!text.includes('\u202E') && !text.includes('\u0007'));
  const total = Number(/1 of (\d+)/.exec(text)?.[1]);
  assert.ok(total > 70);
  assert.match(text, new RegExp(`${total} of ${total}`));
});

test('a pack that is cancelled leaves no file', async () => {
  const stop = new AbortController();
  const target = join(folder, 'cancelled', 'pack.pdf');
  const told: number[] = [];
  const running = writePack({
    pack,
    path: target,
    signal: stop.signal,
    onProgress: (done) => {
      told.push(done);
      stop.abort();
    },
  });
  await assert.rejects(running, { code: 'cancelled' });
  assert.ok(told.length > 0);
  assert.ok(!existsSync(target));
  assert.deepEqual(readdirSync(join(folder, 'cancelled')), []);
});
