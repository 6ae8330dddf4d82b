import type { Fingerprint, PersonId } from '../ids.ts';
import type { Filed } from '../record/envelope.ts';
import type { Role } from '../record/words.ts';
import type { Voids } from './voids.ts';

/** What must be kept of a file to know later whether it still counts. */
export interface Trace {
  readonly path: string;
  readonly position: number;
  readonly by: PersonId;
  readonly key: Fingerprint;
  /** The role a decision or a waiver's cosign was made in; null for every other kind. */
  readonly role: Role | null;
}

export function traceOf({ record, path, position }: Filed): Trace {
  const said = record.kind === 'decision' || record.kind === 'cosign';
  const role = said && 'role' in record.body ? (record.body.role ?? null) : null;
  return { path, position, by: record.signed.by, key: record.signed.key, role };
}

/** Has a later act taken this file's standing away? */
export function isVoid({ path, position, by, key, role }: Trace, voids: Voids): boolean {
  const revokedAfter = voids.keys.get(key);
  if (revokedAfter !== undefined && position > revokedAfter) return true;
  if (voids.paths.has(path)) return true;
  return role !== null && voids.roles.some((end) => end.person === by && end.role === role && position > end.after);
}
