import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { initBare } from '../../electron/git/repository.ts';
import { writeCommit } from '../../electron/git/writeCommit.ts';
import type { Sealed } from '../../shared/record/seal.ts';
import type { BodyOf, Kind } from '../../shared/record/kinds.ts';
import { START, startLine, type Line, type TextFile } from './ledgerLine.ts';

/** A board in a real repository in a temporary folder, gone when the test ends. */
export interface Repository {
  readonly folder: string;
  readonly ledger: string;
  readonly head: () => string;
  readonly commits: readonly string[];
  readonly sign: Line['sign'];
  readonly add: (...files: readonly TextFile[]) => Promise<string>;
}

const author = { name: 'Test', email: 'test@example.invalid' };

export async function createRepository(
  t: TestContext,
  given: Parameters<typeof startLine>[0] = {},
): Promise<Repository> {
  const folder = mkdtempSync(join(tmpdir(), 'tidegate-ledger-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  await initBare(folder);
  const line = startLine(given);
  const commits: string[] = [];
  const head = () => commits.at(-1) ?? '';
  const add = async (...files: readonly TextFile[]) => {
    const at = START + commits.length * 1_000;
    const parent = commits.at(-1) ?? null;
    const commit = await writeCommit(folder, { parent, files, message: `Commit ${commits.length}`, author, at });
    commits.push(commit);
    return commit;
  };
  const sign = <K extends Kind>(kind: K, body: BodyOf<K>, signing: Parameters<Line['sign']>[2] = {}): Sealed<K> =>
    line.sign(kind, body, { seen: head(), ...signing });
  const founding = line.commits[0]?.added ?? [];
  await add(...founding.map(({ path, text }) => ({ path, text: text ?? '' })));
  return { folder, ledger: line.ledger, head, commits, sign, add };
}
