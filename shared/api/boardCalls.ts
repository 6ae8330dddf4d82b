import * as z from 'zod';
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

export const boardCalls = {
  /** The open one first, then those opened last. */
  'boards.list': query<z.infer<z.ZodObject>, readonly BoardRow[]>(nothing),
  /**
   * Opens another board in place of the open one, whose long work is asked to stop. Refused with `import-in-progress`
   * while an import runs; a board that cannot be opened leaves the open one as it is.
   */
  'boards.open': command<{ name: string }, null>(input(z.strictObject({ name: boardName }))),
};
