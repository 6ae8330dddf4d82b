import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { GateBoard } from '../support/gateBoard.ts';
import {
  audit,
  copyOf,
  createGitBoard,
  gateAnswers,
  gitTexts,
  withNameTwice,
  type Copy,
} from '../support/tamper/gitBoard.ts';
import { startLine } from '../support/ledgerLine.ts';

const home = mkdtempSync(join(tmpdir(), 'tidegate-tamper-home-'));
let board: GateBoard;
before(async () => {
  board = await createGitBoard(join(home, 'ledger.git'));
});
after(() => rmSync(home, { recursive: true, force: true }));

const honest = { ready: 'allow', rejected: 'deny', frozen: 'deny', bare: 'deny' } as const;
const undecided = {
  ready: 'indeterminate',
  rejected: 'indeterminate',
  frozen: 'indeterminate',
  bare: 'indeterminate',
} as const;

const answersTo = {
  junk: honest,
  merge: undecided,
  altered: undecided,
  // Only whoever reads that folder can notice; Git's own commands do not.
  hidden: { ...honest, rejected: 'indeterminate' },
} as const;

/** Paths of a change's decisions, the oldest first. */
function decisions({ git }: Copy, change: string): string[] {
  const folder = `changes/2026/${change.slice(9, 11)}/${change}/decisions`;
  return git(['ls-tree', '-r', '--name-only', 'main', '--', folder]).split('\n').toSorted();
}
const freeze = ({ git }: Copy) => git(['ls-tree', '-r', '--name-only', 'main', '--', 'windows']).split('\n')[0] ?? '';
const textOf = ({ git }: Copy, path: string) => `${git(['show', `main:${path}`])}\n`;

interface Attack {
  readonly name: string;
  readonly tamper: (copy: Copy) => unknown;
  /** What the line comes to: files that never counted, or a break that every proof shows. */
  readonly leaves: 'junk' | 'merge' | 'altered' | 'hidden';
}

/** The approval that a rejection followed. */
const overruled = (copy: Copy) => decisions(copy, gitTexts.rejected.change)[0] ?? '';

const attacks: readonly Attack[] = [
  { name: 'nothing at all', leaves: 'junk', tamper: (copy) => copy.put('README.md', 'Hello') },
  {
    name: 'an overruled approval again, behind a newline',
    leaves: 'junk',
    tamper: (copy) => copy.put(`\n${overruled(copy)}`, textOf(copy, overruled(copy))),
  },
  {
    name: 'an overruled approval again, with a tab behind it',
    leaves: 'junk',
    tamper: (copy) => copy.put(`${overruled(copy)}\tx`, textOf(copy, overruled(copy))),
  },
  {
    name: 'junk with a tab where a freeze could be',
    leaves: 'junk',
    tamper: (copy) => copy.put(`${freeze(copy)}\tx`, 'junk'),
  },
  {
    name: 'junk under names of every kind',
    leaves: 'junk',
    tamper: (copy) => {
      for (const name of ['\u007f', 'é', '\u202e', ' ', '"', '\\', 'x'.repeat(200), '\u0001', '*?[', '-f', 'a\nb'])
        copy.put(`windows/${name}/${name}.json`, '{"kind":{"toString":1}}\n');
      copy.put(`windows/${'deep/'.repeat(120)}x`, 'x');
      copy.put(`changes/2026/BA/${gitTexts.bare.change}/decisions/x`, Buffer.alloc(2_000_000, 'x').toString());
    },
  },
  {
    name: 'links and programs',
    leaves: 'junk',
    tamper: (copy) => {
      copy.put('windows/link', '/etc/passwd', '120000');
      copy.put('roster/01KAH000000000000000000001.json', '#!/bin/sh', '100755');
      copy.push(`M 160000 ${'1'.repeat(40)} services/submodule`);
    },
  },
  {
    name: 'forty forged checkpoints',
    leaves: 'junk',
    tamper: (copy) => {
      const line = startLine();
      const body = {
        commit: copy.head(),
        position: 900_000,
        state: `sha256:${'0'.repeat(64)}`,
        setAside: [],
      };
      const ledger = /"ledger":"(\w+)"/.exec(textOf(copy, freeze(copy)))?.[1] ?? '';
      for (let n = 0; n < 40; n += 1) {
        const given = { by: 'audra', key: 'mallory', ledger, seen: copy.head() };
        const { path, text } = line.sign('checkpoint', { ...body, position: body.position + n }, given);
        copy.put(path, text);
      }
    },
  },
  { name: 'a deleted freeze', leaves: 'altered', tamper: (copy) => copy.push(`D ${freeze(copy)}`) },
  {
    name: 'a shortened freeze',
    leaves: 'altered',
    tamper: (copy) =>
      copy.put(freeze(copy), textOf(copy, freeze(copy)).replace(/"end":"[^"]+"/, '"end":"2026-12-09T00:00"')),
  },
  {
    name: 'a freeze turned into a link',
    leaves: 'altered',
    tamper: (copy) => copy.put(freeze(copy), 'x', '120000'),
  },
  {
    name: 'a file in the place of the folder of a freeze',
    leaves: 'altered',
    tamper: (copy) => copy.put(freeze(copy).split('/').slice(0, 2).join('/'), 'x'),
  },
  {
    name: 'a deleted rejection',
    leaves: 'altered',
    tamper: (copy) => copy.push(`D ${decisions(copy, gitTexts.rejected.change)[1]}`),
  },
  {
    name: 'a freeze deleted and put back',
    leaves: 'altered',
    tamper: (copy) => {
      const [path, text] = [freeze(copy), textOf(copy, freeze(copy))];
      copy.push(`D ${path}`);
      copy.put(path, text);
    },
  },
  {
    name: 'a rejection whose name stands twice in its folder',
    leaves: 'hidden',
    tamper: (copy) => withNameTwice(copy, decisions(copy, gitTexts.rejected.change)[1] ?? '', 'junk'),
  },
  {
    name: 'a merge that brings a record in front of others',
    leaves: 'merge',
    tamper: (copy) => {
      const [head, old] = [copy.head(), copy.git(['rev-parse', 'main~3'])];
      const side = copy.push('M 100644 inline windows/x.txt\ndata 1\nx\n', old);
      copy.push(`merge ${side}\nM 100644 inline windows/x.txt\ndata 1\nx\n`, head);
    },
  },
  {
    name: 'a `-s ours` merge that drops what the other side says',
    leaves: 'merge',
    tamper: (copy) => {
      const [head, old] = [copy.head(), copy.git(['rev-parse', 'main~1'])];
      const side = copy.push('M 100644 inline windows/y.txt\ndata 1\ny\n', old);
      copy.push(`merge ${head}\n`, side);
    },
  },
];

for (const { name, tamper, leaves } of attacks)
  test(`on a real repository: ${name}`, async (t) => {
    const copy = copyOf(t, board.folder);
    await tamper(copy);
    const head = copy.head();
    assert.deepEqual(await gateAnswers(copy.folder, board.root), answersTo[leaves]);
    const { merges, altered, exitCode, text } = await audit(copy.folder, board.root, head);
    assert.equal(merges > 0, leaves === 'merge');
    if (leaves !== 'merge') assert.equal(altered > 0, leaves === 'altered');
    assert.equal(exitCode, leaves === 'junk' ? 0 : 20, text);
  });
