import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { readLine } from '../../electron/git/readLine.ts';
import { listTree } from '../../electron/git/readTree.ts';
import { verifyToEnd } from '../../electron/git/verifyToEnd.ts';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import { isUnderRoot } from '../../shared/record/layout.ts';
import { createDice } from '../../shared/sample/dice.ts';
import { createRepository } from '../support/ledgerRepository.ts';
import { rounds, seed } from '../support/seed.ts';

const letters = [
  '\n',
  '\t',
  '\r',
  ' ',
  '"',
  '\\',
  ':',
  'commit ',
  '\u007f',
  'é',
  '\u202e',
  '😀',
  'A',
  '*',
  '?',
  '-',
  '\u0001',
  '.json',
  '\u2028',
];

test('whatever letters names are made of, both readers see exactly those, and no record in them', async (t) => {
  const dice = createDice(`names ${seed}`);
  const repository = await createRepository(t);
  const name = (): string => {
    const made = Array.from({ length: dice.between(1, 6) }, () => dice.pick(letters)).join('');
    return made === '.' || made === '..' ? 'x' : made;
  };
  const written = new Set<string>();
  let head = repository.head();
  for (let n = 0; n < rounds(20, 300); n += 1) {
    const path = [dice.pick(['windows', 'changes', 'roster', '\nwindows', 'windows ']), `${n}${name()}`, name()].join(
      '/',
    );
    written.add(path);
    const octal = [...Buffer.from(path)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
    const commit = `commit refs/heads/main\ncommitter a <a@b> 0 +0000\ndata 0\nfrom ${head}\nM 100644 inline "${octal}"\ndata 2\n{}\n`;
    execFileSync('git', ['-C', repository.folder, 'fast-import', '--quiet', '--force'], { input: commit });
    head = execFileSync('git', ['-C', repository.folder, 'rev-parse', 'main']).toString().trim();
  }
  const mine = [...written].filter(isUnderRoot).toSorted();
  const walked: string[] = [];
  for await (const { added, disturbed } of readLine(repository.folder, { from: repository.head(), to: head })) {
    assert.deepEqual(disturbed, []);
    walked.push(...added.map(({ path }) => path));
  }
  assert.deepEqual(walked.toSorted(), mine);
  const listed = (await listTree(repository.folder, head, ['windows', 'changes', 'roster'])).map(({ path }) => path);
  assert.deepEqual(listed.filter((path) => written.has(path)).toSorted(), mine);
  const { halt, problems } = await verifyToEnd(repository.folder, { to: head, verify: verifySshsig });
  assert.equal(halt, null);
  assert.deepEqual([...new Set(problems.map(({ reason }) => reason))], ['unknown-path']);
  assert.equal(problems.length, mine.length);
});
