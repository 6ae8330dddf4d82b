import type { ChangeFile } from '../../shared/change/changeFile.ts';
import { TidegateError } from '../../shared/errors.ts';
import type { ChangeId, CommitId, Fingerprint, RecordId } from '../../shared/ids.ts';
import { assembleChange } from '../../shared/ledger/assembleChange.ts';
import type { Board } from '../../shared/ledger/board.ts';
import { createReplay } from '../../shared/ledger/replay.ts';
import type { Halt, Problem } from '../../shared/ledger/standing.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import type { Ms } from '../../shared/time/instant.ts';
import { readLine } from '../git/readLine.ts';
import { verifySshsig } from '../seal/sshsig.ts';

/** What a check reads of the ledger at one commit. */
export interface OpenedLedger {
  /** Null when not even the first commit can be read. */
  readonly board: Board | null;
  readonly file: ChangeFile | null;
  readonly problems: readonly Problem[];
  readonly halt: Halt | null;
  readonly checkpoint: RecordId | null;
}

/** Reads and verifies what one question needs, at one commit. */
export async function openLedger(
  folder: string,
  given: { readonly root: Fingerprint; readonly commit: CommitId; readonly change: ChangeId; readonly at: Ms },
): Promise<OpenedLedger> {
  const replay = createReplay({ verify: verifySshsig, root: given.root });
  const counted = new Map<string, Filed>();
  for await (const commit of readLine(folder, { to: given.commit })) {
    for (const standing of replay.apply(commit)) {
      if (standing.standing === 'counted') counted.set(standing.filed.path, standing.filed);
      else counted.delete('problem' in standing ? standing.problem.path : standing.filed.path);
    }
  }
  const board = boardOrNull(() => replay.board(given.at));
  return {
    board,
    file: board && assembleChange(given.change, [...counted.values()], board, given.at),
    problems: replay.problems(),
    halt: replay.halt(),
    checkpoint: replay.checkpoint()?.record.id ?? null,
  };
}

function boardOrNull(read: () => Board): Board | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof TidegateError && error.code === 'ledger-halted') return null;
    throw error;
  }
}
