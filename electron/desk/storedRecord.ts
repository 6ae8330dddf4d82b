import { fileText } from '../../shared/record/canonical.ts';
import type { Filed, LedgerRecord } from '../../shared/record/envelope.ts';
import type { StoredRecord } from '../catalog/recordTable.ts';

/** The catalogue's form of a record. Its text is written again when the file is not at hand: same bytes. */
export function storedRecord(filed: Filed, standing: StoredRecord['standing'], text: string | null): StoredRecord {
  const record = filed.record as LedgerRecord; // `Filed` without a kind is the union itself
  return {
    path: filed.path,
    kind: record.kind,
    subject: subjectOf(record),
    change: changeOf(filed),
    digest: filed.digest,
    position: filed.position,
    effectiveAt: filed.effectiveAt ?? null,
    standing,
    text: text ?? fileText(record),
  };
}

/** Which change does the record speak of? */
export function changeOf(filed: Filed): string | null {
  const record = filed.record as LedgerRecord; // `Filed` without a kind is the union itself
  switch (record.kind) {
    case 'request':
    case 'decision':
    case 'evidence':
    case 'receipt':
    case 'waiver':
    case 'review':
    case 'comment':
      return record.body.change;
    case 'cosign':
      return record.body.of.kind === 'request' || record.body.of.kind === 'waiver'
        ? (record.body.of.subject ?? null)
        : null;
    default:
      return null;
  }
}

function subjectOf(record: LedgerRecord): string | null {
  switch (record.kind) {
    case 'site':
      return record.body.site;
    case 'service':
      return record.body.service;
    case 'window':
      return record.body.window;
    case 'template':
      return record.body.template;
    case 'delegation':
      return record.body.person;
    default:
      return null;
  }
}
