import * as z from 'zod';
import { personId } from '../ids.ts';
import type { Role } from '../record/words.ts';
import type { Ms } from '../time/instant.ts';
import { command, query } from './call.ts';
import { input, nothing } from './decode.ts';
import type { Capabilities } from './desk.ts';

export interface MeView {
  /** False for a reader: this desk holds no member's key, so that it shows everything and signs nothing. */
  readonly isMember: boolean;
  /** Empty for a reader. */
  readonly person: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** What one of these roles signs, somewhere: a page offers to begin nothing else. */
  readonly may: Readonly<Record<'request' | 'window' | 'evidence' | 'decision', boolean>>;
  /** Null for a reader. */
  readonly fingerprint: string | null;
  readonly zone: string;
  /** What my owner's roles reach, where they are limited: a new freeze starts there. */
  readonly owns: { readonly sites: readonly string[]; readonly processes: readonly string[] };
  /** Those who delegated to me and whose delegation runs now. */
  readonly actsFor: readonly { readonly person: string; readonly name: string; readonly until: Ms }[];
  /** On a sample board: the members whose keys this desk holds. */
  readonly canActAs: readonly { readonly person: string; readonly name: string; readonly roles: readonly Role[] }[];
}

export interface FrozenNow {
  readonly window: string;
  readonly title: string;
  readonly where: string;
  readonly zone: string;
  readonly until: Ms;
}

export interface StatusView {
  readonly boardName: string;
  readonly ledger: string;
  readonly sample: boolean;
  readonly rootFingerprint: string;
  readonly head: string;
  readonly ledgerFolder: string;
  readonly remote: string | null;
  readonly changes: number;
  readonly waitingForMe: number;
  /** For an admin: requests to be let in, and revisions that wait for their signature. */
  readonly peopleWaiting: number;
  readonly frozenNow: readonly FrozenNow[];
  readonly unsent: number;
  readonly setAside: number;
  readonly halted: string | null;
  /** For an admin's terminal, while a merge that only added halts the line: nothing else can be healed. */
  readonly healCommand: string | null;
  /** A damaged workspace that was kept beside the mended one, until somebody moves it away; its name. */
  readonly damaged: string | null;
  readonly me: MeView;
  readonly capabilities: Capabilities;
  readonly now: Ms;
  readonly version: string;
}

export type JobState = 'running' | 'done' | 'failed' | 'cancelled';
export interface JobView {
  readonly job: string;
  readonly kind: 'import' | 'join' | 'pack' | 'publish' | 'rebuild' | 'verify';
  readonly title: string;
  readonly state: JobState;
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly startedAt: Ms;
  /** Why it failed; a code that `problemWords` knows. */
  readonly problem?: { readonly code: string; readonly facts: Readonly<Record<string, string | number>> };
}

/** An action whose record is signed and not yet sent: it can still be undone. */
export interface UnsentView {
  readonly row: number;
  readonly what: string;
  readonly change: string | null;
  readonly sendAfter: Ms;
  /** Why it no longer counts, when the board has moved on: a reason of `SetAsideReason`. Such a row is not sent. */
  readonly problem?: string;
}

export const appCalls = {
  'app.status': query<z.infer<z.ZodObject>, StatusView>(nothing),
  'me.actAs': command<{ person: string }, MeView>(input(z.strictObject({ person: personId }))),
  'jobs.list': query<z.infer<z.ZodObject>, readonly JobView[]>(nothing),
  'jobs.cancel': command<{ job: string }, null>(input(z.strictObject({ job: z.string() }))),
  'unsent.list': query<z.infer<z.ZodObject>, readonly UnsentView[]>(nothing),
  'unsent.undo': command<{ row: number }, null>(input(z.strictObject({ row: z.int() }))),
  /** Remembered filters, columns and zoom, by view. */
  'view.read': query<{ view: string }, Readonly<Record<string, unknown>> | null>(
    input(z.strictObject({ view: z.string().max(60) })),
  ),
  'view.save': command<{ view: string; state: Record<string, unknown> }, null>(
    input(z.strictObject({ view: z.string().max(60), state: z.record(z.string(), z.unknown()) })),
  ),
};
