import type { Bar } from '../catalog/changeQueries.ts';
import { rolesAt } from '../desk/acting.ts';
import type { DeskParts } from '../desk/deskParts.ts';

const MOVABLE: ReadonlySet<string> = new Set(['assessment', 'authorization', 'scheduled']);

/** May I give this change another start? Whoever asked for it, carries it out or manages changes, until work begins. */
export function isMovable({ imported, state, requester, implementer }: Bar, { acting, now }: DeskParts): boolean {
  if (imported || !MOVABLE.has(state)) return false;
  const me = acting.reader();
  return requester === me.person || implementer === me.person || rolesAt(me, now()).includes('change-manager');
}
