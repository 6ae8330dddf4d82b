import type { RenumberedChange } from '../../shared/api/changeCalls.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import type { Renumbered } from '../desk/renumberings.ts';

type Where = Pick<DeskParts, 'renumberings' | 'catalog' | 'newsroom'>;

/** Changes of this desk's that have another number now, until their author has read of it. */
export function unreadRenumbered(desk: Where): RenumberedChange[] {
  const unread = moves(desk).filter(({ isRead }) => !isRead);
  // Moved twice before anybody looked: told once, from the number that its author knows.
  return unread.filter(({ from }) => unread.every(({ to }) => to !== from)).flatMap((move) => told(desk, move));
}

/** What this desk had asked for under a number that another change has. */
export function renumberedFrom(desk: Where, change: string): RenumberedChange | null {
  return moves(desk).flatMap((move) => (move.from === change ? told(desk, move) : []))[0] ?? null;
}

export function markRenumberedRead(desk: Where, change: string): void {
  for (const move of chainFrom(desk, change)) desk.renumberings.note({ ...move, isRead: true });
  desk.newsroom.tell('me');
}

function moves({ renumberings }: Where): readonly Renumbered[] {
  return renumberings.list().filter(({ from, to }) => from !== to);
}

/** Nothing where it was undone since. */
function told(desk: Where, { from }: Renumbered): RenumberedChange[] {
  const to = chainFrom(desk, from).at(-1)?.to ?? from;
  const row = desk.catalog.find.row(to);
  return row ? [{ from, to, title: row.title }] : [];
}

/** From one number to the next, each once. */
function chainFrom(desk: Where, change: string): readonly Renumbered[] {
  const all = moves(desk);
  const chain: Renumbered[] = [];
  for (let at: string | undefined = change; at !== undefined; at = chain.at(-1)?.to) {
    const next = all.find((move) => move.from === at && !chain.includes(move));
    if (!next) break;
    chain.push(next);
  }
  return chain;
}
