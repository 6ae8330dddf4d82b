import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import Sqlite from 'better-sqlite3';
import { openWorkspace } from '../../electron/workspace/openWorkspace.ts';
import { TidegateError } from '../../shared/errors.ts';

const BOARD = '01J0000000000000000000000A';
function workspaceFile(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'tidegate-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return join(folder, 'workspace.sqlite');
}
const action = (what: string) => ({
  what,
  subject: 'CHG-2026-7K3FQ2M',
  author: 'ana',
  files: [{ path: 'changes/2026/7K/x.json', text: '{}\n' }],
  at: 1_000,
  sendAfter: 9_000,
});

test('an action in the outbox is there after the process was killed', async (t) => {
  const file = workspaceFile(t);
  const before = await openWorkspace(file);
  const row = before.outbox.add(BOARD, action('approve'));
  // No close: this is what a kill leaves behind.
  const after = await openWorkspace(file);
  assert.deepEqual(after.outbox.list(BOARD), [{ row, problem: null, ...action('approve') }]);
  before.close();
  after.close();
});

test('rule 18: what the outbox holds is on the disk before an action counts as done', async (t) => {
  const connections = new Set<Sqlite.Database>();
  const { pragma } = Sqlite.prototype;
  Sqlite.prototype.pragma = function (this: Sqlite.Database, ...given: Parameters<typeof pragma>) {
    connections.add(this);
    return pragma.apply(this, given);
  };
  t.after(() => (Sqlite.prototype.pragma = pragma));
  const file = workspaceFile(t);
  const workspace = await openWorkspace(file);
  const own = [...connections].filter(({ name, open }) => name === file && open);
  const read = (what: string) => own.map((db) => db.pragma(what, { simple: true }));
  assert.deepEqual(
    [read('synchronous'), read('journal_mode')],
    [[2], ['wal']],
    'FULL, with a log that is written ahead',
  );
  workspace.close();
});

test('rows keep the order in which they were done and numbers are not used twice', async () => {
  const workspace = await openWorkspace(':memory:');
  const first = workspace.outbox.add(BOARD, action('submit'));
  workspace.outbox.remove([first]);
  const second = workspace.outbox.add(BOARD, action('approve'));
  assert.ok(second > first);
  assert.deepEqual(workspace.outbox.list('another board'), []);
  workspace.close();
});

test('a workspace that a newer build wrote is refused and left alone', async (t) => {
  const file = workspaceFile(t);
  const db = new Sqlite(file);
  db.pragma('user_version = 99');
  db.close();
  await assert.rejects(
    openWorkspace(file),
    (error) => error instanceof TidegateError && error.code === 'workspace-too-new' && error.facts['current'] === 99,
  );
  const again = new Sqlite(file);
  assert.equal(again.pragma('user_version', { simple: true }), 99);
  again.close();
});

test('views, settings and jobs come back as they were saved', async () => {
  const workspace = await openWorkspace(':memory:');
  workspace.settings.saveView('changes', { columns: ['title'], zoom: 2 });
  assert.deepEqual(workspace.settings.readView('changes'), { columns: ['title'], zoom: 2 });
  assert.equal(workspace.settings.readView('calendar'), null);
  workspace.settings.save('actAs', 'ana');
  assert.equal(workspace.settings.read('actAs'), 'ana');
  const view = {
    job: 'j1',
    kind: 'pack',
    title: 'November',
    state: 'done',
    step: '',
    done: 1,
    total: 1,
    startedAt: 5,
  } as const;
  workspace.jobs.save(BOARD, view, { path: 'x.pdf' });
  assert.deepEqual(workspace.jobs.list(BOARD), [view]);
  assert.deepEqual(workspace.jobs.report('j1'), { path: 'x.pdf' });
  workspace.close();
});
