import * as z from 'zod';
import { digest, windowId } from '../ids.ts';
import { windowBody, type WindowBody } from '../record/body/windowBody.ts';
import type { Effect, Role } from '../record/words.ts';
import type { Ms } from '../time/instant.ts';
import type { Span } from '../window/span.ts';
import type { ChangeRow } from './changeCalls.ts';
import { command, query } from './call.ts';
import { input, nothing } from './decode.ts';

export interface WindowRow {
  readonly window: string;
  readonly title: string;
  readonly effect: Effect;
  readonly owner: string;
  readonly ownerName: string;
  readonly standing: 'published' | 'proposed' | 'withdrawn';
  readonly forked: boolean;
  readonly sentence: string;
  readonly zone: string;
  /** The occurrence that is running, else the next. */
  readonly next: Span | null;
  readonly running: boolean;
  /** Why its schedule cannot be read, in a sentence: a freeze then holds always, maintenance opens never. Null for a sound one. */
  readonly fault: string | null;
  /** The sites it names, less those it leaves out; null when it names none. */
  readonly sites: readonly string[] | null;
  /** The last day on which its holidays are known, `2030-12-31`; null when it reads none. */
  readonly holidaysThrough: string | null;
}

/** An occurrence of a maintenance window that lies in a freeze, on places of both. */
export interface SwallowedMaintenance {
  readonly window: string;
  readonly title: string;
  readonly start: Ms;
  readonly end: Ms;
  /** All of it lies inside. */
  readonly whole: boolean;
}

/** What a revision would make less restricted within 48 hours, and what that asks for. */
export interface Loosening {
  /** Until then the earlier text applies too, when nobody else signs. */
  readonly until: Ms;
  /** What the earlier text says and goes on to hold, or why that cannot be told apart. */
  readonly sentence: string;
  /** Signatures that would end the wait, those already given by the signer left out; empty when none is missing. */
  readonly needs: readonly { readonly role: Role; readonly name: string }[];
}

/** An earlier text of a window that was loosened and still applies. */
export interface FadingText {
  readonly until: Ms;
  readonly sentence: string;
  readonly body: WindowBody;
}

/** A revision that asks to take the place of what applies. */
export interface Proposal {
  readonly digest: string;
  readonly name: string;
  readonly at: Ms;
  readonly sentence: string;
  readonly body: WindowBody;
  /** Whether I could publish it as it is. */
  readonly mayPublish: boolean;
}

/** A signature that the acting member can add to a revision. */
export interface Agreement {
  /** Names the revision. */
  readonly digest: string;
  /** `loosen`: its wait ends sooner. `publish`: it reaches further than its author's roles, and begins to count. */
  readonly to: 'loosen' | 'publish';
}

/** What the editor holds. */
export const windowDraft = windowBody.omit({ window: true, follows: true, standing: true });
export type WindowDraft = z.infer<typeof windowDraft>;

export interface WindowImpact {
  /** Planned changes that would newly be hit, soonest first; the first 200. */
  readonly hits: readonly {
    readonly row: ChangeRow;
    readonly approved: boolean;
    /** Its approvals that would no longer suffice. */
    readonly voids: number;
    readonly start: Ms;
    readonly end: Ms;
  }[];
  readonly planned: number;
  readonly approved: number;
  readonly emergencies: number;
  /** Hits within 48 hours: then Propose is the default, not Publish. */
  readonly within48Hours: number;
  /** Approvals that counted and would no longer suffice: the band rises, or an owner's approval is newly asked for. */
  readonly approvalsVoided: number;
  /** The changes that had them. */
  readonly changesVoided: number;
  /** Maintenance in the next 400 days that lies inside; the first 50. */
  readonly maintenanceSwallowed: readonly SwallowedMaintenance[];
  readonly maintenanceCount: number;
}

export interface WindowPreview {
  /** The scope said back: "Freezes posting and POS at Lyon DC and Leeds DC, in production." */
  readonly sentence: string;
  readonly firstBlocked: Ms | null;
  readonly lastBlocked: Ms | null;
  /** The next ten. */
  readonly occurrences: readonly Span[];
  readonly impact: WindowImpact;
  readonly problems: readonly { readonly field: string; readonly problem: string }[];
  /** What keeps nobody from signing but should be read first. */
  readonly remarks: readonly string[];
  /** Whether my roles reach what it covers; otherwise it can only be proposed. */
  readonly mayPublish: boolean;
  /** Null when publishing it loosens nothing. */
  readonly loosens: Loosening | null;
}

export interface WindowDetail {
  readonly row: WindowRow;
  readonly body: WindowBody;
  readonly revisions: readonly {
    readonly digest: string;
    readonly at: Ms;
    readonly by: string;
    readonly name: string;
    readonly standing: string;
    readonly unsent: boolean;
  }[];
  readonly occurrences: readonly Span[];
  readonly mayRevise: boolean;
  /** Those of a window that was never published are the window as it stands. */
  readonly proposals: readonly Proposal[];
  /** Earlier texts that still apply beside the present one. */
  readonly fading: readonly FadingText[];
  /** Who else could end the wait; empty when nothing fades. */
  readonly fadingNeeds: Loosening['needs'];
  /** What withdrawing it would loosen; null when nothing, or when it holds nothing now. */
  readonly withdrawal: Loosening | null;
  readonly agreement: Agreement | null;
}

const previewInput = z.strictObject({ window: windowId.nullable(), draft: z.unknown() });

export const windowCalls = {
  'windows.list': query<z.infer<z.ZodObject>, readonly WindowRow[]>(nothing),
  'windows.read': query<{ window: string }, WindowDetail>(input(z.strictObject({ window: windowId }))),
  /** Answers for unfinished drafts too: what is wrong comes back under `problems`. */
  'windows.preview': query<z.infer<typeof previewInput>, WindowPreview>(input(previewInput)),
  'windows.save': command<
    { window: string | null; draft: WindowDraft; standing: 'published' | 'proposed' },
    { window: string; row: number }
  >(
    input(
      z.strictObject({ window: windowId.nullable(), draft: windowDraft, standing: z.enum(['published', 'proposed']) }),
    ),
  ),
  'windows.withdraw': command<{ window: string }, { row: number }>(input(z.strictObject({ window: windowId }))),
  /** Adds the acting member's signature to a revision that waits, see `WindowDetail.agreement`. */
  'windows.agree': command<{ window: string; digest: string }, { row: number }>(
    input(z.strictObject({ window: windowId, digest })),
  ),
};
