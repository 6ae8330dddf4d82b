import type { Fingerprint } from '../ids.ts';
import { canonical } from '../record/canonical.ts';
import { decodeFile } from '../record/codec.ts';
import type { RosterBody } from '../record/body/rosterBody.ts';
import type { Filed } from '../record/envelope.ts';
import type { AddedFile, VerifySignature } from './line.ts';
import { memberOf } from './signatory.ts';
import { isOfKind } from './state.ts';

/**
 * Of these checkpoints, those signed by somebody whom a roster that leads back to the root key calls admin or auditor.
 *
 * Says nothing about whether one counts: it keeps what anybody may add, in whatever number, from being tried at all.
 *
 * @param files those of the ledger and its rosters, cosigns included
 */
export function signedByVouchers(
  checkpoints: readonly Filed<'checkpoint'>[],
  files: readonly AddedFile[],
  { root, verify }: { readonly root?: Fingerprint | undefined; readonly verify: VerifySignature },
): Filed<'checkpoint'>[] {
  const rosters = rostersFromRoot(files.flatMap(readFiled), root, verify).map(({ record }) => record.body);
  return checkpoints.filter((given) =>
    rosters.some((roster) => {
      const member = memberOf(roster, given.record.signed.by);
      return (
        member?.roles.some(({ role }) => role === 'admin' || role === 'auditor') && isSignedUnder(roster, given, verify)
      );
    }),
  );
}

/** Every roster that enough admins of another one have signed, from the founding one on; forks and all. */
function rostersFromRoot(
  filed: readonly Filed[],
  root: Fingerprint | undefined,
  verify: VerifySignature,
): Filed<'roster'>[] {
  const cosigns = filed.filter((given) => isOfKind(given, 'cosign'));
  const rosters = filed.filter((given) => isOfKind(given, 'roster'));
  const roots = filed
    .filter((given) => isOfKind(given, 'ledger'))
    .map(({ record }) => record.body.root)
    .filter(({ fingerprint }) => root === undefined || fingerprint === root);
  const isByRoot = (given: Filed) =>
    roots.some(
      ({ fingerprint, publicKey }) => given.record.signed.key === fingerprint && isSignedBy(given, publicKey, verify),
    );
  const found = rosters.filter(({ record }) => record.body.follows.length === 0).filter(isByRoot);
  for (let front = found.slice(); front.length > 0;) {
    const next = rosters.filter(
      (given) =>
        !found.includes(given) &&
        front.some(
          ({ digest, record }) =>
            given.record.body.follows.includes(digest) &&
            (isByRoot(given) || isAgreed(record.body, given, cosigns, verify)),
        ),
    );
    found.push(...next);
    front = next;
  }
  return found;
}

function isAgreed(
  before: RosterBody,
  given: Filed<'roster'>,
  cosigns: readonly Filed<'cosign'>[],
  verify: VerifySignature,
): boolean {
  const isAdmin = (person: string) => memberOf(before, person)?.roles.some(({ role }) => role === 'admin') ?? false;
  const acts = [given, ...cosigns.filter(({ record }) => record.body.of.digest === given.digest)];
  return acts.some((act) => isAdmin(act.record.signed.by) && isSignedUnder(before, act, verify));
}

function isSignedUnder(roster: RosterBody, given: Filed, verify: VerifySignature): boolean {
  const { by, key } = given.record.signed;
  const held = memberOf(roster, by)?.keys.find(({ fingerprint }) => fingerprint === key);
  return held !== undefined && isSignedBy(given, held.publicKey, verify);
}

function isSignedBy({ record }: Filed, publicKey: string, verify: VerifySignature): boolean {
  const { sig, ...claim } = record.signed;
  return verify({
    publicKey,
    namespace: `tidegate-${record.kind}`,
    message: canonical({ ...record, signed: claim }),
    sig,
  });
}

function readFiled({ path, mode, text }: AddedFile): Filed[] {
  const decoded = mode === '100644' && text !== null ? decodeFile(path, text) : null;
  return decoded?.ok ? [{ record: decoded.record, digest: decoded.digest, path, position: 0 }] : [];
}
