import type { TestContext } from 'node:test';
import { headOf } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { writeCommit } from '../../electron/git/writeCommit.ts';
import type { BodyOf, Kind } from '../../shared/record/kinds.ts';
import type { Sealed } from '../../shared/record/seal.ts';
import { folderRemote } from './gitServer.ts';
import { CHANGE, requestOf } from './ledgerBodies.ts';
import { START, type Line } from './ledgerLine.ts';
import { keyNamed, people } from './ledgerPeople.ts';
import { createRepository } from './ledgerRepository.ts';
import type { SyncDesk } from './syncDesk.ts';

/** A board behind a remote onto which another tool writes as well; Rita has two desks, each with its key. */
export interface SharedLine {
  readonly address: string;
  readonly sign: Line['sign'];
  /** Pushes these files as one commit, whatever they are. */
  readonly push: (...files: readonly Sealed[]) => Promise<void>;
  /** Rita's request for the change and, before it on the line, Ada's with other words: hers is void. */
  readonly collide: (rita?: Parameters<Line['sign']>[2]) => Promise<Sealed<'request'>>;
}

export async function sharedLine(t: TestContext): Promise<SharedLine> {
  const remote = await folderRemote(t);
  const roster = people.map((member) =>
    member.person === 'rita' ? { ...member, keys: [keyNamed('rita'), keyNamed('rita at home')] } : member,
  );
  const board = await createRepository(t, { people: roster });
  await runGit(board.folder, ['push', '--quiet', remote.address, 'main']);
  const seen = board.head();
  const sign = <K extends Kind>(kind: K, body: BodyOf<K>, given: Parameters<Line['sign']>[2] = {}): Sealed<K> =>
    board.sign(kind, body, { seen, ...given });
  const push = async (...files: readonly Sealed[]): Promise<void> => {
    const author = { name: 'Another tool', email: 'tool@example.invalid' };
    const parent = await headOf(remote.folder);
    await writeCommit(remote.folder, { parent, files, message: 'Pushed', author, at: START + 60_000 });
  };
  return {
    address: remote.address,
    sign,
    push,
    collide: async (rita = {}) => {
      const lost = sign('request', ritasRequest(), { by: 'rita', ...rita });
      await push(sign('request', adasRequest(CHANGE), { by: 'ada' }));
      await push(lost);
      return lost;
    },
  };
}

export function ritasRequest(change = CHANGE): BodyOf<'request'> {
  return requestOf({ change, title: 'Rita’s own words', requester: 'rita' });
}

export function adasRequest(change: string): BodyOf<'request'> {
  return requestOf({ change, title: 'Ada was first', requester: 'ada' });
}

/** Where Rita's words stand, on the line or unsent. */
export function standingAt({ model }: SyncDesk): readonly string[] {
  return [...model.living()]
    .filter(({ file }) => file.requests[0]?.record.body.title === ritasRequest().title)
    .map(({ file }) => file.change);
}
