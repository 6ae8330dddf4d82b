import * as z from 'zod';
import { fingerprint, personId } from '../ids.ts';
import { line, roleName, siteKinds } from '../record/words.ts';
import type { ErrorCode, Facts } from '../errors.ts';
import type { Ms } from '../time/instant.ts';
import { command, query } from './call.ts';
import { input, nothing } from './decode.ts';
import { SHORT_NAME } from '../shortName.ts';

/** The name of a board's folder on this machine. */
const boardName = z.string().regex(SHORT_NAME, 'board: small letters, digits and hyphens');

/** One board of this machine. */
export interface BoardRow {
  readonly name: string;
  /** As its ledger calls it; its folder's name while that was never read. */
  readonly title: string;
  readonly sample: boolean;
  /** Its remote's address without user name and password; null for one that is on this machine only. */
  readonly remote: string | null;
  /** `absent`: the sample, which is made anew when it is opened. `failed`: it should be open and cannot be, see `problem`. */
  readonly state: 'open' | 'closed' | 'failed' | 'absent';
  readonly problem: { readonly code: ErrorCode; readonly facts: Facts } | null;
  /** Null: never. */
  readonly lastOpened: Ms | null;
}

/** A board on its way to being open: minutes for a large one whose index has to be made anew. */
export interface OpeningView {
  readonly title: string;
  /** What it is at; '' at first. */
  readonly step: string;
  readonly done: number;
  /** 0: not known. */
  readonly total: number;
}

/** A board that was fetched and checked, before anybody has said that it is the right one. */
export interface JoinedBoard {
  readonly job: string;
  /** Without user name and password. */
  readonly address: string;
  readonly title: string;
  readonly sample: boolean;
  readonly ledger: string;
  readonly rootFingerprint: string;
  /** Its root key was named beforehand and is this one. */
  readonly rootExpected: boolean;
  readonly people: number;
  /** The first five by the roster's order: who could let one in. */
  readonly admins: readonly string[];
  readonly commits: number;
  readonly setAside: number;
  /** Why its line is broken, if it is: what comes behind the break does not count. */
  readonly halted: string | null;
  /** The name of a board of this machine that is this one; it cannot be joined twice. */
  readonly already: string | null;
}

/** What would go with a board's copy on this machine. */
export interface LeavingView {
  readonly title: string;
  readonly sample: boolean;
  /** Null: this machine has the only copy. */
  readonly remote: string | null;
  /** Actions that are signed and were not sent, oldest first. */
  readonly unsent: readonly { readonly what: string; readonly subject: string | null }[];
  /** Commits on this machine's line that the remote is not known to have. */
  readonly unsentCommits: number;
  readonly drafts: number;
  /** Keys that this desk signs with there; they are put aside, not deleted. */
  readonly keys: number;
}

const address = z.string().max(2_000);
const newBoard = z.strictObject({
  title: line,
  /** Who founds it: admin and change manager, and whatever else they are. */
  person: personId,
  adminName: line,
  roles: z.array(roleName).max(20),
  sites: z
    .array(
      z.strictObject({
        name: line,
        kind: z.enum(siteKinds),
        /** IANA zone. */
        zone: z.string().max(64),
        country: z.string().regex(/^[A-Z]{2}$/, 'two capital letters'),
      }),
    )
    .min(1)
    .max(50),
  services: z.array(z.strictObject({ name: line, tier: z.int().min(1).max(4) })).max(200),
  /** Leaves a copy of the root key on this desk. */
  keepRoot: z.boolean(),
});
export type NewBoard = z.infer<typeof newBoard>;

export interface CreatedBoard {
  readonly name: string;
  readonly title: string;
  /** The only copy there will be, unless the desk was asked to keep one. */
  readonly rootKey: {
    readonly fingerprint: z.infer<typeof fingerprint>;
    /** What to call the file. */
    readonly file: string;
    /** An OpenSSH private key without a passphrase. */
    readonly text: string;
  };
}

export const boardCalls = {
  /** The open one first, then those opened last. */
  'boards.list': query<z.infer<z.ZodObject>, readonly BoardRow[]>(nothing),
  /** Null while none is being opened. Answered at once, when questions about the board still wait. */
  'boards.opening': query<z.infer<z.ZodObject>, OpeningView | null>(nothing),
  /**
   * Opens another board in place of the open one, whose long work is asked to stop. Refused with `import-in-progress`
   * while an import runs; a board that cannot be opened leaves the open one as it is.
   */
  'boards.open': command<{ name: string }, null>(input(z.strictObject({ name: boardName }))),
  /** Founds a board on this machine, with a root key of its own and a key for its founder. It is not opened. */
  'boards.create': command<NewBoard, CreatedBoard>(input(newBoard)),
  /** Starts a job of kind `join`: fetches and checks what is at the address, and shows it by `boards.joined`. */
  'boards.join': command<{ address: string; root: string | null }, { job: string }>(
    input(z.strictObject({ address, root: fingerprint.nullable() })),
  ),
  'boards.joined': query<{ job: string }, JoinedBoard>(input(z.strictObject({ job: z.string().max(40) }))),
  /** Pins the root key that the person has confirmed and keeps the board. It is not opened. */
  'boards.keep': command<{ job: string; root: string }, { name: string }>(
    input(z.strictObject({ job: z.string().max(40), root: fingerprint })),
  ),
  /** Throws away what a join has fetched. */
  'boards.discard': command<{ job: string }, null>(input(z.strictObject({ job: z.string().max(40) }))),
  /** Starts a job of kind `publish`: the open board, which has no remote, gets one. One at a time: `publish-in-progress`. */
  'boards.publish': command<{ address: string }, { job: string }>(input(z.strictObject({ address }))),
  'boards.leaving': query<{ name: string }, LeavingView>(input(z.strictObject({ name: boardName }))),
  /**
   * Removes a board's copy from this machine; its keys are put aside. `unsent` is the number that the person was
   * shown: refused with `stale-record` when there are others by now, with `publish-in-progress` while the board
   * is being published. The open one gives way to the one opened before.
   */
  'boards.leave': command<{ name: string; unsent: number }, null>(
    input(z.strictObject({ name: boardName, unsent: z.int().min(0) })),
  ),
};
