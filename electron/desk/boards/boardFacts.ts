import * as z from 'zod';
import { fingerprint, ledgerId } from '../../../shared/ids.ts';
import type { SettingTable } from '../../workspace/settingTable.ts';
import { readStored } from '../../workspace/readStored.ts';

const facts = z.object({ title: z.string(), sample: z.boolean(), ledger: ledgerId, root: fingerprint });
/** What is remembered of a board, so that it can be listed while it is closed or cannot be opened. */
export type BoardFacts = z.infer<typeof facts>;

export function rememberFacts(settings: SettingTable, board: string, known: BoardFacts): void {
  settings.save(`board:${board}`, JSON.stringify(known));
}

export function recallFacts(settings: SettingTable, board: string): BoardFacts | null {
  const read = facts.safeParse(readStored(settings.read(`board:${board}`) ?? ''));
  return read.success ? read.data : null;
}
