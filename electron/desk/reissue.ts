import type { SetAsideReason } from '../../shared/ledger/standing.ts';
import type { LedgerRecord } from '../../shared/record/envelope.ts';
import { toInstant, type Ms } from '../../shared/time/instant.ts';
import type { OutboxRow, OutboxTable } from '../workspace/outboxTable.ts';
import type { Acting } from './acting.ts';
import type { BoardModel } from './boardModel.ts';
import type { Scribe, Statement } from './scribe.ts';

/** `CHG-2026-` and the last seven characters of a fresh ULID, which are chance. */
export function newChangeId(ulid: string, now: Ms): string {
  return `CHG-${toInstant(now).slice(0, 4)}-${ulid.slice(-7)}`;
}

/**
 * Says again under a new id what was said here under one that another desk had made first (rule 3 of the ledger).
 *
 * The text stays word for word; evidence and comments that wait for it go along. What rests on the old record by its
 * digest stays where it is, with its reason.
 */
export function reissueCollided(given: {
  readonly outbox: OutboxTable;
  readonly boardName: string;
  readonly acting: Acting;
  readonly scribe: Scribe;
  readonly model: Pick<BoardModel, 'outboxChanged'>;
  readonly now: () => Ms;
}): void {
  const { outbox, boardName, acting, scribe, model, now } = given;
  if (acting.could().length === 0) return;
  const rows = outbox.list(boardName).filter(({ author }) => author === acting.person());
  for (const row of rows.filter(({ problem }) => problem === ('collision' satisfies SetAsideReason))) {
    if (row.subject === null || statementsOf(row, row.subject) === null) continue;
    const change = newChangeId(scribe.newId(), now());
    for (const each of rows.filter(({ subject, row: at }) => subject === row.subject && at >= row.row)) {
      const statements = statementsOf(each, change);
      if (!statements) continue;
      scribe.say({ what: each.what, subject: change, statements });
      outbox.remove([each.row]);
    }
    model.outboxChanged();
  }
}

/** The records of a row as they read under another id; null where one cannot be said again. */
function statementsOf({ files }: OutboxRow, change: string): Statement[] | null {
  const statements = files.map(({ text }) => renamed(JSON.parse(text) as LedgerRecord, change)); // sealed by this desk
  return statements.every((statement) => statement !== null) ? statements : null;
}

function renamed(record: LedgerRecord, change: string): Statement | null {
  if ('follows' in record.body && record.body.follows.length > 0) return null;
  if (record.kind === 'request') return { kind: record.kind, body: { ...record.body, change } };
  if (record.kind === 'evidence') return { kind: record.kind, body: { ...record.body, change } };
  return record.kind === 'comment' ? { kind: record.kind, body: { ...record.body, change } } : null;
}
