import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headOf } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { writeCommit } from '../../electron/git/writeCommit.ts';
import { editRoster } from '../../shared/people/editRoster.ts';
import type { RosterEdit } from '../../shared/people/rosterEdit.ts';
import { digestOf } from '../../shared/record/digest.ts';
import type { RecordOf } from '../../shared/record/envelope.ts';
import type { BodyOf, Kind } from '../../shared/record/kinds.ts';
import { sealRecord } from '../../shared/record/seal.ts';
import { toInstant } from '../../shared/time/instant.ts';
import { artifact } from '../support/gateBoard.ts';
import { keyFileOf } from '../support/gateKeys.ts';
import { keyNamed, signerNamed } from '../support/ledgerPeople.ts';
import { codes, createPipelines, type Pipelines } from '../support/pipelines.ts';

const FIRST = 'pipe';
const SECOND = 'pipe in Newark';

let said = 0;

/** Signs one record with this key at the end of the remote's line, wherever pipelines have brought it. */
async function say<K extends Kind>({ board }: Pipelines, kind: K, body: BodyOf<K>, by: string, key = by) {
  const parent = (await headOf(board.folder)) ?? '';
  const path = (await runGit(board.folder, ['ls-tree', '--name-only', 'main', 'ledger/'])).stdout.toString().trim();
  const signer = signerNamed(key);
  const claim = { by, key: signer.fingerprint, at: toInstant(Date.now()), seen: parent };
  const id = `01KAJ${String((said += 1)).padStart(21, '0')}`;
  const ledger = path.slice('ledger/'.length, -'.json'.length);
  const file = sealRecord({ kind, body, ledger, id, ...claim }, signer.sign);
  const author = { name: 'Another desk', email: 'desk@example.invalid' };
  await writeCommit(board.folder, { parent, files: [file], message: 'Said', author, at: Date.now() });
}

/** The next roster, by the steps that the People page signs. */
async function edit(pipes: Pipelines, ...edits: RosterEdit[]): Promise<void> {
  const { folder } = pipes.board;
  const show = async (...args: string[]) => (await runGit(folder, args)).stdout.toString();
  const paths = (await show('ls-tree', '--name-only', 'main', 'roster/')).trim().split('\n');
  const texts = await Promise.all(paths.map((path) => show('show', `main:${path}`)));
  const followed = new Set(texts.flatMap((text) => (JSON.parse(text) as RecordOf<'roster'>).body.follows));
  const text = texts.find((each) => !followed.has(digestOf(each))) ?? '';
  const { body } = JSON.parse(text) as RecordOf<'roster'>;
  await say(pipes, 'roster', { people: [...editRoster(body.people, edits)], follows: [digestOf(text)] }, 'ada');
}

test('a pipeline with two keys begins and reports with either; the revoked one does neither, and what it said stands', async (t) => {
  const pipes = await createPipelines(t);
  const { board, clone, gate, home } = pipes;
  const [one, two, three] = [await board.change(), await board.change(), await board.change()];
  await board.checkpoint();
  const folder = await clone('--bare');
  const keys = { [FIRST]: keyFileOf(home, FIRST), [SECOND]: keyFileOf(home, SECOND) };
  const ask = (command: string, key: keyof typeof keys, change: string, ...more: string[]) =>
    gate(command, folder, change, '--key', keys[key], '--format', 'json', ...more);
  const begin = (key: keyof typeof keys, change: string, run = '1') =>
    ask('begin', key, change, '--digest', artifact, '--run', `${change}/${run}`);

  const early = await begin(SECOND, one);
  assert.equal(early.code, 20);
  assert.match(early.stderr, /no living key of a member/);
  await edit(pipes, { edit: 'add-key', person: 'pipe', key: keyNamed(SECOND) });
  const begun = await begin(SECOND, one);
  assert.equal(begun.code, 0, begun.stdout + begun.stderr);
  const again = await begin(FIRST, one);
  assert.deepEqual(
    [again.code, codes(again).includes('already-running')],
    [10, true],
    'its start holds the other runner',
  );
  const report = await ask('receipt', FIRST, one, '--event', 'succeeded', '--run', `${one}/1`);
  assert.equal(report.code, 0, 'the other runner of the same member');

  const after = await pipes.head();
  const revoked = { after, reason: 'Rotated' };
  await edit(pipes, { edit: 'change-key', person: 'pipe', was: keyNamed(FIRST), key: keyNamed(FIRST, { revoked }) });
  const late = await begin(FIRST, two);
  assert.equal(late.code, 20);
  assert.match(late.stderr, /no living key of a member/);
  assert.equal((await begin(SECOND, two)).code, 0);

  // Whoever has the old key pushes past the gate: a start by it holds nobody up.
  const start: BodyOf<'receipt'> = {
    change: three,
    event: 'started',
    environment: 'production',
    services: ['kiosk'],
    artifacts: [{ service: 'kiosk', digest: artifact }],
    judgedAt: after,
    happenedAt: toInstant(Date.now()),
    run: 'by hand',
  };
  await say(pipes, 'receipt', start, 'pipe', FIRST);
  assert.equal((await begin(SECOND, three)).code, 0);
  assert.equal((await begin(SECOND, one, 'anew')).code, 0, 'the end that the old key reported goes on counting');
});
