import assert from 'node:assert/strict';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { headOf } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { TidegateError } from '../../shared/errors.ts';
import { createDice } from '../../shared/sample/dice.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import type { GateBoard } from '../support/gateBoard.ts';
import { rounds, seed } from '../support/seed.ts';
import { ended, submit } from '../support/submit.ts';
import { createGitBoard, gateAnswers } from '../support/tamper/gitBoard.ts';

type Damage = (bytes: Buffer) => Buffer;
const half: Damage = (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2));
const nothing: Damage = () => Buffer.alloc(0);
const torn: Damage = (bytes) => bytes.subarray(0, 7);

/** Garbage all over it, the first bytes spared. */
const littered: Damage = (bytes) => {
  const dice = createDice(`catalogue ${seed}`);
  for (let n = 0; n < 400; n += 1) bytes.writeUInt8(dice.between(0, 255), dice.between(100, bytes.length - 1));
  return bytes;
};
/** A bit turned round every now and then. */
const bent: Damage = (bytes) => {
  for (let at = 2_000; at < bytes.length - 100; at += 61) bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
  return bytes;
};

/** One letter of a stored title, which no check of SQLite's own sees. */
const turned: Damage = (bytes) => {
  const at = bytes.indexOf('Sent');
  assert.ok(at > 0);
  bytes.write('T', at);
  return bytes;
};

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function spoil(file: string, damage: Damage): void {
  chmodSync(file, 0o644);
  writeFileSync(file, damage(readFileSync(file)));
}

/** A desk with one action sent and one that waits, closed. */
async function workedAt(t: TestContext): Promise<TestDesk> {
  const desk = await openTestDesk(t);
  await submit(desk, { title: 'Sent' });
  desk.pass(9_000);
  await desk.sendDue();
  await submit(desk, { title: 'Not sent' });
  await desk.close();
  return desk;
}
const ledgerOf = ({ home }: TestDesk) => join(home, 'boards', 'sample', 'ledger.git');
const refusal = async (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'answered',
    (error: unknown) => (error instanceof TidegateError ? error.code : String(error)),
  );

test('a lost, torn or foreign branch is put back to what was verified last', async (t) => {
  const desk = await workedAt(t);
  const head = await headOf(ledgerOf(desk));
  for (const damage of [nothing, torn, () => Buffer.from(`${'1'.repeat(40)}\n`)]) {
    spoil(join(ledgerOf(desk), 'refs', 'heads', 'main'), damage);
    const again = await openTestDesk(t, { home: desk.home, now: desk.now() });
    assert.equal((await again.ask('app.status', {})).changes, 122);
    assert.equal(await headOf(ledgerOf(desk)), head);
    assert.equal((await again.ask('unsent.list', {})).length, 1);
    await again.close();
  }
});

test('a truncated, bent, emptied or missing catalogue is made again', async (t) => {
  const desk = await workedAt(t);
  const file = join(desk.home, 'boards', 'sample', 'catalog.sqlite');
  const good = readFileSync(file);
  const sum = readFileSync(`${file}.sum`);
  const damages = [turned, bent, nothing, 'missing', half, torn, littered] as const;
  for (const damage of damages.slice(0, rounds(3, damages.length))) {
    writeFileSync(file, good);
    writeFileSync(`${file}.sum`, sum);
    if (damage === 'missing') rmSync(file);
    else spoil(file, damage);
    // As after a run that was cut off: nobody noted what the file held.
    if (damage === bent) rmSync(`${file}.sum`);
    const again = await openTestDesk(t, { home: desk.home, now: desk.now() });
    const { changes, unsent } = await again.ask('app.status', {});
    assert.deepEqual([changes, unsent], [122, 1]);
    const found = { filter: {}, sort: { by: 'change', descending: false }, offset: 0, limit: 500 } as const;
    const { rows, total } = await again.ask('changes.list', found);
    assert.equal(total, 122);
    assert.equal(rows.filter(({ title }) => title === 'Sent').length, 1);
    assert.deepEqual(again.defects, []);
    await again.close();
  }
});

test('an index that makes no sense inside is made again as well, with nothing noted of what it held', async (t) => {
  const desk = await workedAt(t);
  const file = join(desk.home, 'boards', 'sample', 'catalog.sqlite');
  rmSync(`${file}.sum`);
  spoil(file, turned);
  const again = await openTestDesk(t, { home: desk.home, now: desk.now() });
  assert.equal((await again.ask('app.status', {})).changes, 122);
  assert.deepEqual(again.defects, []);
});

test('damaged objects are named, and what was not sent stays', async (t) => {
  const desk = await workedAt(t);
  const objects = filesIn(join(ledgerOf(desk), 'objects'));
  const pack = objects.find((file) => file.endsWith('.pack')) ?? '';
  const index = objects.find((file) => file.endsWith('.idx')) ?? '';
  const newest = objects
    .filter((file) => !file.includes('pack'))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  const cases: readonly (readonly [string, Damage])[] = [
    [pack, half],
    [pack, bent],
    [index, torn],
    [newest[0] ?? '', torn],
    [join(ledgerOf(desk), 'HEAD'), nothing],
    [join(ledgerOf(desk), 'config'), () => Buffer.from('[[')],
  ];
  for (const [n, [file, damage]] of cases.slice(0, rounds(2, cases.length)).entries()) {
    const home = `${desk.home}-${n}`;
    t.after(() => rmSync(home, { recursive: true, force: true }));
    cpSync(desk.home, home, { recursive: true });
    spoil(file.replace(desk.home, home), damage);
    // Without its catalogue the desk has nothing to go by but Git.
    rmSync(join(home, 'boards', 'sample', 'catalog.sqlite'));
    const again = await openTestDesk(t, { home, now: desk.now() });
    assert.equal(await refusal(again.ask('app.status', {})), 'ledger-damaged', file);
    await again.sendDue();
    await again.close();
    // With the file back everything is there again.
    cpSync(file, file.replace(desk.home, home), { force: true });
    const cured = await openTestDesk(t, { home, now: desk.now() });
    assert.equal((await cured.ask('app.status', {})).changes, 122);
    assert.equal((await cured.ask('unsent.list', {})).length, 1);
    await cured.close();
  }
});

test('a verification of a damaged ledger fails, and says why', async (t) => {
  const desk = await workedAt(t);
  const pack = filesIn(join(ledgerOf(desk), 'objects')).find((file) => file.endsWith('.pack')) ?? '';
  spoil(pack, half);
  const again = await openTestDesk(t, { home: desk.home, now: desk.now() });
  const { job } = await again.ask('ledger.verify', {});
  const view = await ended(again, job);
  assert.deepEqual([view.state, view.problem?.code], ['failed', 'ledger-damaged']);
});

const home = mkdtempSync(join(tmpdir(), 'tidegate-gate-corrupt-'));
let board: GateBoard;
before(async () => {
  board = await createGitBoard(join(home, 'ledger.git'));
  await runGit(board.folder, ['repack', '-adq']);
});
after(() => rmSync(home, { recursive: true, force: true }));

test('on a damaged copy the gate is undecided, and never milder than on a whole one', async (t) => {
  const honest = { ready: 'allow', rejected: 'deny', frozen: 'deny', bare: 'deny' } as const;
  const dice = createDice(`gate ${seed}`);
  let undecided = 0;
  const count = rounds(3, 200);
  for (let n = 0; n < count; n += 1) {
    const copy = join(home, `copy-${n}.git`);
    cpSync(board.folder, copy, { recursive: true });
    const kind = dice.chance(0.7) ? '.pack' : '.idx';
    const pack = filesIn(join(copy, 'objects')).find((file) => file.endsWith(kind)) ?? '';
    const mode = dice.between(0, 3);
    spoil(pack, (bytes) => {
      if (mode === 0) return bytes.subarray(0, dice.between(0, bytes.length));
      for (let flips = dice.between(1, 200); flips > 0; flips -= 1)
        bytes.writeUInt8(dice.between(0, 255), dice.between(12, bytes.length - 1));
      return bytes;
    });
    const answers = await gateAnswers(copy, board.root).catch((error: unknown) => {
      // The command line turns every refusal into exit code 20.
      assert.ok(error instanceof TidegateError, String(error));
      undecided += 1;
      return null;
    });
    for (const [text, answer] of Object.entries(answers ?? {}))
      assert.ok(
        answer === 'indeterminate' || answer === honest[text as keyof typeof honest],
        `${n}: ${text} ${answer}`,
      );
    rmSync(copy, { recursive: true });
  }
  t.diagnostic(`${count} damaged copies, ${undecided} of them refused`);
});

test('without the blob of a freeze the gate is undecided', async () => {
  const copy = join(home, 'without.git');
  cpSync(board.folder, copy, { recursive: true });
  const { stdout } = await runGit(copy, ['ls-tree', '-r', 'main', 'windows/']);
  const [, , blob = ''] = stdout.toString().split(/\s/);
  const pack = filesIn(join(copy, 'objects')).find((file) => file.endsWith('.pack')) ?? '';
  const bytes = readFileSync(pack);
  for (const file of filesIn(join(copy, 'objects'))) rmSync(file);
  await runGit(copy, ['unpack-objects', '-q'], { input: bytes });
  rmSync(join(copy, 'objects', blob.slice(0, 2), blob.slice(2)));
  await assert.rejects(gateAnswers(copy, board.root), { code: 'git-failed' });
});
