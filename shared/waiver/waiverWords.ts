import { personName, type Board } from '../ledger/board.ts';
import type { WaiverSignatures } from './waiverSignatures.ts';
import type { WaiverStanding } from './waiverStanding.ts';

/** Who must still sign, as words: `Bea Laurent, a change manager`. Empty when nobody must. */
export function stillToSign({ owners, manager, director }: WaiverSignatures, board: Board): string[] {
  return [
    ...owners.map((owner) => personName(board, owner)),
    ...(manager ? ['a change manager'] : []),
    ...(director ? ['a director'] : []),
  ];
}

/** Why does this waiver lift nothing now? One clause; null for one in force. */
export function whyNotInForce(
  { state, isBreakGlass, signatures, refusal }: WaiverStanding,
  board: Board,
): string | null {
  switch (state) {
    case 'in-force':
      return null;
    case 'unsigned':
      return signatures.own.length > 0
        ? `${signatures.own.map((owner) => personName(board, owner)).join(' and ')} cannot waive for a change of their own`
        : `it waits for ${stillToSign(signatures, board).join(', ')}`;
    case 'ahead':
      return 'its hours have not come yet';
    case 'expired':
      return isBreakGlass ? 'the four hours of broken glass are over' : 'it has expired';
    case 'used':
      return 'it was used';
    case 'stale':
      return 'it was given for an earlier text of the change';
    case 'withdrawn':
      return 'it was withdrawn';
    case 'refused':
      return refusal === 'no-incident'
        ? 'the change names no incident'
        : 'nobody breaks the glass for a change of their own';
  }
}
