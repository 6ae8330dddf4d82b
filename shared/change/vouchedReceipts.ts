import { conflictedPeople } from '../approval/readDecisions.ts';
import type { Filed } from '../record/envelope.ts';
import type { ChangeFile } from './changeFile.ts';

/**
 * The receipts by somebody whose change it is not, which is to say by pipelines.
 *
 * Whoever asks for a change or does it may record work by hand, dated as they like; that tells how far it has come, and
 * opens nothing: no freeze lets it finish, and nothing is taken back to it.
 */
export function vouchedReceipts(file: Pick<ChangeFile, 'requests' | 'receipts'>): Filed<'receipt'>[] {
  const conflicted = conflictedPeople(file);
  return file.receipts.filter(({ record }) => !conflicted.has(record.signed.by));
}
