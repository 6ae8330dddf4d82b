import type { WindowId } from '../../shared/ids.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import type { BoardContext } from '../desk/boardContext.ts';

/** The revisions that speak for a window now: those in force, else those that wait for a change manager. */
export function windowSides({ board, proposals }: BoardContext, window: WindowId): readonly Filed<'window'>[] {
  const sides = board.windows.get(window) ?? [];
  return sides.length > 0 ? sides : proposals.filter(({ record }) => record.body.window === window);
}
