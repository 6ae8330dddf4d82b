import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import Sqlite from 'better-sqlite3';
import { openWorkspace } from '../../electron/workspace/openWorkspace.ts';
import { createDice } from '../../shared/sample/dice.ts';
import { openTestDesk } from '../support/desk.ts';
import { rounds, seed } from '../support/seed.ts';
import { draftOf, submit } from '../support/submit.ts';

const ROWS = 40;
const PAGE = 4_096;

/** A closed workspace with actions in its outbox, as bytes. */
async function filled(t: TestContext): Promise<{ readonly file: string; readonly bytes: Buffer }> {
  const home = mkdtempSync(join(tmpdir(), 'tidegate-corrupt-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  const file = join(home, 'workspace.sqlite');
  const workspace = await openWorkspace(file);
  for (let n = 0; n < ROWS; n += 1)
    workspace.outbox.add('sample', {
      what: 'submit',
      subject: `CHG-${n}`,
      author: 'rita',
      files: [{ path: `changes/${n}`, text: `${n}`.repeat(900) }],
      at: n,
      sendAfter: n,
    });
  workspace.settings.save('board', 'ours');
  workspace.close();
  return { file, bytes: readFileSync(file) };
}

async function subjectsAfter(file: string, bytes: Buffer): Promise<readonly (string | null)[]> {
  writeFileSync(file, bytes);
  const workspace = await openWorkspace(file);
  const subjects = workspace.outbox.list('sample').map(({ subject }) => subject);
  workspace.close();
  return subjects;
}

/** Rows that SQLite itself still gives, one by one. */
function readable(file: string, bytes: Buffer): string[] {
  const copy = `${file}.oracle`;
  writeFileSync(copy, bytes);
  const found: string[] = [];
  try {
    const db = new Sqlite(copy);
    for (let row = 1; row <= ROWS; row += 1) {
      try {
        const given = db
          .prepare<[number], { subject: string; board: string }>('SELECT * FROM outbox WHERE row = ?')
          .get(row);
        // Of another board's row nobody would ask here.
        if (given?.board === 'sample') found.push(given.subject);
      } catch {
        continue;
      }
    }
    db.close();
  } catch {
    return [];
  } finally {
    rmSync(copy);
  }
  return found;
}

const all = Array.from({ length: ROWS }, (_, n) => `CHG-${n}`);
const asides = (file: string) => readdirSync(join(file, '..')).filter((name) => name.includes('.damaged-'));

test('without its first page, or with another header, every action is still there', async (t) => {
  const { file, bytes } = await filled(t);
  for (const [at, value] of [
    [0, 0],
    [0, 0xff],
    [16, 0x55],
  ] as const) {
    const damaged = Buffer.from(bytes);
    damaged.fill(value, at, at === 0 ? PAGE : 90);
    assert.deepEqual(await subjectsAfter(file, damaged), all);
  }
  assert.equal(asides(file).length, 3);
});

test('what is cut off is lost, what is left is found, and the damaged file is kept as it was', async (t) => {
  const { file, bytes } = await filled(t);
  for (const share of [0.3, 0.6, 0.95]) {
    const cut = bytes.subarray(0, Math.floor(bytes.length * share));
    const found = await subjectsAfter(file, cut);
    const aside = asides(file).at(-1) ?? '';
    assert.deepEqual(readFileSync(join(file, '..', aside)), cut);
    if (share > 0.9) assert.ok(found.length > ROWS / 2, `${found.length}`);
  }
});

test('an emptied or foreign file never passes for a new workspace', async (t) => {
  const { file } = await filled(t);
  for (const bytes of [Buffer.alloc(0), Buffer.from('hello'), Buffer.alloc(PAGE * 3, 0xaa)]) {
    assert.deepEqual(await subjectsAfter(file, bytes), []);
    const workspace = await openWorkspace(file);
    assert.deepEqual(workspace.damaged, asides(file));
    workspace.close();
  }
  assert.equal(asides(file).length, 3);
});

test('whatever bits flip, no action that can still be read is lost', async (t) => {
  const { file, bytes } = await filled(t);
  const dice = createDice(`corrupt ${seed}`);
  let mended = 0;
  for (let round = 0; round < rounds(6, 300); round += 1) {
    const damaged = Buffer.from(bytes);
    for (let flips = dice.between(1, 60); flips > 0; flips -= 1) {
      const at = dice.between(0, damaged.length - 1);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << dice.between(0, 7));
    }
    // A whole page of garbage, as a failing disk leaves it.
    if (dice.chance(0.5))
      damaged.fill(dice.between(0, 255), PAGE * dice.between(1, bytes.length / PAGE - 2)).subarray(PAGE);
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    const expected = readable(file, damaged).filter((subject) => all.includes(subject));
    const before = asides(file).length;
    const found = await subjectsAfter(file, damaged);
    const lost = expected.filter((subject) => !found.includes(subject));
    assert.deepEqual(lost, [], `round ${round}`);
    if (asides(file).length > before) mended += 1;
  }
  t.diagnostic(`${mended} of ${rounds(6, 300)} damaged workspaces were mended`);
});

test('a kill while a workspace is mended loses nothing', async (t) => {
  const { file, bytes } = await filled(t);
  const damaged = Buffer.from(bytes).fill(0, 0, PAGE);
  assert.deepEqual(await subjectsAfter(file, damaged), all);
  // As it stands between the two last steps: the damaged file aside, the mended one not in its place yet.
  copyFileSync(file, `${file}.mended`);
  rmSync(file);
  const again = await openWorkspace(file);
  assert.equal(again.outbox.list('sample').length, ROWS);
  again.close();
});

test('a desk with a damaged workspace has its unsent actions again and sends them', async (t) => {
  const desk = await openTestDesk(t);
  const { change } = await submit(desk);
  await desk.ask('drafts.save', { draft: null, change: null, body: await draftOf(desk) });
  await desk.close();
  const file = join(desk.home, 'workspace.sqlite');
  writeFileSync(file, readFileSync(file).fill(0, 0, PAGE));
  const again = await openTestDesk(t, { home: desk.home, now: desk.now() });
  assert.equal((await again.ask('app.status', {})).damaged, 'workspace.sqlite.damaged-1');
  assert.equal((await again.ask('unsent.list', {})).length, 1);
  assert.equal((await again.ask('drafts.list', {})).length, 1);
  again.pass(9_000);
  await again.sendDue();
  assert.equal((await again.ask('changes.read', { change })).history[0]?.unsent, false);
  assert.deepEqual(again.defects, []);
});
