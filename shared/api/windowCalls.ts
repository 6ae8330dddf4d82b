import * as z from 'zod';
import { windowId } from '../ids.ts';
import { windowBody, type WindowBody } from '../record/body/windowBody.ts';
import type { Effect } from '../record/words.ts';
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
}

/** What the editor holds. */
export const windowDraft = windowBody.omit({ window: true, follows: true, standing: true });
export type WindowDraft = z.infer<typeof windowDraft>;

export interface WindowImpact {
  /** Planned changes that would newly be hit, soonest first; the first 200. */
  readonly hits: readonly {
    readonly row: ChangeRow;
    readonly approved: boolean;
    readonly start: Ms;
    readonly end: Ms;
  }[];
  readonly planned: number;
  readonly approved: number;
  readonly emergencies: number;
  /** Hits within 48 hours: then Propose is the default, not Publish. */
  readonly within48Hours: number;
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
  /** Whether my roles reach what it covers; otherwise it can only be proposed. */
  readonly mayPublish: boolean;
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
};
