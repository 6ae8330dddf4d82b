import * as z from 'zod';
import type { ErrorCode, Facts } from '../errors.ts';
import { commitId, digest, fingerprint, personId, type CommitId, type Digest, type Fingerprint } from '../ids.ts';
import type { LeafDifference } from '../people/leafDifferences.ts';
import { rosterEdit, type RosterEdit } from '../people/rosterEdit.ts';
import type { Heard } from '../people/sixWords.ts';
import { delegationBody, enrolmentBody, publicKeyLine, type DelegationBody } from '../record/body/peopleBody.ts';
import { heldRole, type Member } from '../record/body/rosterBody.ts';
import { line, prose, type Role } from '../record/words.ts';
import type { Ms } from '../time/instant.ts';
import { command, query } from './call.ts';
import { input, nothing } from './decode.ts';

export interface DelegationView {
  readonly person: string;
  readonly name: string;
  readonly to: string;
  readonly toName: string;
  readonly roles: DelegationBody['roles'];
  readonly from: Ms;
  readonly until: Ms;
  readonly reason: string;
  readonly standing: 'runs' | 'ahead' | 'over' | 'withdrawn' | 'forked';
}

export interface MemberView {
  readonly member: Member;
  /** Of their keys, those that this desk can sign with. */
  readonly here: readonly Fingerprint[];
  /** What they have delegated last; null when they never did. */
  readonly delegation: DelegationView | null;
}

export interface PeopleView {
  /** In the order of the roster. */
  readonly members: readonly MemberView[];
  /** Null for a reader. */
  readonly me: string | null;
  /** I am an admin now. */
  readonly mayEdit: boolean;
  /** Whoever could sign for the roster now. */
  readonly admins: readonly string[];
  /** How many different admins must sign. */
  readonly threshold: number;
  /** When the root key put a roster in force: shown to everybody for ever. */
  readonly recoveries: readonly Ms[];
  readonly head: CommitId;
}

/** Somebody asks to be let in, or for another key. The six words are not in it: they are heard, then compared. */
export interface RequestView {
  /** Path of its record, which is its name. */
  readonly request: string;
  readonly person: string;
  readonly name: string;
  readonly email: string | null;
  readonly key: { readonly fingerprint: Fingerprint; readonly publicKey: string; readonly label: string };
  readonly replaces: Fingerprint | null;
  readonly wishes: string;
  readonly at: Ms;
  /** Sent from this desk. */
  readonly mine: boolean;
  readonly unsent: boolean;
  /** The member whom it names, by the roster; null for a newcomer. */
  readonly member: string | null;
}

/** Something a key has signed. */
export interface SignedRow {
  readonly path: string;
  readonly kind: string;
  /** The change, window, site or service that it speaks of. */
  readonly subject: string | null;
  readonly at: Ms;
  /** The commit before it came in: revoked after this one, it does not count. Null while it is not sent. */
  readonly before: CommitId | null;
}

export interface RosterPreview {
  readonly problem: { readonly code: ErrorCode; readonly facts: Facts } | null;
  /** How many other admins must sign before it counts, and who could. */
  readonly further: number;
  readonly others: readonly string[];
  /** What counts now and would not any more. */
  readonly stops: {
    readonly total: number;
    readonly byKind: Readonly<Record<string, number>>;
    readonly changes: number;
    readonly unsent: number;
    /** The newest fifty. */
    readonly rows: readonly SignedRow[];
  };
  /** Roles that somebody holds now and nobody would hold. */
  readonly unheld: readonly Role[];
  /** Revisions that wait for a signature: whichever is complete first makes the others void. */
  readonly waiting: number;
}

export interface WaitingRevision {
  readonly kind: 'roster' | 'policy' | 'ledger';
  readonly digest: Digest;
  readonly name: string;
  readonly at: Ms;
  readonly signers: readonly string[];
  /** Signatures that are still missing. */
  readonly missing: number;
  readonly maySign: boolean;
  readonly isMine: boolean;
  readonly steps: readonly RosterEdit[];
  readonly differences: readonly LeafDifference[];
}

/** A revision of mine that another one overtook: its text is kept, and can be signed again on top of what is now. */
export interface OvertakenRevision {
  readonly path: string;
  readonly at: Ms;
  readonly steps: readonly RosterEdit[];
  /** Why its steps do not fit what is in force now; null when they do. */
  readonly problem: { readonly code: ErrorCode; readonly facts: Facts } | null;
}

export interface DeskKeyView {
  readonly fingerprint: Fingerprint;
  readonly publicKey: string;
  readonly place: 'key-store' | 'private-file' | 'ssh-agent' | 'ssh-file';
  /** Whose it is by the roster. */
  readonly person: string | null;
  readonly revoked: boolean;
  /** Read out to an admin before the key is let in. */
  readonly words: readonly string[];
  /** When it asked to be let in; null when it has not. */
  readonly askedAt: Ms | null;
  readonly unsent: boolean;
}
export interface DeskKeysView {
  readonly keys: readonly DeskKeyView[];
  readonly troubles: readonly { readonly file: string; readonly code: ErrorCode }[];
  /** Does the system keep new keys, or do they become private files? */
  readonly keeps: 'key-store' | 'private-file';
}
export interface AgentKeyView {
  readonly publicKey: string;
  readonly fingerprint: Fingerprint;
  readonly comment: string;
}

const edits = z.array(rosterEdit).min(1).max(200);
const request = z.string().max(200);
const words = z.string().max(400);
const admitInput = z.strictObject({
  request,
  words,
  /** The member whose key it becomes, or a newcomer's short name. */
  person: personId,
  name: line,
  email: enrolmentBody.shape.email,
  team: line.optional(),
  roles: z.array(heldRole).max(60),
  /** The key that it takes the place of, revoked in the same revision. */
  revokes: z.strictObject({ fingerprint, after: commitId, reason: prose }).nullable(),
});
export type AdmitInput = z.infer<typeof admitInput>;
const enrolInput = enrolmentBody.omit({ key: true, replaces: true }).extend({
  label: line,
  /** A key that this desk holds; null makes a new one. */
  key: fingerprint.nullable(),
  replaces: fingerprint.nullable(),
});
export type EnrolInput = z.infer<typeof enrolInput>;
const delegateInput = delegationBody.omit({ person: true, standing: true, follows: true });

export const peopleCalls = {
  'people.list': query<z.infer<z.ZodObject>, PeopleView>(nothing),
  'people.requests': query<z.infer<z.ZodObject>, readonly RequestView[]>(nothing),
  /** Are these the six words of the key that asks? */
  'people.hear': query<{ request: string; words: string }, Heard>(input(z.strictObject({ request, words }))),
  /** Lets a key in, with a person or for one. @throws TidegateError `words-differ`, `request-not-found` */
  'people.admit': command<AdmitInput, { row: number }>(input(admitInput)),
  'people.putAway': command<{ path: string }, null>(input(z.strictObject({ path: request }))),
  'people.preview': query<{ edits: RosterEdit[] }, RosterPreview>(input(z.strictObject({ edits }))),
  /** Signs the next roster revision. */
  'people.edit': command<{ edits: RosterEdit[] }, { row: number }>(input(z.strictObject({ edits }))),
  /** The newest 200 records that this key has signed, the newest first. */
  'people.signedBy': query<{ fingerprint: string }, { readonly total: number; readonly rows: readonly SignedRow[] }>(
    input(z.strictObject({ fingerprint })),
  ),
  'people.waiting': query<
    z.infer<z.ZodObject>,
    { readonly waiting: readonly WaitingRevision[]; readonly overtaken: readonly OvertakenRevision[] }
  >(nothing),
  'people.cosign': command<{ kind: WaitingRevision['kind']; digest: string }, { row: number }>(
    input(z.strictObject({ kind: z.enum(['roster', 'policy', 'ledger']), digest })),
  ),
  /** Signs the steps of an overtaken revision again, on top of what is in force now. */
  'people.signAgain': command<{ path: string }, { row: number }>(input(z.strictObject({ path: request }))),
  'people.delegate': command<z.infer<typeof delegateInput>, { row: number }>(input(delegateInput)),
  'people.endDelegation': command<z.infer<z.ZodObject>, { row: number }>(nothing),
  'people.myKeys': query<z.infer<z.ZodObject>, DeskKeysView>(nothing),
  /** Asks the ssh-agent. @throws TidegateError `agent-missing` */
  'people.agentKeys': query<z.infer<z.ZodObject>, readonly AgentKeyView[]>(nothing),
  'people.newKey': command<{ label: string }, { fingerprint: string }>(input(z.strictObject({ label: line }))),
  'people.useAgentKey': command<{ publicKey: string }, { fingerprint: string }>(
    input(z.strictObject({ publicKey: publicKeyLine })),
  ),
  'people.useKeyFile': command<{ path: string }, { fingerprint: string }>(
    input(z.strictObject({ path: z.string().min(1).max(4_000) })),
  ),
  'people.enrol': command<EnrolInput, { row: number; fingerprint: string }>(input(enrolInput)),
  /** A key for a pipeline. Its private half is in the answer and nowhere else. */
  'people.pipelineKey': command<{ name: string }, { publicKey: string; fingerprint: string; privateKey: string }>(
    input(z.strictObject({ name: line })),
  ),
};
