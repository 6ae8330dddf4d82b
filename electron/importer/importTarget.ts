import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TidegateError } from '../../shared/errors.ts';
import type { ChangeId } from '../../shared/ids.ts';
import type { KnownThings } from '../../shared/importer/planImport.ts';
import type { Board } from '../../shared/ledger/board.ts';
import type { Replay } from '../../shared/ledger/line.ts';
import { createReplay } from '../../shared/ledger/replay.ts';
import { changeOfPath } from '../../shared/record/layout.ts';
import { headOf } from '../git/repository.ts';
import { readLine } from '../git/readLine.ts';
import { readKey } from '../seal/keyFile.ts';
import { verifySshsig, type Signer } from '../seal/sshsig.ts';

/** Where a board's ledger and the keys for it lie. */
export interface TargetFolder {
  readonly ledger: string;
  /** Looked through when no key is named. */
  readonly keys: string;
  /** The data folder of a desk, when the board is in one: it must not be open meanwhile. */
  readonly home: string | null;
}

/**
 * Is this a bare ledger, or a desk's data folder with one board (or the board called `name`) in it?
 * @throws TidegateError `board-unreadable`
 */
export function findTarget(board: string, name?: string): TargetFolder {
  const folder = resolve(board);
  if (existsSync(join(folder, 'HEAD')) && existsSync(join(folder, 'objects')))
    return { ledger: folder, keys: join(folder, 'keys'), home: null };
  const boards = join(folder, 'boards');
  const names = existsSync(boards) ? readdirSync(boards) : [];
  const chosen = name ?? (names.length === 1 ? names[0] : undefined);
  const ledger = join(boards, chosen ?? '', 'ledger.git');
  if (chosen === undefined || !existsSync(ledger))
    throw new TidegateError('board-unreadable', { folder, boards: names.join(', ') || 'none' });
  return { ledger, keys: join(folder, 'keys', chosen), home: folder };
}

export interface ReadTarget {
  readonly replay: Replay;
  readonly board: Board;
  readonly known: KnownThings;
}

/** The board as its whole line gives it, every signature checked. @throws TidegateError `board-unreadable`, `ledger-halted` */
export async function readTarget({ ledger }: TargetFolder): Promise<ReadTarget> {
  const head = await headOf(ledger);
  if (head === null) throw new TidegateError('board-unreadable', { folder: ledger });
  const replay = createReplay({ verify: verifySshsig });
  const changes = new Set<ChangeId>();
  for await (const commit of readLine(ledger, { to: head }))
    for (const standing of replay.apply(commit)) {
      const change =
        'filed' in standing && standing.filed.record.kind === 'request' ? changeOfPath(standing.filed.path) : null;
      if (change !== null) changes.add(change);
    }
  const halt = replay.halt();
  if (halt) throw new TidegateError('ledger-halted', { commit: halt.commit, why: halt.why });
  const board = replay.board();
  return { replay, board, known: { hasChange: (id) => changes.has(id), hasService: (id) => board.services.has(id) } };
}

/**
 * In whose name is imported: the owner of the named key, or of the first key in the folder whose owner is a change manager.
 * @throws TidegateError `key-unusable` when there is none
 */
export function findSigner(board: Board, keys: string, file?: string): { person: string; signer: Signer } {
  const files = file === undefined ? keyFiles(keys) : [file];
  for (const path of files) {
    const signer = readKey(path);
    const member = board.roster.people.find((each) =>
      each.keys.some(({ fingerprint }) => fingerprint === signer.fingerprint),
    );
    if (member === undefined) continue;
    if (file !== undefined || member.roles.some(({ role }) => role === 'change-manager'))
      return { person: member.person, signer };
  }
  throw new TidegateError('key-unusable', { keys: file ?? keys, why: 'no key of a member who may import' });
}

function keyFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => !name.endsWith('.pub'));
  return names.map((name) => join(folder, name));
}
