import { agendaFor } from '../../shared/agenda/agendaFor.ts';
import { readerNamed } from '../../shared/agenda/reader.ts';
import { TidegateError } from '../../shared/errors.ts';
import { changeId } from '../../shared/ids.ts';
import { assembleChange } from '../../shared/ledger/assembleChange.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { toInstant, toMs, type Ms } from '../../shared/time/instant.ts';
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
  const files = [...byChange(opened.filed)].flatMap(
    ([change, filed]) => assembleChange(change, filed, board, toMs(at)) ?? [],
  );
  const agenda = agendaFor(reader, files, opened, { now: toMs(at), days: order.days });
  const age = opened.dataAgeMinutes;
  return { text: tellAgenda(order.format, agenda, { board: board.identity.name, age }), exitCode: exitCodes.allow };
}

function byChange(filed: readonly Filed[]): ReadonlyMap<string, readonly Filed[]> {
  const found = new Map<string, Filed[]>();
  for (const each of filed) {
    const { body } = each.record;
    const named = 'change' in body ? body.change : 'of' in body ? body.of.subject : undefined;
    const change = changeId.safeParse(named);
    if (!change.success) continue;
    const known = found.get(change.data);
    if (known) known.push(each);
    else found.set(change.data, [each]);
  }
  return found;
}
