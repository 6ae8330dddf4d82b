import type { SignedRow } from '../../shared/api/peopleCalls.ts';
import { traceOf, type Trace } from '../../shared/ledger/isVoid.ts';
import type { Filed, LedgerRecord } from '../../shared/record/envelope.ts';
import { changeOfPath, identifyPath } from '../../shared/record/layout.ts';
import { toMs, type Ms } from '../../shared/time/instant.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { lastCommits } from '../git/lineAt.ts';
import { soundUnsent } from './peopleRoster.ts';

/** A record with what decides whether it goes on counting. */
export interface SignedRecord {
  readonly trace: Trace;
  readonly kind: string;
  readonly subject: string | null;
  readonly at: Ms;
  readonly isUnsent: boolean;
}

/** Everything these people have signed, in the order of the line, with what is not sent yet at its end. */
export function signedRecords(desk: DeskParts, people: ReadonlySet<string>): readonly SignedRecord[] {
  const sent = [...people].flatMap((person) => desk.catalog.records.signedBy(person));
  const unsent = soundUnsent(desk);
  const known = new Set(sent.map(({ path }) => path));
  return [
    ...sent.toSorted((a, b) => a.position - b.position).map((filed) => signedRecord(filed, false)),
    ...unsent
      .filter(({ record, path }) => people.has(record.signed.by) && !known.has(path))
      .map((filed) => signedRecord(filed, true)),
  ];
}

function signedRecord(filed: Filed, isUnsent: boolean): SignedRecord {
  const record = filed.record as LedgerRecord; // `Filed` without a kind is the union itself
  return {
    trace: traceOf(filed),
    kind: record.kind,
    subject: changeOfPath(filed.path) ?? identifyPath(filed.path)?.subject ?? null,
    at: toMs(record.signed.at),
    isUnsent,
  };
}

/** The newest of them, each with the commit after which it would have to be revoked. */
export async function signedRows(
  { ledgerFolder, model }: DeskParts,
  records: readonly SignedRecord[],
  most: number,
): Promise<readonly SignedRow[]> {
  const newest = records.slice(-most).toReversed();
  const { head, length } = model.replay().board();
  const oldest = Math.min(length, ...newest.map(({ trace }) => trace.position));
  const first = Math.max(0, oldest - 1);
  const commits = first < length ? await lastCommits(ledgerFolder, head, length - first) : [];
  return newest.map(({ trace, kind, subject, at, isUnsent }) => ({
    path: trace.path,
    kind,
    subject,
    at,
    before: isUnsent ? null : (commits[trace.position - 1 - first] ?? null),
  }));
}
