import * as z from 'zod';
import { fingerprint, personId } from '../ids.ts';
import { line, roleName, siteKinds } from '../record/words.ts';
import type { ErrorCode, Facts } from '../errors.ts';
import type { Ms } from '../time/instant.ts';
import { command, query } from './call.ts';
import { input, nothing } from './decode.ts';

/** The name of a board's folder on this machine. */
const boardName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'board: small letters, digits and hyphens');

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
  /**
   * Opens another board in place of the open one, whose long work is asked to stop. Refused with `import-in-progress`
   * while an import runs; a board that cannot be opened leaves the open one as it is.
   */
  'boards.open': command<{ name: string }, null>(input(z.strictObject({ name: boardName }))),
  /** Founds a board on this machine, with a root key of its own and a key for its founder. It is not opened. */
  'boards.create': command<NewBoard, CreatedBoard>(input(newBoard)),
};
