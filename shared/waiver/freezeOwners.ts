import type { PersonId, WindowId } from '../ids.ts';
import type { Board } from '../ledger/board.ts';
import type { WindowBody } from '../record/body/windowBody.ts';

/**
 * The texts of a window that freeze at the instant of the board: the current one, every side of a fork, and earlier
 * ones that a loosening has not replaced yet.
 */
function freezesOf(board: Board, window: WindowId): WindowBody[] {
  const current = board.windows.get(window) ?? [];
  const earlier = (board.waiting ?? [])
    .filter(({ by }) => by.record.body.window === window)
    .flatMap((waiting) => waiting.earlier.flatMap(({ filed }) => (filed ? [filed] : [])));
  return [...current, ...earlier]
    .map(({ record }) => record.body)
    .filter(({ effect, standing }) => effect === 'freeze' && standing === 'published');
}

/** Whose signatures lift these freezes? Each person once, in the order of the windows. */
export function freezeOwners(board: Board, windows: readonly WindowId[]): PersonId[] {
  return [...new Set(windows.flatMap((window) => freezesOf(board, window).map(({ owner }) => owner)))];
}
