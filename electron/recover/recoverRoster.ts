import { ulid } from 'ulid';
import { TidegateError } from '../../shared/errors.ts';
import type { CommitId, Digest, Fingerprint, PersonId } from '../../shared/ids.ts';
import { createReplay } from '../../shared/ledger/replay.ts';
import { isHeld } from '../../shared/ledger/signatory.ts';
import { editRoster, holderOf } from '../../shared/people/editRoster.ts';
import type { RosterEdit } from '../../shared/people/rosterEdit.ts';
import { isAdmin } from '../../shared/people/rosterProblem.ts';
import type { RosterBody } from '../../shared/record/body/rosterBody.ts';
import { sealRecord } from '../../shared/record/seal.ts';
import { fingerprintOfLine } from '../../shared/record/sshKey.ts';
import { toInstant, type Ms } from '../../shared/time/instant.ts';
import { readLine } from '../git/readLine.ts';
import { headOf } from '../git/repository.ts';
import { writeCommit } from '../git/writeCommit.ts';
import { verifySshsig, type Signer } from '../seal/sshsig.ts';

export interface Recovery {
  /** Who is admin afterwards, with the key that they hold. */
  readonly person: PersonId;
  /** For somebody whom the roster does not know; ignored otherwise. */
  readonly name: string;
  /** `ssh-ed25519 AAAA…` without a comment. */
  readonly publicKey: string;
  readonly label: string;
  /** Lost keys, revoked from now on. */
  readonly revoke: readonly Fingerprint[];
}

/**
 * Puts a roster in force by the root key alone, in one commit on the ledger's branch.
 *
 * @throws TidegateError `root-mismatch` when it is not this ledger's root key; `ledger-halted`, `board-unreadable`;
 *   `key-unusable`, `key-known`; `last-admin` when nobody could sign afterwards
 */
export async function recoverRoster(
  folder: string,
  given: Recovery,
  { root, now }: { readonly root: Signer; readonly now: Ms },
): Promise<{ readonly commit: CommitId; readonly admins: readonly string[] }> {
  const { ledger, head, body, digest, replay } = await readRoster(folder, root);
  const people = [...editRoster(body.people, stepsOf(body, given, head, now))];
  const admins = people.filter((member) => isAdmin(member, now)).map(({ name }) => name);
  if (admins.length === 0) throw new TidegateError('last-admin');
  const sealed = sealRecord(
    {
      kind: 'roster',
      body: { people, recovery: true, follows: [digest] },
      ledger,
      by: given.person,
      key: root.fingerprint,
      at: toInstant(now),
      seen: head,
      id: ulid(now),
    },
    root.sign,
  );
  const file = { path: sealed.path, text: sealed.text };
  const refused = replay.applyUnsent([{ ...file, mode: '100644', blob: '' }]).find((each) => 'problem' in each);
  if (refused && 'problem' in refused)
    throw new TidegateError('record-malformed', { reason: refused.problem.reason, detail: refused.problem.detail });
  const author = { name: 'Root key', email: 'root@tidegate.invalid' };
  const message = `Recovery: ${given.person} is admin`;
  const commit = await writeCommit(folder, { parent: head, files: [file], message, author, at: now });
  return { commit, admins };
}

async function readRoster(folder: string, root: Signer) {
  const head = await headOf(folder);
  if (head === null) throw new TidegateError('board-unreadable', { folder });
  const replay = createReplay({ verify: verifySshsig, root: root.fingerprint });
  let digest: Digest = '';
  for await (const commit of readLine(folder, { to: head }))
    for (const standing of replay.apply(commit))
      // The last that counted is the one in force.
      if (standing.standing === 'counted' && standing.filed.record.kind === 'roster') digest = standing.filed.digest;
  const halt = replay.halt();
  if (halt?.why === 'root-mismatch') throw new TidegateError('root-mismatch', { given: root.fingerprint });
  if (halt) throw new TidegateError('ledger-halted', { commit: halt.commit, why: halt.why });
  const { ledger, roster } = replay.board();
  return { ledger, head, body: roster, digest, replay };
}

function stepsOf({ people }: RosterBody, given: Recovery, head: CommitId, now: Ms): RosterEdit[] {
  const { person, name, publicKey, label, revoke } = given;
  const member = people.find((each) => each.person === person);
  const fingerprint = fingerprintOfLine(publicKey);
  if (fingerprint === null) throw new TidegateError('key-unusable', { why: 'not an Ed25519 key' });
  const holder = holderOf(people, { fingerprint });
  const held = holder?.keys.find((key) => key.fingerprint === fingerprint);
  if (holder && (holder.person !== person || held?.revoked)) throw new TidegateError('key-known', { fingerprint });
  const hasRole = member?.roles.some((role) => role.role === 'admin' && isHeld(role, now)) ?? false;
  const lost = revoke.map((each): RosterEdit => {
    const owner = holderOf(people, { fingerprint: each });
    const was = owner?.keys.find((key) => key.fingerprint === each);
    if (!owner || !was) throw new TidegateError('key-unusable', { fingerprint: each, why: 'on no roster' });
    const revoked = { after: head, reason: 'Recovery by the root key' };
    return { edit: 'change-key', person: owner.person, was, key: { ...was, revoked: was.revoked ?? revoked } };
  });
  return [
    ...(member ? [] : [{ edit: 'add-person', person, name } as const]),
    ...(held ? [] : [{ edit: 'add-key', person, key: { fingerprint, publicKey, label } } as const]),
    ...lost,
    ...(hasRole ? [] : [{ edit: 'add-role', person, role: { role: 'admin', reach: 'everything' } } as const]),
  ];
}
