import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test, type TestContext } from 'node:test';
import { openForCheck } from '../../electron/git/openForCheck.ts';
import { verifyLine, type Verification } from '../../electron/git/verifyLine.ts';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import { CHANGE, decisionOf, requestOf, serviceOf, siteOf, windowOf } from '../support/ledgerBodies.ts';
import { keyNamed, member, people, signerNamed } from '../support/ledgerPeople.ts';
import { createRepository, type Repository } from '../support/ledgerRepository.ts';

const root = signerNamed('root').fingerprint;
const options = { root, change: CHANGE, verify: verifySshsig };

async function verified(repository: Repository, to = repository.head()): Promise<Verification> {
  const walk = verifyLine(repository.folder, { to, root, verify: verifySshsig });
  for (let step = await walk.next(); ; step = await walk.next()) if (step.done) return step.value;
}

async function vouch(repository: Repository, by = 'audra') {
  const { checkpoint } = await verified(repository);
  assert.ok(checkpoint);
  const record = repository.sign('checkpoint', checkpoint, { by });
  await repository.add(record);
  return record;
}

/** A board with a bit of everything: chains of several links, forks, waiting and void revisions, other changes. */
async function livedIn(t: TestContext): Promise<Repository> {
  const repository = await createRepository(t);
  const { sign, add } = repository;
  const founding = await verified(repository);
  assert.ok(founding.board);
  const policyHead = digestIn(repository, 'policy');
  await add(sign('site', siteOf(), { by: 'carl' }), sign('service', serviceOf(), { by: 'sofia' }));
  const frozen = sign('window', windowOf(), { by: 'bruno' });
  const wide = sign('window', windowOf({ window: 'peak', scope: { everything: true } }), { by: 'bruno' });
  await add(frozen, wide, sign('request', requestOf(), { by: 'rita' }));
  await add(
    sign('decision', decisionOf(), { by: 'petra' }),
    sign('policy', { ...founding.board.policy, name: 'Second', follows: [policyHead] }),
  );
  await add(sign('cosign', { of: { kind: 'window', subject: 'peak', digest: wide.digest } }, { by: 'carl' }));
  await add(sign('window', windowOf({ title: 'A', follows: [frozen.digest] }), { by: 'bruno' }));
  await add(sign('window', windowOf({ title: 'B', follows: [frozen.digest] }), { by: 'bruno' }));
  await add(sign('window', windowOf({ window: 'wish', scope: { everything: true } }), { by: 'bruno' }));
  await add(sign('request', requestOf({ change: 'CHG-2026-0000001' }), { by: 'carl' }));
  await add({ path: 'windows/notes.txt', text: 'hello' });
  return repository;
}

function digestIn(repository: Repository, kind: 'roster' | 'policy'): string {
  const file = execFileSync('git', ['-C', repository.folder, 'ls-tree', '-r', '--name-only', repository.head(), kind]);
  const [path = ''] = file.toString().trim().split('\n');
  const text = execFileSync('git', ['-C', repository.folder, 'show', `${repository.head()}:${path}`]);
  return `sha256:${execFileSync('sha256sum', { input: text }).toString().slice(0, 64)}`;
}

test('from a checkpoint a gate reads what reading everything gives', async (t) => {
  const repository = await livedIn(t);
  const record = await vouch(repository);
  await repository.add(repository.sign('decision', decisionOf({ verdict: 'reject' }), { by: 'petra' }));
  const whole = await verified(repository);
  const reading = await openForCheck(repository.folder, repository.head(), options);
  assert.equal(reading.checkpoint?.digest, record.digest);
  assert.equal(reading.halt, null);
  assert.deepEqual(sortedBoard(reading.board), sortedBoard(whole.board));
  assert.equal(reading.board?.windows.get('black-friday')?.length, 2);
  assert.equal(reading.board?.windows.get('peak')?.length, 1);
  assert.equal(reading.board?.windows.has('wish'), false);
  assert.deepEqual(
    reading.file?.decisions.map(({ record: { body } }) => body.verdict),
    ['reject'],
  );
  assert.equal(reading.file?.requests.length, 1);
});

test('what waited before the checkpoint takes effect by a signature after it', async (t) => {
  const repository = await livedIn(t);
  await vouch(repository);
  const { checkpoint } = await verified(repository);
  const [waiting] = checkpoint?.pending ?? [];
  assert.ok(waiting);
  const text = execFileSync('git', ['-C', repository.folder, 'cat-file', 'blob', waiting.blob]);
  const digest = `sha256:${execFileSync('sha256sum', { input: text }).toString().slice(0, 64)}`;
  await repository.add(repository.sign('cosign', { of: { kind: 'window', subject: 'wish', digest } }, { by: 'carl' }));
  const { board, checkpoint: used } = await openForCheck(repository.folder, repository.head(), options);
  assert.ok(used);
  assert.equal(board?.windows.get('wish')?.length, 1);
});

test('without a checkpoint the whole line is read, and the reading says so', async (t) => {
  const repository = await livedIn(t);
  const reading = await openForCheck(repository.folder, repository.head(), options);
  assert.equal(reading.checkpoint, null);
  assert.equal(reading.file?.decisions.length, 1);
  const foreign = await openForCheck(repository.folder, repository.head(), {
    ...options,
    root: signerNamed('x').fingerprint,
  });
  assert.equal(foreign.board, null);
  assert.equal(foreign.halt?.why, 'root-mismatch');
});

test('a checkpoint that tells of another state, hides a file or is signed by a stranger is passed over', async (t) => {
  const repository = await livedIn(t);
  const honest = await vouch(repository);
  const { checkpoint } = await verified(repository);
  assert.ok(checkpoint);
  const file = execFileSync('git', [
    '-C',
    repository.folder,
    'ls-tree',
    '-r',
    '--name-only',
    repository.head(),
    'windows',
  ])
    .toString()
    .split('\n')
    .findLast((name) => name.startsWith('windows/black-friday/'));
  assert.ok(file);
  const hidden = { path: file, blob: '0'.repeat(40) };
  const lies = [
    repository.sign('checkpoint', { ...checkpoint, state: `sha256:${'0'.repeat(64)}` }, { by: 'audra' }),
    repository.sign('checkpoint', { ...checkpoint, setAside: [...checkpoint.setAside, hidden] }, { by: 'audra' }),
    repository.sign('checkpoint', checkpoint, { by: 'petra' }),
    repository.sign('checkpoint', { ...checkpoint, commit: '1'.repeat(40), position: 99 }, { by: 'audra' }),
  ];
  for (const lie of lies) {
    await repository.add(lie);
    const reading = await openForCheck(repository.folder, repository.head(), options);
    assert.equal(reading.checkpoint?.digest, honest.digest);
  }
});

test('no checkpoint makes a record count that nobody entitled has signed', async (t) => {
  const repository = await livedIn(t);
  const forged = repository.sign('decision', decisionOf({ verdict: 'reject' }), { by: 'audra' });
  const other = repository.sign('decision', decisionOf(), { by: 'sofia' });
  const genuine = repository.sign('decision', decisionOf({ verdict: 'reject' }), { by: 'petra' });
  const { sig } = other.record.signed;
  const unsigned = { path: genuine.path, text: genuine.text.replace(/"sig":"[^"]+"/, `"sig":"${sig}"`) };
  await repository.add(forged, unsigned);
  const { checkpoint } = await verified(repository);
  assert.ok(checkpoint);
  const hidden = [forged.path, unsigned.path];
  const setAside = checkpoint.setAside.filter(({ path }) => !hidden.includes(path));
  assert.equal(setAside.length, checkpoint.setAside.length - 2);
  const lie = repository.sign('checkpoint', { ...checkpoint, setAside }, { by: 'audra' });
  await repository.add(lie);
  const reading = await openForCheck(repository.folder, repository.head(), options);
  assert.equal(reading.checkpoint?.digest, lie.digest);
  const decisions = reading.file?.decisions.map(({ record }) => `${record.signed.by} ${record.body.verdict}`);
  assert.deepEqual(decisions, ['petra approve']);
  const unreadable = reading.problems.filter((problem) => problem.unreadable).map(({ path }) => path);
  assert.deepEqual(unreadable, [unsigned.path]);
});

test('a checkpoint falls with the key that signed it', async (t) => {
  const repository = await livedIn(t);
  const after = repository.head();
  await vouch(repository);
  const changed = people.map((given) =>
    given.person === 'audra' ? { ...given, keys: [keyNamed('audra', { revoked: { after, reason: '' } })] } : given,
  );
  await repository.add(repository.sign('roster', { people: changed, follows: [digestIn(repository, 'roster')] }));
  const reading = await openForCheck(repository.folder, repository.head(), options);
  assert.equal(reading.checkpoint, null);
  assert.equal(reading.file?.decisions.length, 1);
});

test('a key revoked after the checkpoint, from before it, takes exactly its later records along', async (t) => {
  const repository = await livedIn(t);
  const stolen = repository.head();
  await repository.add(
    repository.sign('request', requestOf({ title: 'Late', follows: [], change: 'CHG-2026-0000002' }), { by: 'rita' }),
  );
  await repository.add(repository.sign('window', windowOf({ window: 'fake' }), { by: 'bruno' }));
  await vouch(repository);
  const revoked = { after: stolen, reason: 'Stolen.' };
  const changed = people.map((given) =>
    given.person === 'bruno' ? { ...given, keys: [keyNamed('bruno', { revoked })] } : given,
  );
  await repository.add(repository.sign('roster', { people: changed, follows: [digestIn(repository, 'roster')] }));
  const whole = await verified(repository);
  const { board, checkpoint } = await openForCheck(repository.folder, repository.head(), options);
  assert.ok(checkpoint);
  assert.equal(board?.windows.has('fake'), false);
  assert.equal(board?.windows.get('black-friday')?.length, 2);
  assert.deepEqual(sortedBoard(board), sortedBoard(whole.board));
  const next = await vouch(repository);
  const again = await openForCheck(repository.folder, repository.head(), options);
  assert.equal(again.checkpoint?.digest, next.digest);
  assert.deepEqual(again.board?.windows.get('black-friday')?.length, 2);
});

test('a roster of several links and signatures is verified link by link from a checkpoint', async (t) => {
  const repository = await createRepository(t);
  const { sign, add } = repository;
  const two = [...people, member('alan', ['admin'])];
  const first = sign('roster', { people: two, follows: [digestIn(repository, 'roster')] });
  await add(first);
  const three = sign('roster', { people: [...two, member('nora', ['change-manager'])], follows: [first.digest] });
  await add(three);
  await add(sign('cosign', { of: { kind: 'roster', digest: three.digest } }, { by: 'alan' }));
  await add(sign('window', windowOf({ scope: { everything: true } }), { by: 'nora' }));
  const record = await vouch(repository);
  const reading = await openForCheck(repository.folder, repository.head(), options);
  assert.equal(reading.checkpoint?.digest, record.digest);
  assert.equal(reading.board?.roster.people.length, two.length + 1);
});

test('a shallow clone that holds the checkpoint is enough; one that is cut too short has none', async (t) => {
  const repository = await livedIn(t);
  await vouch(repository);
  const late = repository.sign('decision', decisionOf({ verdict: 'reject' }), {
    by: 'petra',
    seen: repository.commits[2] ?? '',
  });
  await repository.add(repository.sign('request', requestOf({ change: 'CHG-2026-0000003' }), { by: 'rita' }));
  const clone = (depth: number) => {
    const folder = `${repository.folder}/clone-${depth}-${repository.commits.length}`;
    execFileSync('git', ['clone', '-q', '--bare', `--depth=${depth}`, `file://${repository.folder}`, folder], {
      stdio: 'ignore',
    });
    return folder;
  };
  const reading = await openForCheck(clone(4), repository.head(), options);
  assert.ok(reading.checkpoint);
  assert.equal(reading.file?.decisions.length, 1);
  const short = await openForCheck(clone(2), repository.head(), options);
  assert.equal(short.checkpoint, null);
  assert.equal(short.board, null);

  await repository.add(late);
  const unsure = await openForCheck(clone(5), repository.head(), options);
  assert.deepEqual(
    unsure.problems.filter(({ unreadable }) => unreadable).map(({ path, reason }) => [path, reason]),
    [[late.path, 'seen-not-on-line']],
  );
  const deep = await openForCheck(repository.folder, repository.head(), options);
  assert.deepEqual(
    deep.problems.filter(({ unreadable }) => unreadable),
    [],
  );
  assert.equal(deep.file?.decisions[0]?.record.body.verdict, 'reject');
});

test('a clone without contents is filled with what the question needs, in one exchange each', async (t) => {
  const repository = await livedIn(t);
  await vouch(repository);
  for (const setting of ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant'])
    execFileSync('git', ['-C', repository.folder, 'config', setting, 'true']);
  const folder = `${repository.folder}/partial`;
  const from = `file://${repository.folder}`;
  execFileSync('git', ['clone', '-q', '--bare', '--filter=blob:none', '--depth=4', from, folder], { stdio: 'ignore' });
  const { checkpoint, file, problems } = await openForCheck(folder, repository.head(), options);
  assert.ok(checkpoint);
  assert.equal(file?.decisions.length, 1);
  assert.deepEqual(
    problems.filter(({ unreadable }) => unreadable),
    [],
  );
  execFileSync('git', ['-C', folder, 'config', 'remote.origin.url', `${from}-gone`]);
  const again = await openForCheck(folder, repository.head(), options);
  assert.ok(again.checkpoint);
});

test('verify names a checkpoint that vouches for something else', async (t) => {
  const repository = await livedIn(t);
  const honest = await vouch(repository);
  const { checkpoint } = await verified(repository, repository.commits.at(-2));
  assert.ok(checkpoint);
  const lie = repository.sign('checkpoint', { ...checkpoint, setAside: [] }, { by: 'audra' });
  const stranger = repository.sign('checkpoint', { ...checkpoint, position: 1 }, { by: 'petra' });
  await repository.add(lie, stranger);
  const { falseCheckpoints, halt, commits, counts } = await verified(repository);
  assert.equal(halt, null);
  assert.equal(commits, repository.commits.length);
  assert.equal(counts.checkpoint, 2);
  assert.deepEqual(falseCheckpoints, [lie.path]);
  assert.notEqual(honest.path, lie.path);
});

function sortedBoard(board: Awaited<ReturnType<typeof openForCheck>>['board']) {
  if (!board) return null;
  const windows = [...board.windows]
    .map(([id, filed]) => [id, filed.map(({ digest }) => digest).toSorted()])
    .toSorted();
  const { identity, roster, policy, head, length } = board;
  const paths = [...board.voids.paths].toSorted();
  const keys = [...board.voids.keys.keys()];
  return {
    identity,
    roster,
    policy,
    head,
    length,
    windows,
    paths,
    keys,
    sites: [...board.sites],
    services: [...board.services],
  };
}
