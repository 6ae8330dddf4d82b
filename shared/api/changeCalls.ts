import * as z from 'zod';
import type { Tally } from '../approval/tally.ts';
import type { EvidenceState } from '../change/evidenceState.ts';
import type { Lifecycle } from '../change/lifecycle.ts';
import type { StaleByStart } from '../change/staleByStart.ts';
import type { Verdict } from '../gate/verdict.ts';
import { changeId, digest } from '../ids.ts';
import { evidenceBody } from '../record/body/decisionBody.ts';
import { requestBody, type RequestBody } from '../record/body/requestBody.ts';
import {
  line,
  roleName,
  type Band,
  type Category,
  type ChangeType,
  type Environment,
  type LifecycleState,
  type Role,
} from '../record/words.ts';
import type { Risk } from '../risk/risk.ts';
import { instant, type Ms } from '../time/instant.ts';
import type { Reached } from '../topology/topology.ts';
import type { Collision } from '../window/collision.ts';
import type { FreeSlots } from '../window/slot.ts';
import type { WindowHit } from '../window/span.ts';
import { command, query } from './call.ts';
import { input, nothing } from './decode.ts';
import { changeFilter } from './filter.ts';
import type { AroundChange } from './waiverCalls.ts';

/** One line of the table, one bar of the calendar. */
export interface ChangeRow {
  readonly change: string;
  readonly title: string;
  readonly type: ChangeType;
  readonly category: Category;
  readonly environment: Environment;
  readonly band: Band;
  readonly score: number;
  readonly state: LifecycleState;
  readonly hypercare: boolean;
  /** Planned work; null while no time is given. */
  readonly start: Ms | null;
  readonly end: Ms | null;
  /** The first twelve; `serviceCount` says how many there are. */
  readonly services: readonly string[];
  readonly serviceCount?: number;
  readonly sites: readonly string[];
  readonly requester: string;
  readonly implementer: string;
  readonly imported: boolean;
  /** Windows and changes it meets. */
  readonly hits: number;
  /** Roles that must still agree. */
  readonly waitingFor: readonly Role[];
}

export const sortKeys = ['start', 'title', 'score', 'state', 'change', 'requester'] as const;
const listInput = z.strictObject({
  filter: changeFilter,
  sort: z.strictObject({ by: z.enum(sortKeys), descending: z.boolean() }),
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
});
export interface ChangePage {
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly ChangeRow[];
  /** Over all that match, not only the page. */
  readonly byBand: Readonly<Record<Band, number>>;
}

/** Planned work, in minutes; ten years at most. */
export const plannedMinutes = z.int().min(1).max(5_256_000);

/** What the form holds: a request without identity, where everything may still be empty. */
export const changeDraft = z.strictObject({
  ...requestBody.omit({
    change: true,
    follows: true,
    cancelled: true,
    imported: true,
    title: true,
    timing: true,
    requester: true,
    implementer: true,
  }).shape,
  title: z.string().max(240),
  timing: z
    .strictObject({
      earliestStart: instant,
      start: instant,
      minutes: plannedMinutes,
      latestEnd: instant,
    })
    .nullable(),
  implementer: z.string().max(63),
});
export type ChangeDraft = z.infer<typeof changeDraft>;
export interface DraftView {
  readonly draft: string;
  /** Set when the draft revises an existing change. */
  readonly change: string | null;
  readonly body: ChangeDraft;
  readonly editedAt: Ms;
}

export interface ChangePreview {
  readonly risk: Risk;
  readonly evidence: readonly EvidenceState[];
  readonly tally: Tally;
  readonly hits: readonly WindowHit[];
  readonly collisions: readonly Collision[];
  readonly staleByStart: readonly StaleByStart[];
  readonly nextOpening: Ms | null;
  /** Fields that still keep it from being submitted: path and what is missing. */
  readonly unfinished: readonly { readonly field: string; readonly problem: string }[];
  /** Approvals that this edit would make stale, when it revises a change. */
  readonly voids: number;
}

export interface FieldDifference {
  readonly field: string;
  /** In words; a moment as the instant that is shown by the place's clock. */
  readonly before: string;
  readonly after: string;
  readonly material: boolean;
}

/** One entry of the history, newest last. */
export interface HistoryEntry {
  readonly digest: string;
  readonly kind: 'request' | 'decision' | 'evidence' | 'receipt' | 'waiver' | 'cosign' | 'review';
  readonly at: Ms;
  readonly by: string;
  readonly name: string;
  readonly what: string;
  readonly path: string;
  readonly unsent: boolean;
  readonly differences: readonly FieldDifference[];
}

/** A change of this desk's that lost its number to an earlier one, and the number it has now. */
export interface RenumberedChange {
  readonly from: string;
  readonly to: string;
  readonly title: string;
}

export interface ChangeDetail extends AroundChange {
  readonly row: ChangeRow;
  readonly text: RequestBody;
  readonly material: { readonly version: 1; readonly digest: string };
  readonly forked: boolean;
  readonly lifecycle: Lifecycle;
  readonly risk: Risk;
  readonly tally: Tally;
  readonly evidence: readonly EvidenceState[];
  readonly hits: readonly WindowHit[];
  readonly collisions: readonly Collision[];
  readonly staleByStart: readonly StaleByStart[];
  readonly impact: readonly Reached[];
  readonly verdict: Verdict;
  readonly history: readonly HistoryEntry[];
  /** What differs from the text that I (or else the last approver) approved. */
  readonly sinceApproval: readonly FieldDifference[];
  readonly mayDecide: readonly Role[];
  readonly mayRevise: boolean;
  readonly whyNotDecide: 'own-change' | 'no-role' | 'settled' | null;
  /** What this desk had asked for under the number of this change. */
  readonly renumbered: RenumberedChange | null;
}

const evidenceInput = evidenceBody.omit({ follows: true, attachment: true }).extend({
  /** A file to keep with it, in base64; at most 5 MB. */
  file: z.strictObject({ name: line, media: line, content: z.base64().max(7_000_000) }).optional(),
});
const draftInput = z.strictObject({
  draft: z.string().max(40).nullable(),
  change: changeId.nullable(),
  body: changeDraft,
});

const slotCount = z.int().min(1).max(20);
const slotSearch = z.strictObject({
  ...requestBody.pick({ services: true, sites: true, tenants: true, environment: true, category: true }).shape,
  minutes: plannedMinutes,
  from: z.int(),
  count: slotCount,
});

export const changeCalls = {
  'changes.list': query<z.infer<typeof listInput>, ChangePage>(input(listInput)),
  'changes.read': query<{ change: string }, ChangeDetail>(input(z.strictObject({ change: changeId }))),
  'changes.preview': query<{ change: string | null; body: ChangeDraft }, ChangePreview>(
    input(z.strictObject({ change: changeId.nullable(), body: changeDraft })),
  ),
  /** The next starts at which the work fits, and why every earlier one is refused. */
  'changes.slots': query<{ change: string | null; body: ChangeDraft; count: number }, FreeSlots>(
    input(z.strictObject({ change: changeId.nullable(), body: changeDraft, count: slotCount })),
  ),
  /** The same for no change in particular: some work of this length at these places. */
  'slots.find': query<z.infer<typeof slotSearch>, FreeSlots>(input(slotSearch)),
  'drafts.list': query<z.infer<z.ZodObject>, readonly DraftView[]>(nothing),
  'drafts.save': command<z.infer<typeof draftInput>, { draft: string }>(input(draftInput)),
  'drafts.discard': command<{ draft: string }, null>(input(z.strictObject({ draft: z.string() }))),
  /** Signs the draft as a new change, or as a revision of one. */
  'changes.submit': command<z.infer<typeof draftInput>, { change: string; row: number }>(input(draftInput)),
  'changes.cancel': command<{ change: string; reason: string }, { row: number }>(
    input(z.strictObject({ change: changeId, reason: z.string().min(1).max(2_000) })),
  ),
  /** Moves the planned start, and stretches the work when `minutes` is given; the envelope follows what leaves it. */
  'changes.move': command<{ change: string; start: Ms; minutes?: number | undefined }, { row: number; voids: number }>(
    input(z.strictObject({ change: changeId, start: z.int(), minutes: plannedMinutes.optional() })),
  ),
  'changes.decide': command<
    {
      change: string;
      material: string;
      verdict: 'approve' | 'reject' | 'recuse';
      role: Role;
      conditions?: string | undefined;
      reason?: string | undefined;
    },
    { row: number }
  >(
    input(
      z.strictObject({
        change: changeId,
        material: digest,
        verdict: z.enum(['approve', 'reject', 'recuse']),
        role: roleName,
        conditions: z.string().max(2_000).optional(),
        reason: z.string().max(2_000).optional(),
      }),
    ),
  ),
  /**
   * A file that was filed with evidence, in base64. Without it `lack`: `missing` when it was erased or has not come
   * here, `false` when what lies under its name is another file.
   */
  'evidence.file': query<{ digest: string }, { content: string } | { lack: 'missing' | 'false' }>(
    input(z.strictObject({ digest })),
  ),
  'changes.addEvidence': command<z.infer<typeof evidenceInput>, { row: number }>(input(evidenceInput)),
};
