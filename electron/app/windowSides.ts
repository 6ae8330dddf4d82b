import type { WindowId } from '../../shared/ids.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import type { BoardContext } from '../desk/boardContext.ts';

/** The revisions that speak for a window now: those in force, else those that wait for a change manager. */
export function windowSides({ board, proposals }: BoardContext, window: WindowId): readonly Filed<'window'>[] {
  const sides = board.windows.get(window) ?? [];
  return sides.length > 0 ? sides : proposals.filter(({ record }) => record.body.window === window);
}

/** Whatever speaks for a window, or asks to: a new text takes the place of all of it. */
export function followed(context: BoardContext, window: WindowId): string[] {
  const asking = context.proposals.filter(({ record }) => record.body.window === window);
  return [...new Set([...windowSides(context, window), ...asking].map(({ digest }) => digest))];
}
