import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { readLine } from '../../electron/git/readLine.ts';
import { readTree } from '../../electron/git/readTree.ts';
import { headOf, initBare } from '../../electron/git/repository.ts';
import { requireGit } from '../../electron/git/requireGit.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { verifyToEnd } from '../../electron/git/verifyToEnd.ts';
import { writeCommit } from '../../electron/git/writeCommit.ts';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import type { LineCommit } from '../../shared/ledger/line.ts';
import { createRepository } from '../support/ledgerRepository.ts';

const draft = { message: 'x', author: { name: 'A <b>\n', email: 'a@example.invalid' }, at: 0 };

async function bare(t: TestContext): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tidegate-git-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  await initBare(folder);
  return folder;
}

function file(path: string): { path: string; text: string }[] {
  return [{ path, text: '{}\n' }];
}

async function lineOf(folder: string): Promise<LineCommit[]> {
  const commits: LineCommit[] = [];
  for await (const commit of readLine(folder, { to: (await headOf(folder)) ?? '' })) commits.push(commit);
  return commits;
}

test('a commit stands on the head it was made for, or it is refused', async (t) => {
  const folder = await bare(t);
  const first = await writeCommit(folder, { ...draft, parent: null, files: file('ledger/a.json') });
  const second = await writeCommit(folder, { ...draft, parent: first, files: file('ledger/b.json') });
  const write = (parent: string | null, path: string) => writeCommit(folder, { ...draft, parent, files: file(path) });
  await assert.rejects(write(first, 'ledger/c.json'), {
    code: 'git-failed',
    facts: { command: 'update-ref', expected: first, found: second },
  });
  await assert.rejects(write(null, 'ledger/c.json'), { code: 'git-failed' });
  await assert.rejects(write(second, 'ledger/a.json'), { code: 'stale-record', facts: { path: 'ledger/a.json' } });
  for (const strange of ['../x', '/x', 'a//b', '-x', 'a\nb', 'a b', '.git/config', ''])
    await assert.rejects(write(second, strange), { code: 'input-rejected' }, strange);
  assert.equal(await headOf(folder), second);
  const refs = execFileSync('git', ['-C', folder, 'for-each-ref', '--format=%(refname)']).toString().trim();
  assert.equal(refs, 'refs/heads/main');
});

test('contents come as they are: large ones, links and broken text are not read', async (t) => {
  const folder = await bare(t);
  const import_ = [
    'commit refs/heads/main\ncommitter a <a@b> 0 +0000\ndata 0\n',
    `M 100644 inline windows/large\ndata 1048577\n${'x'.repeat(1_048_577)}\n`,
    'M 100644 inline windows/bom\ndata 5\n\u00ef\u00bb\u00bf{}\n',
    'M 100644 inline windows/broken\ndata 2\n\u00ff\u00fe\n',
    'M 120000 inline windows/link\ndata 3\nabc\n',
    'M 100755 inline windows/program\ndata 3\nabc\n',
    'M 100644 inline windows/caf\u00c3\u00a9 "x"\ndata 3\nabc\n',
    'M 100644 inline README.md\ndata 3\nabc\n',
  ].join('');
  execFileSync('git', ['-C', folder, 'fast-import', '--quiet'], { input: Buffer.from(import_, 'latin1') });
  const [commit] = await lineOf(folder);
  const texts = Object.fromEntries((commit?.added ?? []).map(({ path, text, mode }) => [path, [mode, text]]));
  assert.deepEqual(texts, {
    'windows/bom': ['100644', '\uFEFF{}'],
    'windows/broken': ['100644', null],
    'windows/caf\u00e9 "x"': ['100644', 'abc'],
    'windows/large': ['100644', null],
    'windows/link': ['120000', null],
    'windows/program': ['100755', null],
  });
  const [read] = await readTree(folder, commit?.commit ?? '', ['windows/bom']);
  assert.equal(read?.text, '\uFEFF{}');
});

test('what a commit does beside adding is told: edits, removals, changed kinds, merges', async (t) => {
  const repository = await createRepository(t);
  const { folder } = repository;
  await repository.add(
    { path: 'windows/a', text: 'a' },
    { path: 'windows/b', text: 'b' },
    { path: 'windows/c', text: 'c' },
  );
  const changes = 'M 100644 inline windows/a\ndata 1\nx\nD windows/b\nM 120000 inline windows/c\ndata 1\nx\n';
  const import_ = `commit refs/heads/main\ncommitter a <a@b> 0 +0000\ndata 0\nfrom ${repository.head()}\n${changes}\n`;
  execFileSync('git', ['-C', folder, 'fast-import', '--quiet'], { input: import_ });
  const last = (await lineOf(folder)).at(-1);
  assert.deepEqual(last?.disturbed, [
    { path: 'windows/a', how: 'edited' },
    { path: 'windows/b', how: 'removed' },
    { path: 'windows/c', how: 'edited' },
  ]);
});

test('no view of history that the repository offers is believed', async (t) => {
  const repository = await createRepository(t);
  await repository.add({ path: 'windows/a', text: 'a' });
  const honest = await lineOf(repository.folder);
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', repository.folder, ...args])
      .toString()
      .trim();
  const forged = git(
    '-c',
    'user.name=x',
    '-c',
    'user.email=x@x',
    'commit-tree',
    '-m',
    'forged',
    `${repository.head()}^{tree}`,
  );
  git('replace', repository.head(), forged);
  mkdirSync(join(repository.folder, 'info'), { recursive: true });
  writeFileSync(join(repository.folder, 'info/grafts'), `${repository.head()}\n`);
  git('config', 'diff.renames', 'copies');
  git('config', 'log.showRoot', 'false');
  assert.deepEqual(await lineOf(repository.folder), honest);
});

test('a repository cannot make us run a hook', async (t) => {
  const folder = await bare(t);
  mkdirSync(join(folder, 'hooks'), { recursive: true });
  const mark = join(folder, 'ran');
  const hook = join(folder, 'hooks/reference-transaction');
  writeFileSync(hook, `#!/bin/sh\ntouch '${mark}'\n`);
  chmodSync(hook, 0o755);
  await writeCommit(folder, { ...draft, parent: null, files: [] });
  assert.equal(existsSync(mark), false);
});

test('Git that is missing, too old, too slow or not wanted any more is told apart', async (t) => {
  const folder = await bare(t);
  const path = process.env['PATH'];
  t.after(() => (process.env['PATH'] = path));
  await assert.rejects(runGit(folder, ['cat-file', 'nonsense']), { code: 'git-failed' });
  await assert.rejects(runGit(folder, ['--version'], { signal: AbortSignal.abort() }), { code: 'cancelled' });
  const slow = join(folder, 'bin');
  mkdirSync(slow);
  writeFileSync(
    join(slow, 'git'),
    '#!/bin/sh\ncase "$*" in *--version*) echo git version 2.30.1;; *) exec sleep 20;; esac\n',
  );
  chmodSync(join(slow, 'git'), 0o755);
  process.env['PATH'] = `${slow}${delimiter}${path}`;
  await assert.rejects(requireGit(), { code: 'git-too-old' });
  await assert.rejects(runGit(folder, ['log'], { timeoutMs: 100 }), {
    code: 'git-failed',
    facts: { command: 'log', timeoutMs: 100 },
  });
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 50);
  await assert.rejects(runGit(folder, ['log'], { signal: stop.signal }), { code: 'cancelled' });
  process.env['PATH'] = join(folder, 'empty');
  await assert.rejects(requireGit(), { code: 'git-missing' });
  await assert.rejects(lineOf(folder), { code: 'git-missing' });
});

test('a clone that is cut off is not verified', async (t) => {
  const repository = await createRepository(t);
  await repository.add({ path: 'windows/a', text: 'a' });
  const folder = join(repository.folder, 'shallow');
  execFileSync('git', ['clone', '-q', '--bare', '--depth=1', `file://${repository.folder}`, folder], {
    stdio: 'ignore',
  });
  const { board, halt } = await verifyToEnd(folder, { to: repository.head(), verify: verifySshsig });
  assert.equal(board, null);
  assert.equal(halt?.why, 'first-commit');
});
