import assert from 'node:assert/strict';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runGit } from '../../electron/git/runGit.ts';
import { readKey } from '../../electron/seal/keyFile.ts';
import { openWorkspace } from '../../electron/workspace/openWorkspace.ts';
import type { RecordOf } from '../../shared/record/envelope.ts';
import { sealRecord } from '../../shared/record/seal.ts';
import { openTestDesk } from '../support/desk.ts';
import { folderRemote, tempFolder } from '../support/gitServer.ts';
import { draftOf, submit } from '../support/submit.ts';

const LATER = 9_000;

test('what met an id that another desk had made first is said again under a new one, word for word', async (t) => {
  const first = await openTestDesk(t);
  await first.close();
  const remote = await folderRemote(t);
  const ledger = join(first.home, 'boards', 'sample', 'ledger.git');
  await runGit(ledger, ['config', 'remote.origin.url', remote.address]);
  await runGit(ledger, ['push', '--quiet', 'origin', 'main']);
  const ours = await openTestDesk(t, { home: first.home });
  const { change } = await submit(ours);
  const better = await draftOf(ours, { title: 'Worded better, not finished' });
  await ours.ask('drafts.save', { draft: null, change, body: better });
  await ours.close();

  // The other desk has made a change of the same id, with another text.
  const elsewhere = tempFolder(t, 'desk');
  cpSync(first.home, elsewhere, { recursive: true });
  const workspace = await openWorkspace(join(elsewhere, 'workspace.sqlite'));
  const [row] = workspace.outbox.list('sample');
  const record = JSON.parse(row?.files[0]?.text ?? '') as RecordOf<'request'>;
  const folder = join(elsewhere, 'keys', 'sample');
  const keys = readdirSync(folder)
    .filter((name) => !name.endsWith('.pub'))
    .map((name) => readKey(join(folder, name)));
  const signer = keys.find(({ fingerprint }) => fingerprint === record.signed.key);
  if (!row || !signer) throw new Error('no row, or no key');
  const { sig: _sig, seen = '', ...claim } = record.signed;
  const body = { ...record.body, title: 'The other one' };
  const id = `${record.id.slice(0, -4)}ZZZZ`;
  const { path, text } = sealRecord({ kind: 'request', body, ledger: record.ledger, id, seen, ...claim }, signer.sign);
  workspace.outbox.remove([row.row]);
  workspace.outbox.add('sample', { ...row, files: [{ path, text }] });
  workspace.close();
  const theirs = await openTestDesk(t, { home: elsewhere, now: first.now() + LATER });
  await theirs.sendDue();

  const again = await openTestDesk(t, { home: first.home, now: first.now() + LATER });
  await again.sendDue();
  const [waiting, ...more] = await again.ask('unsent.list', {});
  assert.deepEqual(more, []);
  assert.ok(waiting?.change && waiting.change !== change && waiting.problem === undefined);
  assert.equal((await again.ask('changes.read', { change: waiting.change })).row.title, record.body.title);
  assert.equal((await again.ask('changes.read', { change })).row.title, 'The other one');
  assert.deepEqual(
    (await again.ask('drafts.list', {})).map((draft) => draft.change),
    [waiting.change],
    'what is being written revises ours',
  );
  const told = { from: change, to: waiting.change, title: record.body.title };
  assert.deepEqual((await again.ask('today.read', {})).renumbered, [told]);
  assert.deepEqual((await again.ask('changes.read', { change })).renumbered, told, 'the old number leads to the new');
  assert.equal((await again.ask('changes.read', { change: waiting.change })).renumbered, null);
  await again.ask('today.dismissRenumbered', { change });
  assert.deepEqual((await again.ask('today.read', {})).renumbered, []);
  assert.deepEqual((await again.ask('changes.read', { change })).renumbered, told);
  again.pass(LATER);
  await again.sendDue();
  await theirs.sendDue();
  assert.equal((await theirs.ask('changes.read', { change: waiting.change })).row.title, record.body.title);
  assert.deepEqual([...again.defects, ...theirs.defects], []);
});
