import type { Fingerprint } from '../ids.ts';
import { decodeFile } from '../record/codec.ts';
import type { Filed } from '../record/envelope.ts';
import { fingerprintOfLine } from '../record/sshKey.ts';
import { admit } from './admit.ts';
import { isChainKind, rosterRefusal } from './chain.ts';
import { isChainRecord, type JudgeDeps } from './judgeFile.ts';
import type { AddedFile, LineCommit, Standing } from './line.ts';
import { memberOf } from './signatory.ts';
import { isOfKind, type ChainKind, type LedgerState } from './state.ts';
import { takeEffect } from './takeEffect.ts';

type Found = { readonly filed: Filed<ChainKind>; readonly blob: string; readonly signedText: string };

/**
 * Founds the state on the first commit: one ledger, one roster, one policy, signed by the root key in the name
 * of an admin of that roster.
 *
 * @returns why it is no ledger, or what came to count
 */
export function applyFirst(
  state: LedgerState,
  commit: LineCommit,
  deps: JudgeDeps & { readonly root?: Fingerprint | undefined },
): 'first-commit' | 'root-mismatch' | readonly Standing[] {
  const found = commit.added.flatMap(foundingFile);
  const [ledger, policy, roster] = ['ledger', 'policy', 'roster'].map((kind) =>
    found.filter(({ filed }) => filed.record.kind === kind),
  );
  if (commit.parents.length > 0 || ledger?.length !== 1 || policy?.length !== 1 || roster?.length !== 1)
    return 'first-commit';
  const identity = ledger[0]?.filed;
  if (!identity || !isOfKind(identity, 'ledger')) return 'first-commit';
  const { root } = identity.record.body;
  if (deps.root !== undefined && deps.root !== root.fingerprint) return 'root-mismatch';
  if (fingerprintOfLine(root.publicKey) !== root.fingerprint) return 'first-commit';

  const people = roster[0]?.filed;
  if (!people || !isOfKind(people, 'roster') || rosterRefusal(people.record.body, () => false)) return 'first-commit';
  const isFounded = found.every(({ filed, signedText }) => {
    const { record } = filed;
    const member = memberOf(people.record.body, record.signed.by);
    const isAdmin = member?.roles.some(({ role }) => role === 'admin') ?? false;
    const given = { namespace: `tidegate-${record.kind}`, message: signedText, sig: record.signed.sig };
    const isFirst = record.signed.key === root.fingerprint && record.signed.seen === undefined;
    const good = isFirst && deps.verify({ publicKey: root.publicKey, ...given });
    return good && isAdmin && record.ledger === identity.record.id && record.body.follows.length === 0;
  });
  if (!isFounded) return 'first-commit';

  state.ledger = identity.record.id;
  state.root = root;
  return found.flatMap(({ filed, blob }): Standing[] => {
    admit(state, filed, blob);
    return [{ standing: 'counted', filed, blob }, ...takeEffect(state, filed, blob, 0)];
  });
}

export function isFounding({ path }: AddedFile): boolean {
  return /^(ledger|policy|roster)\/[^/]+$/.test(path);
}

function foundingFile(file: AddedFile): Found[] {
  if (!isFounding(file) || file.mode !== '100644' || file.text === null) return [];
  const decoded = decodeFile(file.path, file.text);
  if (!decoded.ok || !isChainKind(decoded.record.kind)) return [];
  const filed: Filed = { record: decoded.record, digest: decoded.digest, path: file.path, position: 0 };
  return isChainRecord(filed) ? [{ filed, blob: file.blob, signedText: decoded.signedText }] : [];
}
