import { agendaFor } from '../../shared/agenda/agendaFor.ts';
import { readerNamed } from '../../shared/agenda/reader.ts';
import { TidegateError } from '../../shared/errors.ts';
import { assembleChange } from '../../shared/ledger/assembleChange.ts';
import { toInstant, toMs, type Ms } from '../../shared/time/instant.ts';
import { createChangeIndex } from './changeIndex.ts';
import { exitCodes } from './exitCodes.ts';
import { openBoard } from './openBoard.ts';
import type { DigestOrder } from './readBoardArguments.ts';
import { tellAgenda } from './tellAgenda.ts';
import { doubtLines } from './tellDoubts.ts';

/** What waits for a person or a role, what is due, and the freezes ahead: for a job that mails or posts it. */
export async function runDigest(order: DigestOrder, now: Ms): Promise<{ text: string; exitCode: number }> {
  const at = order.at ?? toInstant(now);
  // Reading on is no deployment: any environment will do, and an old copy is said rather than refused.
  const asked = { environment: 'test' as const };
  const opened = await openBoard(order, { at, now, changes: 'every', asked, sample: order.sample });
  const { board } = opened;
  if (!board || opened.doubts.length > 0)
    return { text: `UNDECIDED\n\n${doubtLines(opened.doubts)}\n`, exitCode: exitCodes.indeterminate };
  const reader = readerNamed(order.for, board);
  if (!reader) throw new TidegateError('input-rejected', { for: order.for });
  const index = createChangeIndex();
  index.take(opened.filed);
  const files = [...index.changes()].flatMap(
    (change) => assembleChange(change, index.of(change), board, toMs(at)) ?? [],
  );
  const agenda = agendaFor(reader, files, opened, { now: toMs(at), days: order.days });
  const age = opened.dataAgeMinutes;
  return { text: tellAgenda(order.format, agenda, { board: board.identity.name, age }), exitCode: exitCodes.allow };
}
