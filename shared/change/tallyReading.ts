import { requirementsOf } from '../approval/requirementsOf.ts';
import type { Tally } from '../approval/tally.ts';
import { tallyOf } from '../approval/tallyOf.ts';
import type { Band } from '../record/words.ts';
import type { ChangeReading } from './readChange.ts';

/** Who must agree to this change in this band, and who has? Nothing imported counts as agreement. */
export function tallyReading(reading: ChangeReading, band: Band): Tally {
  const { text, board, windows, file } = reading;
  const asked = requirementsOf(text, band, board, windows.topology, reading.softFreezes, reading.conflicted);
  const decisions = text.imported ? [] : (file?.decisions ?? []);
  return tallyOf(asked, decisions, { ...reading, topology: windows.topology, now: reading.asOf });
}
