import type { BoardRow } from '../../../shared/api/boardCalls.ts';

/** Where a board is kept, in a line. */
export function boardDetail({ remote, sample, state }: BoardRow): string {
  if (state === 'absent') return 'Made anew when you open it';
  const place = remote ?? 'On this machine only';
  return sample && remote === null ? 'Sample, on this machine only' : place;
}
