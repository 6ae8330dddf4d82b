import type { Board } from '../ledger/board.ts';
import { roles, type Role } from '../record/words.ts';

/** Whom it is for: a member, or whoever holds a role. */
export type Reader = { readonly person: string } | { readonly role: Role };

/** Reads `petra` or `change-manager`; null when the board knows neither. A person goes before a role of that name. */
export function readerNamed(name: string, { roster }: Board): Reader | null {
  if (roster.people.some(({ person }) => person === name)) return { person: name };
  const role = roles.find((each) => each === name);
  return role === undefined ? null : { role };
}
