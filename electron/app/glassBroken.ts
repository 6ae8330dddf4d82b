import { assembleChange } from '../../shared/ledger/assembleChange.ts';
import type { Board } from '../../shared/ledger/board.ts';
import type { Ms } from '../../shared/time/instant.ts';
import { glassBrokenAt } from '../../shared/waiver/waiverStanding.ts';
import type { DeskParts } from '../desk/deskParts.ts';

/** When was glass broken on this board? As the line has it, one moment for each time. */
export function glassBroken({ catalog, now }: DeskParts, board: Board): Ms[] {
  const broken = catalog.records
    .ofKind('waiver')
    .flatMap(({ record: { body } }) => ('breakGlass' in body && body.breakGlass ? [body.change] : []));
  return [...new Set(broken)].flatMap((change) => {
    const file = assembleChange(change, catalog.records.ofChange(change), board, now());
    return file ? glassBrokenAt(file) : [];
  });
}
