import * as z from 'zod';
import { changeId, digest, siteId, windowId } from '../ids.ts';
import { outcomes } from '../record/words.ts';
import type { WaiverVoice } from '../waiver/waiverSignatures.ts';
import type { WaiverState } from '../waiver/waiverStanding.ts';
import { instant, type Ms } from '../time/instant.ts';
import { command } from './call.ts';
import { input } from './decode.ts';

/** A waiver as people read it, with what I may do about it. */
export interface WaiverView {
  readonly digest: string;
  readonly state: WaiverState;
  readonly isBreakGlass: boolean;
  readonly incident: string | null;
  readonly windows: readonly { readonly window: string; readonly title: string }[];
  /** Empty for every site of the change. */
  readonly sites: readonly string[];
  readonly reason: string;
  readonly rollbackProof: string;
  readonly by: string;
  readonly at: Ms;
  /** It lifts from `opens` up to and without `ends`. */
  readonly opens: Ms;
  readonly ends: Ms;
  readonly signed: readonly { readonly person: string; readonly voice: WaiverVoice; readonly at: Ms }[];
  /** People and roles whose signatures are missing, in words. */
  readonly missing: readonly string[];
  /** Why it lifts nothing now; null for one in force. */
  readonly why: string | null;
  readonly use: { readonly at: Ms; readonly by: string; readonly run: string | null } | null;
  readonly debtDueAt: Ms | null;
  readonly unsent: boolean;
  /** As what my signature would count. */
  readonly maySign: readonly WaiverVoice[];
  readonly mayWithdraw: boolean;
}

export interface ReviewView {
  readonly digest: string;
  readonly by: string;
  readonly at: Ms;
  readonly outcome: (typeof outcomes)[number];
  readonly summary: string;
  readonly causes: string;
  readonly actions: readonly string[];
}

export interface CommentView {
  readonly digest: string;
  readonly by: string;
  readonly at: Ms;
  readonly text: string;
  readonly unsent: boolean;
}

/** What was said about a change besides its text and its approvals. */
export interface AroundChange {
  readonly waivers: readonly WaiverView[];
  readonly reviews: readonly ReviewView[];
  readonly comments: readonly CommentView[];
  /** Freezes that a waiver of this change could lift. */
  readonly liftable: readonly { readonly window: string; readonly title: string; readonly owners: readonly string[] }[];
  readonly mayWaive: boolean;
  readonly mayBreakGlass: boolean;
  readonly mayReview: boolean;
  readonly mayComment: boolean;
}

/** Something besides an approval that waits for me. */
export interface Duty {
  readonly what: 'cosign' | 'debt' | 'review';
  readonly change: string;
  readonly title: string;
  /** In words: `A waiver for Peak`. */
  readonly about: string;
  readonly due: Ms | null;
}

/** Glass that is broken now: everybody sees it. */
export interface BrokenGlass {
  readonly change: string;
  readonly title: string;
  readonly by: string;
  readonly incident: string;
  readonly ends: Ms;
  /** A run is using it. */
  readonly isRunning: boolean;
}

const words = z.string().max(20_000);
const proposal = z.strictObject({
  change: changeId,
  /** The text that was read. */
  material: digest,
  windows: z.array(windowId).min(1).max(50),
  sites: z.array(siteId).max(500),
  expires: instant,
  reason: words.min(1),
  rollbackProof: words,
  breakGlass: z.boolean(),
});
const review = z.strictObject({
  change: changeId,
  outcome: z.enum(outcomes),
  summary: words.min(1),
  causes: words,
  actions: z.array(z.string().min(1).max(240)).max(100),
});
const named = { change: changeId, waiver: digest };
const voices = ['owner', 'change-manager', 'director'] as const satisfies readonly WaiverVoice[];
const cosign = z.strictObject({ ...named, voice: z.enum(voices) });

export const waiverCalls = {
  /** Asks that freezes be lifted once; with `breakGlass` it lifts them alone, for four hours. */
  'waivers.propose': command<z.infer<typeof proposal>, { row: number }>(input(proposal)),
  'waivers.cosign': command<z.infer<typeof cosign>, { row: number }>(input(cosign)),
  'waivers.withdraw': command<{ change: string; waiver: string }, { row: number }>(input(z.strictObject(named))),
  'reviews.write': command<z.infer<typeof review>, { row: number }>(input(review)),
  'comments.write': command<{ change: string; text: string }, { row: number }>(
    input(z.strictObject({ change: changeId, text: words.min(1) })),
  ),
};
