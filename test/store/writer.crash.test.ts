import assert from 'node:assert/strict';
import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import Sqlite from 'better-sqlite3';
import { headOf } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { TidegateError } from '../../shared/errors.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { submit } from '../support/submit.ts';

const all = { filter: {}, sort: { by: 'change', descending: false }, offset: 0, limit: 500 } as const;
const ledgerOf = ({ home }: TestDesk) => join(home, 'boards', 'sample', 'ledger.git');
const LATER = 9_000;

async function send(desk: TestDesk): Promise<void> {
  desk.pass(LATER);
  await desk.sendDue();
}

test('a kill between the commit and the outbox sends nothing twice', async (t) => {
  const desk = await openTestDesk(t);
  const { change } = await submit(desk);
  await desk.close();
  const workspace = join(desk.home, 'workspace.sqlite');
  copyFileSync(workspace, `${workspace}.before`);
  const sender = await openTestDesk(t, { home: desk.home });
  await send(sender);
  await sender.close();
  const head = await headOf(ledgerOf(desk));
  copyFileSync(`${workspace}.before`, workspace);

  const again = await openTestDesk(t, { home: desk.home });
  assert.deepEqual(await again.ask('unsent.list', {}), []);
  await send(again);
  assert.equal(await headOf(ledgerOf(again)), head);
  assert.equal((await again.ask('changes.read', { change })).history.length, 1);
});

test('the same outbox on the same head makes the same commit', async (t) => {
  const desk = await openTestDesk(t);
  await submit(desk);
  await submit(desk, { title: 'A second one in the same batch' });
  await desk.close();
  const copy = mkdtempSync(join(tmpdir(), 'tidegate-'));
  t.after(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(desk.home, copy, { recursive: true });
  const heads = [];
  for (const home of [desk.home, copy]) {
    const sender = await openTestDesk(t, { home });
    await send(sender);
    heads.push(await headOf(ledgerOf(sender)));
  }
  assert.equal(heads[0], heads[1]);
});

test('a batch of actions is one commit', async (t) => {
  const desk = await openTestDesk(t);
  const before = (await desk.ask('ledger.health', {})).commits;
  for (const title of ['First', 'Second', 'Third']) await submit(desk, { title });
  await send(desk);
  const { commits, problems } = await desk.ask('ledger.health', {});
  assert.equal(commits, before + 1);
  assert.deepEqual(problems, []);
});

test('without its catalogue, and with one from yesterday, the desk shows the same board', async (t) => {
  const desk = await openTestDesk(t);
  const file = join(desk.home, 'boards', 'sample', 'catalog.sqlite');
  await desk.close();
  copyFileSync(file, `${file}.yesterday`);
  const writing = await openTestDesk(t, { home: desk.home });
  await submit(writing);
  await send(writing);
  await submit(writing, { title: 'Said and not sent' });
  const expected = await writing.ask('changes.list', all);
  assert.equal(expected.total, 122);
  await writing.close();

  copyFileSync(`${file}.yesterday`, file);
  const stale = await openTestDesk(t, { home: desk.home, now: writing.now() });
  assert.deepEqual(await stale.ask('changes.list', all), expected);
  await stale.close();
  rmSync(file);
  const rebuilt = await openTestDesk(t, { home: desk.home, now: writing.now() });
  assert.deepEqual(await rebuilt.ask('changes.list', all), expected);
});

test('undo after a kill leaves no row of the change behind', async (t) => {
  const desk = await openTestDesk(t);
  const { row, change } = await submit(desk);
  await desk.close();
  const db = new Sqlite(join(desk.home, 'workspace.sqlite'));
  db.prepare('DELETE FROM outbox WHERE row = ?').run(row);
  db.close();
  const again = await openTestDesk(t, { home: desk.home });
  assert.equal(
    (await again.ask('changes.list', all)).rows.some((each) => each.change === change),
    false,
  );
});

test('a line that was put back to an earlier commit is read anew', async (t) => {
  const desk = await openTestDesk(t);
  await submit(desk);
  const before = await headOf(ledgerOf(desk));
  await send(desk);
  await desk.close();
  await runGit(ledgerOf(desk), ['update-ref', 'refs/heads/main', before ?? '']);
  const again = await openTestDesk(t, { home: desk.home });
  assert.equal((await again.ask('app.status', {})).head, before);
  assert.equal((await again.ask('changes.list', all)).total, 120);
});

test('an action that does not count any more is kept with its reason, and the others are sent', async (t) => {
  const desk = await openTestDesk(t);
  const { row } = await submit(desk);
  await submit(desk, { title: 'Sound as a bell' });
  await desk.close();
  spoil(t, desk.home, row);
  const again = await openTestDesk(t, { home: desk.home });
  await send(again);
  const [kept, ...more] = await again.ask('unsent.list', {});
  assert.deepEqual([kept?.row, kept?.problem, more.length], [row, 'signature-wrong', 0]);
  await again.ask('unsent.undo', { row });
  assert.deepEqual(await again.ask('unsent.list', {}), []);
});

/** Alters one letter of the record's title, so that its signature no longer fits. */
function spoil(_t: TestContext, home: string, row: number): void {
  const db = new Sqlite(join(home, 'workspace.sqlite'));
  db.prepare(`UPDATE outbox SET files = replace(files, 'Replace the label', 'Replaxe the label') WHERE row = ?`).run(
    row,
  );
  db.close();
}

test('a line that somebody edited is shown up to the break, and nothing is signed on top of it', async (t) => {
  const desk = await openTestDesk(t);
  const { row } = await submit(desk);
  await desk.close();
  const good = await headOf(ledgerOf(desk));
  const { stdout } = await runGit(ledgerOf(desk), ['ls-tree', '-r', '--name-only', 'main', 'windows/']);
  const [path] = stdout.toString().split('\n');
  await runGit(ledgerOf(desk), ['fast-import', '--quiet'], {
    input: `commit refs/heads/main\ncommitter Mallory <m@example.org> 1795000000 +0000\ndata 4\nGone\nfrom ${good}\nD ${path}\n\n`,
  });
  for (let start = 0; start < 2; start += 1) {
    const again = await openTestDesk(t, { home: desk.home });
    const status = await again.ask('app.status', {});
    assert.deepEqual([status.halted, status.head, status.changes], ['removed', good, 121]);
    assert.equal((await again.ask('ledger.health', {})).halt?.paths[0], path);
    await assert.rejects(submit(again), (error) => error instanceof TidegateError && error.code === 'ledger-halted');
    const broken = await headOf(ledgerOf(again));
    await send(again);
    assert.equal(await headOf(ledgerOf(again)), broken);
    assert.equal((await again.ask('unsent.list', {}))[0]?.row, row, 'what was signed before is kept');
    await again.close();
  }
});
