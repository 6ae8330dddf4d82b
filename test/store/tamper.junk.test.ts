import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { DAY_MS, HOUR_MS } from '../../shared/time/instant.ts';
import { startLine } from '../support/ledgerLine.ts';
import { rewritten } from '../support/tamper/attack.ts';
import { AT, copyOf, createGitBoard, gateAnswers, gitTexts } from '../support/tamper/gitBoard.ts';
import { freezeOf, readyText } from '../support/tamper/honestBodies.ts';

const honest = { ready: 'allow', rejected: 'deny', frozen: 'deny', bare: 'deny' } as const;

function folderOf(t: TestContext): string {
  const home = mkdtempSync(join(tmpdir(), 'tidegate-junk-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  return join(home, 'ledger.git');
}

test('after any junk a checkpoint can be written, and the gate starts from it', async (t) => {
  const folder = folderOf(t);
  const other = await createGitBoard(folder);
  await other.commit([{ path: 'windows/notes.txt', text: 'x' }]);
  const junk = Array.from({ length: 300 }, (_, n) => ({
    path: `windows/${'n'.repeat(220)}/${n}-${'m'.repeat(220)}.json`,
    text: '{}',
  }));
  await other.commit(junk);
  await other.checkpoint();
  await other.add('request', readyText('CHG-2026-AFTER00', AT), 'rita');
  assert.deepEqual(await gateAnswers(folder, other.root), honest);
});

test('a file in the place of a folder is refused by the desk that would remove it', async (t) => {
  const folder = folderOf(t);
  const other = await createGitBoard(folder);
  await other.commit([{ path: 'changes/2027', text: 'x' }]);
  await assert.rejects(other.add('request', readyText('CHG-2027-0000001', AT), 'rita'), {
    code: 'stale-record',
    facts: { path: 'changes/2027' },
  });
  assert.deepEqual(await gateAnswers(folder, other.root), honest);
});

test('in a clone that is cut off, only what somebody signed can be in doubt', async (t) => {
  const board = await createGitBoard(folderOf(t));
  const copy = copyOf(t, board.folder);
  const line = startLine();
  const windows = copy.git(['ls-tree', '-r', '--name-only', 'main', '--', 'windows']);
  const ledger = /"ledger":"(\w+)"/.exec(copy.git(['show', `main:${windows}`]))?.[1] ?? '';
  const comment = (text: string) =>
    line.sign(
      'comment',
      { change: gitTexts.ready.change, text, follows: [] },
      { by: 'petra', ledger, seen: '5'.repeat(40) },
    );
  const clone = (depth: number): string => {
    const folder = join(copy.folder, '..', `shallow-${depth}.git`);
    copy.git(['clone', '-q', '--bare', `--depth=${depth}`, `file://${copy.folder}`, folder]);
    // Without a remote no copy is stale: the clock of this test is not the machine's.
    copy.git(['--git-dir', folder, 'remote', 'remove', 'origin']);
    return folder;
  };
  const forged = comment('Nobody said this.');
  copy.put(
    forged.path,
    rewritten(forged, ({ body }) => (body['text'] = 'x')),
  );
  assert.deepEqual(await gateAnswers(clone(4), board.root), honest);
  const genuine = comment('Said, having seen what nobody here can.');
  copy.put(genuine.path, genuine.text);
  assert.deepEqual(await gateAnswers(clone(5), board.root), { ...honest, ready: 'indeterminate' });
});

test('the gate hears of the clocks of all who signed since the checkpoint: no loosening is dated back past them', async (t) => {
  const folder = folderOf(t);
  const other = await createGitBoard(folder);
  const span = { start: AT - DAY_MS, end: AT + DAY_MS };
  const carls = { owner: 'carl', ownerRole: 'change-manager' } as const;
  const first = await other.say('window', freezeOf('all-lyon', 'lyon', span, carls));
  assert.equal((await gateAnswers(folder, other.root)).ready, 'deny');
  other.moveTo(AT - 5 * DAY_MS);
  await other.checkpoint();
  other.moveTo(AT - HOUR_MS);
  for (const [n, by] of ['rita', 'ivan'].entries())
    await other.add('request', readyText(`CHG-2026-AFTER0${n}`, AT), by);
  other.moveTo(AT - 4 * DAY_MS);
  const shortened = freezeOf('all-lyon', 'lyon', { ...span, end: AT - HOUR_MS }, carls);
  await other.add('window', { ...shortened, follows: [first] });
  assert.equal((await gateAnswers(folder, other.root)).ready, 'deny');
});
