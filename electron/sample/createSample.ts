import { TidegateError } from '../../shared/errors.ts';
import type { CommitId, Digest, Fingerprint, LedgerId } from '../../shared/ids.ts';
import { samplePolicy } from '../../shared/sample/samplePolicy.ts';
import type { BodyOf, Kind } from '../../shared/record/kinds.ts';
import { schemaFiles } from '../../shared/record/schemas.ts';
import { sealRecord } from '../../shared/record/seal.ts';
import type { Act } from '../../shared/sample/act.ts';
import { batchActs, subjectOf } from '../../shared/sample/batchActs.ts';
import { diceRecordId } from '../../shared/sample/crockford.ts';
import { createDice } from '../../shared/sample/dice.ts';
import { sampleMembers } from '../../shared/sample/sampleMembers.ts';
import { sampleFoundedAt, sampleScript } from '../../shared/sample/sampleScript.ts';
import { MINUTE_MS, toInstant, type Ms } from '../../shared/time/instant.ts';
import { initBare } from '../git/repository.ts';
import { openNewLine } from '../git/openNewLine.ts';
import { verifyToEnd } from '../git/verifyToEnd.ts';
import { writeCommit } from '../git/writeCommit.ts';
import { verifySshsig } from '../seal/sshsig.ts';
import { createSampleKeys } from './sampleKeys.ts';

export interface Sample {
  readonly rootFingerprint: Fingerprint;
  readonly head: CommitId;
  readonly ledger: LedgerId;
}

interface NewFile {
  readonly path: string;
  readonly text: string;
}

const FOUNDER = 'oliver-brandt';
const AUDITOR = 'beatrix-oduya';

/**
 * Writes the sample board as a bare repository at `folder`: signed history of half a year that ends at `now`,
 * with a checkpoint on top. The same `now` and seed give the same records.
 */
export async function createSample(
  folder: string,
  given: { readonly now: Ms; readonly seed: string; readonly keysFolder: string },
): Promise<Sample> {
  const { now, seed } = given;
  const people = sampleMembers.map(({ person }) => person);
  const keys = createSampleKeys(seed, people, given.keysFolder);
  const dice = createDice(`${seed} records`);
  const founded = sampleFoundedAt(now);
  const ledger = diceRecordId(founded, dice);
  const current = new Map<string, Digest>();
  const signerOf = (name: string) => {
    const signer = keys.get(name);
    if (signer === undefined) throw new RangeError(`no sample key for ${name}`);
    return signer;
  };
  const seal = <K extends Kind>(
    kind: K,
    body: BodyOf<K>,
    by: string,
    at: Ms,
    seen: CommitId | null,
    named?: string,
  ): NewFile & { digest: Digest } => {
    const { fingerprint, sign } = signerOf(seen === null ? 'root' : by);
    const id = kind === 'ledger' ? ledger : (named ?? diceRecordId(at, dice)); // the first ledger record gives the ledger its id
    const claim = { kind, body, ledger, by, key: fingerprint, at: toInstant(at), id };
    return sealRecord(seen === null ? claim : { ...claim, seen }, sign);
  };
  const sealAct = (act: Act, seen: CommitId): NewFile => {
    const subject = `${act.kind} ${subjectOf(act)}`;
    const before = current.get(subject);
    const follows = act.revises && before !== undefined ? [before] : [];
    const sealed = seal(act.kind, bodyOf(act, follows, seen), act.by, act.at, seen, act.id);
    current.set(subject, sealed.digest);
    return sealed;
  };
  /** What can be known only now: what it follows, where it was judged, what it signs. */
  const bodyOf = (act: Act, follows: Digest[], seen: CommitId): BodyOf<typeof act.kind> => {
    if (act.kind === 'receipt') return act.body.waivers ? { ...act.body, judgedAt: seen } : act.body;
    if (act.kind !== 'cosign') return { ...act.body, follows } as BodyOf<typeof act.kind>; // its own kind's body
    const digest = current.get(`waiver ${subjectOf(act)}`) ?? '';
    return { ...act.body, of: { ...act.body.of, digest } };
  };
  await initBare(folder);
  const line = await openNewLine(folder);
  const commit = (files: readonly NewFile[], message: string, by: string, at: Ms) => {
    const name = sampleMembers.find(({ person }) => person === by)?.name ?? by;
    return line.commit({ files, message, author: { name, email: `${by}@brackwater.example` }, at });
  };
  const root = signerOf('root');
  const identity = { publicKey: root.publicKey, fingerprint: root.fingerprint };
  const roster = sampleMembers.map((member) => {
    const { publicKey, fingerprint } = signerOf(member.person);
    return { ...member, keys: [{ fingerprint, publicKey, label: 'sample' }] };
  });
  const founding = [
    seal(
      'ledger',
      { format: 1, name: 'Brackwater Group (sample)', sample: true, root: identity, follows: [] },
      FOUNDER,
      founded,
      null,
    ),
    seal('roster', { people: roster, follows: [] }, FOUNDER, founded, null),
    seal('policy', { ...samplePolicy(), follows: [] }, FOUNDER, founded, null),
    ...schemaFiles(),
  ];
  let head = await commit(founding, 'Found the board', FOUNDER, founded);
  for (const batch of batchActs(sampleScript(now, seed))) {
    const last = batch.at(-1);
    if (last === undefined) continue;
    const seen = head;
    const files = batch.map((act) => sealAct(act, seen));
    head = await commit(files, messageOf(batch), last.by, last.at + MINUTE_MS);
  }
  await line.close();
  const { checkpoint, halt } = await verifyToEnd(folder, { to: head, root: root.fingerprint, verify: verifySshsig });
  if (checkpoint === null) throw new TidegateError('ledger-halted', { commit: head, why: halt?.why ?? '' });
  const vouched = seal('checkpoint', checkpoint, AUDITOR, now - MINUTE_MS, head);
  const author = { name: 'Beatrix Oduya', email: `${AUDITOR}@brackwater.example` };
  head = await writeCommit(folder, { parent: head, files: [vouched], message: 'Checkpoint', author, at: now });
  return { rootFingerprint: root.fingerprint, head, ledger };
}

function messageOf(batch: readonly Act[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of batch) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => `${count} ${kind}${count === 1 || kind === 'evidence' ? '' : 's'}`)
    .join(', ');
}
