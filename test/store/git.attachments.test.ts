import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { readAttachment, writeAttachment } from '../../electron/git/attachments.ts';
import { headOf } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';
import type { EvidenceBody } from '../../shared/record/body/decisionBody.ts';
import { digestOfBytes } from '../../shared/record/digest.ts';
import { CHANGE, requestOf } from '../support/ledgerBodies.ts';
import { verified } from '../support/ledgerCheck.ts';
import { createRepository } from '../support/ledgerRepository.ts';

const by = { author: { name: 'Petra', email: 'petra@tidegate.invalid' }, at: Date.parse('2026-11-20T08:00:00Z') };
/** Files under names of others' digests, as anybody may push them who may push. */
async function plant(
  folder: string,
  files: Readonly<Record<string, { readonly text: string; readonly mode?: string; readonly below?: string }>>,
): Promise<void> {
  const from = await headOf(folder, 'refs/heads/attachments');
  const head = [
    'commit refs/heads/attachments',
    'committer x <x@x.invalid> 0 +0000',
    'data 0',
    ...(from === null ? [] : [`from ${from}`]),
  ];
  const added = Object.entries(files).flatMap(([digest, { text, mode = '100644', below = '' }]) => [
    `M ${mode} inline ${digest.slice(7, 9)}/${digest.slice(7)}${below}`,
    `data ${text.length}`,
    text,
  ]);
  await runGit(folder, ['fast-import', '--quiet', '--done'], { input: [...head, ...added, 'done\n'].join('\n') });
}

const report = Buffer.from([0, 255, 13, 10, 137, 80, 78, 71]);

test('rule 4: an attachment is kept beside the proof, by its content, and its loss breaks no signature', async (t) => {
  const repository = await createRepository(t);
  const { folder } = repository;
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args]).toString();
  await repository.add(repository.sign('request', requestOf(), { by: 'rita' }));
  const digest = await writeAttachment(folder, report, by);
  assert.deepEqual(await readAttachment(folder, digest), report);
  assert.equal(git('ls-tree', '-r', '--name-only', 'main').includes(digest.slice(7)), false);
  const evidence: EvidenceBody = {
    change: CHANGE,
    evidence: 'scan',
    title: 'Scan',
    measuredAt: '2026-11-20T08:00:00Z',
    detail: '',
    attachment: { digest, name: 'scan.png', bytes: report.length, media: 'image/png' },
    follows: [],
  };
  await repository.add(repository.sign('evidence', evidence, { by: 'petra' }));

  git('update-ref', '-d', 'refs/heads/attachments');
  assert.equal(await readAttachment(folder, digest), 'missing');
  const { counts, problems, halt } = await verified(repository);
  assert.deepEqual([counts.evidence, problems, halt], [1, [], null]);
});

test('rule 4: what is over 5 MB is refused, and another content under a name is not shown', async (t) => {
  const { folder } = await createRepository(t);
  await assert.rejects(writeAttachment(folder, Buffer.alloc(5 * 1024 * 1024 + 1), by), /input-rejected/);
  const digest = await writeAttachment(folder, report, by);
  const other = await writeAttachment(folder, Buffer.from('other'), by);
  assert.notEqual(digest, other);
  assert.equal(await writeAttachment(folder, report, by), digest);
  await plant(folder, { [digest]: { text: 'evil' } });
  assert.equal(await readAttachment(folder, digest), 'false');
  assert.equal((await readAttachment(folder, other))?.toString(), 'other');
  assert.equal(digestOfBytes(Buffer.from('other')), other);
});

test('a false file gives way to the true one; a link, a program, a folder and what is too large are not handed out', async (t) => {
  const { folder } = await createRepository(t);
  const large = Buffer.alloc(5 * 1024 * 1024 + 1, 'x');
  const [file, link, program, inFolder, tooLarge] = ['file', 'link', 'program', 'folder', large].map((text) =>
    digestOfBytes(Buffer.from(text)),
  ) as [string, string, string, string, string];
  await plant(folder, {
    [file]: { text: 'another file' },
    [link]: { text: 'link', mode: '120000' },
    [program]: { text: 'program', mode: '100755' },
    [inFolder]: { text: 'folder', below: '/file' },
    [tooLarge]: { text: large.toString() },
  });
  for (const digest of [file, link, program, inFolder, tooLarge])
    assert.equal(await readAttachment(folder, digest), 'false', digest);
  for (const text of ['file', 'link', 'program', 'folder']) {
    const digest = await writeAttachment(folder, Buffer.from(text), by);
    assert.equal((await readAttachment(folder, digest)).toString(), text);
  }
});

test('two files put away at once are both kept', async (t) => {
  const { folder } = await createRepository(t);
  for (const round of ['first', 'second']) {
    const files = ['a', 'b', 'c'].map((name) => Buffer.from(`${round} ${name}`));
    const digests = await Promise.all(files.map((file) => writeAttachment(folder, file, by)));
    for (const [index, digest] of digests.entries())
      assert.deepEqual(await readAttachment(folder, digest), files[index]);
  }
});
