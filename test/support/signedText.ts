import { canonical } from '../../shared/record/canonical.ts';
import type { LedgerRecord } from '../../shared/record/envelope.ts';

/** What a record's signature covers, as the documents say it: the canonical text without `signed.sig`. */
export function signedText(record: LedgerRecord): string {
  const { sig: _sig, ...signed } = record.signed;
  return canonical({ ...record, signed });
}
