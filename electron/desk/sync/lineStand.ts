import type { CommitId } from '../../../shared/ids.ts';
import { commitsSince, isHere, isOnLineOf, splitOf } from '../../git/compareLines.ts';

/**
 * How the remote's line stands to the verified one.
 *
 * - `level`, `behind` (the remote has more), `ahead` (it never had our last commits).
 * - `went-back`: it ends before what it is known to have held.
 * - `diverged`: it goes on from `base` beside commits of ours that it never had.
 * - `rewritten`: it no longer holds what it is known to have held.
 * - `stranger`: it shares nothing with a line that it is not known to have held.
 */
export type LineStand =
  | { readonly how: 'level' | 'ahead' | 'went-back' | 'stranger' }
  /** By so many commits. */
  | { readonly how: 'behind'; readonly commits: number }
  | { readonly how: 'diverged'; readonly base: CommitId }
  | { readonly how: 'rewritten'; readonly base: CommitId | null };

export async function lineStand(
  folder: string,
  ends: {
    readonly main: CommitId;
    readonly theirs: CommitId | null;
    /** The newest commit that the remote is known to have held. */
    readonly held: CommitId | null;
  },
): Promise<LineStand> {
  const { main, theirs } = ends;
  if (theirs === null) return { how: ends.held === null ? 'ahead' : 'went-back' };
  if (theirs === main) return { how: 'level' };
  const commits = await commitsSince(folder, main, theirs);
  if (commits !== null) return { how: 'behind', commits };
  // A commit that is gone from this clone proves nothing about the remote.
  const held = ends.held !== null && (await isHere(folder, ends.held)) ? ends.held : null;
  if (await isOnLineOf(folder, theirs, main)) {
    const lacks = held !== null && held !== theirs && (await isOnLineOf(folder, theirs, held));
    return { how: lacks ? 'went-back' : 'ahead' };
  }
  const base = await splitOf(folder, main, theirs);
  if (held !== null && !(await isOnLineOf(folder, held, theirs))) return { how: 'rewritten', base };
  return base === null ? { how: 'stranger' } : { how: 'diverged', base };
}
