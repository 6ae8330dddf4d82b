import type { Fingerprint } from '../ids.ts';
import type { Member, MemberKey } from '../record/body/rosterBody.ts';
import { fingerprintOfLine } from '../record/sshKey.ts';
import { holderOf } from './editRoster.ts';

/** What somebody pasted for a public key that is to be nobody's yet. */
export type PastedKey =
  | { readonly is: 'nothing' | 'private-key' | 'cut-off' | 'other-kind' | 'no-key' }
  /** Some member's already, on the roster that was shown. */
  | { readonly is: 'held' | 'revoked'; readonly holder: Member }
  /** `ssh-ed25519 AAAA…`, the comment left out. */
  | { readonly is: 'free'; readonly publicKey: string; readonly fingerprint: Fingerprint };

/** Reads an OpenSSH public key, with its comment or without, and looks for it among the members. */
export function readPastedKey(text: string, members: readonly Member[]): PastedKey {
  const [kind = '', encoded = ''] = text.trim().split(/\s+/);
  if (kind === '') return { is: 'nothing' };
  const publicKey = `${kind} ${encoded}`;
  const fingerprint = fingerprintOfLine(publicKey);
  if (fingerprint === null) return { is: strangeKey(text, kind) };
  const holder = holderOf(members, { fingerprint });
  if (!holder) return { is: 'free', publicKey, fingerprint };
  const isRevoked = holder.keys.some((key) => key.fingerprint === fingerprint && key.revoked);
  return { is: isRevoked ? 'revoked' : 'held', holder };
}

/** A key that was pasted, as a roster has it. */
export function keyOf(
  { publicKey, fingerprint }: Extract<PastedKey, { readonly is: 'free' }>,
  label: string,
): MemberKey {
  return { publicKey, fingerprint, label };
}

function strangeKey(text: string, kind: string): 'private-key' | 'cut-off' | 'other-kind' | 'no-key' {
  if (text.includes('PRIVATE KEY')) return 'private-key';
  if (kind === 'ssh-ed25519') return 'cut-off';
  return /^(ssh-|ecdsa-|sk-)/.test(kind) ? 'other-kind' : 'no-key';
}
