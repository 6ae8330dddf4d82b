import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { TestContext } from 'node:test';
import { openForCheck } from '../../electron/git/openForCheck.ts';
import type { Verification } from '../../electron/git/verifyLine.ts';
import { verifyToEnd } from '../../electron/git/verifyToEnd.ts';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import { CHANGE, decisionOf, requestOf, serviceOf, siteOf, windowOf } from './ledgerBodies.ts';
import { signerNamed } from './ledgerPeople.ts';
import { createRepository, type Repository } from './ledgerRepository.ts';

const root = signerNamed('root').fingerprint;
export const options = { root, change: CHANGE, verify: verifySshsig };

export async function verified(repository: Repository, to = repository.head()): Promise<Verification> {
  return verifyToEnd(repository.folder, { to, root, verify: verifySshsig });
}

export async function vouch(repository: Repository, by = 'audra') {
  const { checkpoint } = await verified(repository);
  assert.ok(checkpoint);
  const record = repository.sign('checkpoint', checkpoint, { by });
  await repository.add(record);
  return record;
}

/** A board with a bit of everything: chains of several links, forks, waiting and void revisions, other changes. */
export async function livedIn(t: TestContext): Promise<Repository> {
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

export function digestIn(repository: Repository, kind: 'roster' | 'policy'): string {
  const file = execFileSync('git', ['-C', repository.folder, 'ls-tree', '-r', '--name-only', repository.head(), kind]);
  const [path = ''] = file.toString().trim().split('\n');
  const text = execFileSync('git', ['-C', repository.folder, 'show', `${repository.head()}:${path}`]);
  return `sha256:${execFileSync('sha256sum', { input: text }).toString().slice(0, 64)}`;
}

export function sortedBoard(board: Awaited<ReturnType<typeof openForCheck>>['board']) {
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
