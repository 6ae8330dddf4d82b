import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { cloneLedger } from '../../electron/git/cloneLedger.ts';
import { headOf } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { folderRemote, setVariables, tempFolder } from '../support/gitServer.ts';
import { rounds } from '../support/seed.ts';
import { openSyncDesk, publishSmall, refused } from '../support/syncDesk.ts';

/** What somebody with hands on the server does to a repository, beside what Git itself would let them do. */
interface Tools {
  readonly folder: string;
  readonly git: (...words: string[]) => string;
  /** Writes a ref as a file, whatever it points at. */
  readonly force: (ref: string, content: string) => void;
  /** Makes a blob of this text. */
  readonly blob: (text: string) => string;
  /** Makes a commit of these entries (`100644 blob <name>\t<path>`) on top of `main`. */
  readonly commit: (entries: readonly string[]) => string;
}

function toolsFor(folder: string): Tools {
  const run = (words: readonly string[], input = '') =>
    execFileSync('git', ['-c', 'user.name=M', '-c', 'user.email=m@example.invalid', ...words], { cwd: folder, input })
      .toString()
      .trim();
  return {
    folder,
    git: (...words) => run(words),
    force: (ref, content) => writeFileSync(join(folder, ref), `${content}\n`),
    blob: (text) => run(['hash-object', '-w', '--stdin'], text),
    commit: (entries) => {
      const tree = run(['mktree', '--missing'], `${run(['ls-tree', 'main'])}\n${entries.join('\n')}\n`);
      return run(['commit-tree', '-p', 'main', '-m', 'Mine', tree]);
    },
  };
}

const MAIN = 'refs/heads/main';
/** What stands where the line should. Null: that is no harm, the board is joined as ever. */
const mains: Readonly<Record<string, readonly [ErrorCode | null, (tools: Tools) => void]>> = {
  'a blob': ['remote-not-a-board', ({ force, blob }) => force(MAIN, blob('{}'))],
  'a tag of its name only': ['remote-not-a-board', ({ git }) => git('tag', 'main', 'main') + git('branch', '-m', 'x')],
  'an annotated tag': [
    'remote-not-a-board',
    ({ git, force }) => force(MAIN, (git('tag', '-a', '-m', 'x', 'x', 'main'), git('rev-parse', 'x'))),
  ],
  'a tree': ['remote-not-a-board', ({ git, force }) => force(MAIN, git('rev-parse', 'main^{tree}'))],
  'a name that leads nowhere': ['remote-not-a-board', ({ git }) => git('symbolic-ref', MAIN, 'refs/heads/nowhere')],
  'a commit that is not there': ['remote-damaged', ({ force }) => force(MAIN, 'a'.repeat(40))],
  'no name at all': ['remote-damaged', ({ force }) => force(MAIN, 'nonsense')],
  'a name that leads elsewhere': [
    null,
    ({ git }) => git('branch', 'elsewhere') + git('symbolic-ref', MAIN, 'refs/heads/elsewhere'),
  ],
  'a HEAD that leads nowhere': [null, ({ git }) => git('symbolic-ref', 'HEAD', 'refs/heads/nowhere')],
  'a tag and a branch, each with its own': [null, ({ git, blob }) => git('tag', 'main', blob('{}'))],
};

test('what is called main and is no line is no board, whoever joins it or has joined it before', async (t) => {
  const honest = await folderRemote(t);
  const { head } = await publishSmall(t, honest);
  const parent = tempFolder(t, 'mains');
  const desk = await openSyncDesk(t, { address: honest.address });
  await desk.sync.once();
  const { stdout } = await runGit(desk.ledger, ['config', 'remote.origin.url']);
  assert.equal(stdout.toString().trim(), honest.address);
  for (const [n, [what, [code, act]]] of Object.entries(mains).entries()) {
    const folder = join(parent, `remote-${n}`);
    cpSync(honest.folder, folder, { recursive: true });
    act(toolsFor(folder));
    const clone = join(parent, `clone-${n}`);
    if (code === null) assert.equal(await cloneLedger(folder, clone), head(), what);
    else await assert.rejects(cloneLedger(folder, clone), refused(code), what);
    assert.equal(existsSync(clone), code === null, what);
    await runGit(desk.ledger, ['config', 'remote.origin.url', folder]);
    const { state, problem } = await desk.sync.once();
    if (code === null) assert.deepEqual([what, state, problem], [what, 'level', null]);
    // Without any main it is one that went back: the desk that knows the line puts it there.
    else if (state === 'level') assert.equal(await headOf(folder), head(), what);
    else assert.deepEqual([what, state, problem?.code], [what, 'refused', code]);
    assert.equal(await headOf(desk.ledger), head(), what);
  }
});

test('thousands of refs with strange names, and a hook and a template in the way, change nothing here', async (t) => {
  const remote = await folderRemote(t);
  const { head } = await publishSmall(t, remote);
  const names = Array.from({ length: rounds(3_000, 100_000) }, (_, n) => `refs/heads/x${n}/${n % 7}`);
  const odd = ['refs/heads/-rf', 'refs/heads/$(touch)', 'refs/heads/main;x', 'refs/heads/é\u202e', 'refs/evil/HEAD'];
  const more = ['refs/heads/attachments-', 'refs/heads/attachment/attachments', 'refs/remotes/origin/main'];
  const lines = [...names, ...odd, ...more].toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  writeFileSync(join(remote.folder, 'packed-refs'), lines.map((name) => `${head()} ${name}\n`).join(''));

  const home = tempFolder(t, 'home');
  const mark = join(home, 'ran');
  const template = join(home, 'template', 'hooks');
  mkdirSync(template, { recursive: true });
  const hook = (folder: string, name: string) => {
    writeFileSync(join(folder, name), `#!/bin/sh\necho ${name} >> '${mark}'\n`);
    chmodSync(join(folder, name), 0o755);
  };
  const hooks = ['reference-transaction', 'pre-push', 'post-checkout', 'pre-auto-gc', 'post-rewrite', 'update'];
  for (const name of hooks) hook(template, name);
  const settings = [
    `[init]\n\ttemplateDir = ${join(home, 'template')}`,
    '[clone]\n\tdefaultRemoteName = upstream',
    '[safe]\n\tbareRepository = explicit',
    `[core]\n\tfsmonitor = ${join(template, 'update')}`,
  ];
  writeFileSync(join(home, '.gitconfig'), `${settings.join('\n')}\n`);
  setVariables(t, { HOME: home, XDG_CONFIG_HOME: home });

  const desk = await openSyncDesk(t, { address: remote.address });
  assert.equal(existsSync(join(desk.ledger, 'hooks')), false);
  mkdirSync(join(desk.ledger, 'hooks'));
  for (const name of hooks) hook(join(desk.ledger, 'hooks'), name);
  desk.say('CHG-2026-7K3FQ2M');
  const { state, problem, unsent } = await desk.sync.once();
  assert.deepEqual([state, problem, unsent], ['level', null, 0]);
  assert.equal(await headOf(remote.folder), await headOf(desk.ledger));
  assert.equal(existsSync(mark), false);
  const { stdout } = await runGit(desk.ledger, ['for-each-ref', '--format=%(refname)']);
  const here = stdout.toString().trim().split('\n');
  assert.deepEqual(
    here.filter((name) => !/^refs\/(heads\/main|tidegate\/.*|remotes\/origin\/(main|attachment.*))$/.test(name)),
    [],
  );

  // A name that no ref can have: the server itself takes nothing more.
  writeFileSync(join(remote.folder, 'packed-refs'), `${head()} refs/heads/$(touch x)\n`);
  desk.say('CHG-2026-7K3FQ2N');
  assert.equal((await desk.sync.once()).problem?.code, 'remote-damaged');
});

test('files that Git might obey elsewhere, links, submodules and what is huge are data, and set aside or passed over', async (t) => {
  const remote = await folderRemote(t);
  await publishSmall(t, remote);
  const tools = toolsFor(remote.folder);
  const { blob, git, folder } = tools;
  const config = blob(
    '[core]\n\tsshCommand = touch ran\n\tfsmonitor = touch ran\n[remote "origin"]\n\turl = ext::touch ran',
  );
  const modules = blob('[submodule "x"]\n\tpath = x\n\turl = ext::touch ran\n');
  const attributes = blob('* filter=x diff=x export-subst\n');
  const inWindows = git('mktree', '--missing');
  assert.ok(inWindows);
  const huge = join(tempFolder(t, 'huge'), 'zeros');
  writeFileSync(huge, Buffer.alloc(rounds(24, 700) << 20));
  const large = git('hash-object', '-w', huge);
  const inner = execFileSync('git', ['mktree', '--missing'], {
    cwd: folder,
    input: [
      `120000 blob ${blob('/etc/passwd')}\tlink.json`,
      `100755 blob ${blob('#!/bin/sh\ntouch ran')}\tprogram.json`,
      `100644 blob ${large}\thuge.json`,
      `160000 commit ${'a'.repeat(40)}\tmodule.json`,
    ].join('\n'),
  }).toString();
  const head = tools.commit([
    `100644 blob ${modules}\t.gitmodules`,
    `100644 blob ${attributes}\t.gitattributes`,
    `100644 blob ${config}\tconfig`,
    `160000 commit ${'b'.repeat(40)}\tx`,
    `040000 tree ${inner.trim()}\tservices`,
  ]);
  git('update-ref', MAIN, head);

  const desk = await openSyncDesk(t, { address: remote.address });
  const path = desk.say('CHG-2026-7K3FQ2M');
  const { state, problem } = await desk.sync.once();
  assert.deepEqual([state, problem], ['level', null]);
  assert.deepEqual(desk.counted(), [path]);
  assert.equal(desk.model.replay().halt(), null);
  const aside = desk.model
    .replay()
    .problems()
    .map((each) => each.path);
  assert.deepEqual(
    aside.toSorted(),
    ['huge', 'link', 'module', 'program'].map((name) => `services/${name}.json`),
  );
  assert.doesNotMatch(readFileSync(join(desk.ledger, 'config'), 'utf8'), /ext::|sshCommand/);
  assert.equal(existsSync(join(desk.ledger, 'ran')), false);
  assert.deepEqual(
    readdirSync(desk.folder).filter((name) => name === 'ran' || name === 'services'),
    [],
  );
});

test('a clone of a repository that borrows objects from another holds them itself', async (t) => {
  const lender = await folderRemote(t);
  const { head } = await publishSmall(t, lender);
  const parent = tempFolder(t, 'borrower');
  const folder = join(parent, 'board.git');
  execFileSync('git', ['clone', '-q', '--bare', '--shared', lender.folder, folder], { stdio: 'ignore' });
  const clone = join(parent, 'clone.git');
  assert.equal(await cloneLedger(folder, clone), head());
  rmSync(lender.folder, { recursive: true });
  assert.equal(existsSync(join(clone, 'objects', 'info', 'alternates')), false);
  await runGit(clone, ['rev-list', '--objects', '--all', '--quiet']);
});
