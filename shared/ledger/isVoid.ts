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
  /** The role a decision or a waiver's cosign was made in, or glass was broken in; null for all else. */
  readonly role: Role | null;
  /** Whose delegated role it was; null where it was one's own. */
  readonly behalf: PersonId | null;
}

export function traceOf({ record, path, position }: Filed): Trace {
  const said = record.kind === 'decision' || record.kind === 'cosign';
  const broke = record.kind === 'waiver' && 'breakGlass' in record.body && record.body.breakGlass !== undefined;
  const role = broke ? 'break-glass' : said && 'role' in record.body ? (record.body.role ?? null) : null;
  const behalf = record.kind === 'decision' && 'onBehalfOf' in record.body ? (record.body.onBehalfOf ?? null) : null;
  return { path, position, by: record.signed.by, key: record.signed.key, role, behalf };
}

/** Has a later act taken this file's standing away? */
export function isVoid(trace: Trace, voids: Voids): boolean {
  const { path, position, by, key, role, behalf } = trace;
  const revokedAfter = voids.keys.get(key);
  if (revokedAfter !== undefined && position > revokedAfter) return true;
  if (voids.paths.has(path)) return true;
  const holder = behalf ?? by;
  if (role !== null && voids.roles.some((end) => end.person === holder && end.role === role && position > end.after))
    return true;
  return (
    behalf !== null && voids.delegations !== undefined && !voids.delegations.some((given) => carries(given, trace))
  );
}

/** Does this delegation carry that decision? It may have been withdrawn since; it fell if its author's key did. */
function carries({ record: { body }, position }: Filed<'delegation'>, trace: Trace): boolean {
  const isOfBoth = body.person === trace.behalf && body.to === trace.by;
  return isOfBoth && position <= trace.position && body.roles.some(({ role }) => role === trace.role);
}
