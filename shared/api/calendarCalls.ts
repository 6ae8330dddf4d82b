import * as z from 'zod';
import { changeId } from '../ids.ts';
import type { Band, Effect } from '../record/words.ts';
import type { Ms } from '../time/instant.ts';
import type { Span } from '../window/span.ts';
import { plannedMinutes, type ChangePreview, type ChangeRow, type RenumberedChange } from './changeCalls.ts';
import { command, query } from './call.ts';
import { input, nothing } from './decode.ts';
import { changeFilter } from './filter.ts';
import type { BrokenGlass, Duty } from './waiverCalls.ts';

export interface CalendarSpan extends Span {
  readonly title: string;
  readonly proposed: boolean;
}

export interface MonthDay {
  /** `2026-11-27`, in the asked zone. */
  readonly day: string;
  readonly start: Ms;
  readonly end: Ms;
  readonly total: number;
  readonly byBand: Readonly<Record<Band, number>>;
  /** Of these, how many still want something done: neither closed nor given up. */
  readonly openByBand: Readonly<Record<Band, number>>;
  /** The first few: by band, then what begins on this day, then what has been running since earlier ones. */
  readonly first: readonly ChangeRow[];
  /** Which of the first I may move. */
  readonly movable: readonly string[];
  /** Index into `spans`. */
  readonly spans: readonly number[];
}
export interface MonthView {
  readonly zone: string;
  /** Whole weeks from Monday. */
  readonly days: readonly MonthDay[];
  /** Changes that touch the month itself, not the weeks around it; each once, however many days it runs. */
  readonly total: number;
  readonly spans: readonly CalendarSpan[];
}

export interface Lane {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly zone: string | null;
}
export interface TimelineBar {
  readonly change: string;
  readonly title: string;
  readonly band: Band;
  readonly state: ChangeRow['state'];
  readonly start: Ms;
  readonly end: Ms;
  readonly hits: number;
  /** Index into `lanes`. */
  readonly lanes: readonly number[];
  readonly movable: boolean;
}
export interface TimelineBand {
  readonly window: string;
  readonly title: string;
  readonly effect: Effect;
  readonly start: Ms;
  readonly end: Ms;
  readonly proposed: boolean;
  readonly lanes: readonly number[];
}
export interface TimelineView {
  readonly lanes: readonly Lane[];
  readonly bars: readonly TimelineBar[];
  readonly bands: readonly TimelineBand[];
  /** Changes in the period, by day of the period in UTC, for the minimap. */
  readonly density: readonly number[];
}

/** A request of the reader's that lost its number to an earlier one, and has not been said again under another. */
export interface LostChange {
  /** Path of its record, which is its name. */
  readonly request: string;
  readonly from: string;
  readonly title: string;
  /** What the key that signed it is called; null when it has left the roster. */
  readonly keyLabel: string | null;
  /** No member's any more, revoked; another device's; this desk's, which has not signed when it was asked. */
  readonly key: 'gone' | 'elsewhere' | 'silent';
}

export interface TodayView {
  /** Glass that is broken now; everybody sees it. */
  readonly broken: readonly BrokenGlass[];
  /** Changes of this desk's that have another number now, until their author has read of it. */
  readonly renumbered: readonly RenumberedChange[];
  /** Requests of the reader's that have no number any more, until they have written them again or let them go. */
  readonly lost: readonly LostChange[];
  /** What waits for the reader besides approvals, soonest first. */
  readonly duties: readonly Duty[];
  readonly waiting: readonly ChangeRow[];
  /** Running and next freezes, soonest first. */
  readonly freezes: readonly (CalendarSpan & { readonly where: string; readonly running: boolean })[];
  readonly inFlight: readonly ChangeRow[];
  readonly next: readonly ChangeRow[];
  readonly mine: readonly ChangeRow[];
  readonly numbers: {
    readonly open: number;
    readonly next7Days: number;
    readonly frozenHits: number;
    readonly emergencyShare: number | null;
    readonly failureRate: number | null;
    readonly medianApprovalHours: number | null;
    /** Times that glass was broken since the quarter began. */
    readonly brokenGlass: number;
    readonly quarter: string;
  };
}

const monthInput = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  zone: z.string().max(64),
  filter: changeFilter,
});
/** What a lane of the timeline stands for. */
export const laneKinds = ['site', 'service', 'team', 'process'] as const;
export type LaneKind = (typeof laneKinds)[number];

const timelineInput = z.strictObject({
  start: z.int(),
  end: z.int(),
  by: z.enum(laneKinds),
  filter: changeFilter,
});

const lostInput = z.strictObject({ request: z.string().max(200) });

export const calendarCalls = {
  'today.read': query<z.infer<z.ZodObject>, TodayView>(nothing),
  /** Its author has read of the number that took the place of this one. */
  'today.dismissRenumbered': command<{ change: string }, null>(input(z.strictObject({ change: changeId }))),
  /** Its author does without it. */
  'today.dismissLost': command<{ request: string }, null>(input(lostInput)),
  /** Takes its words into a new draft. @throws TidegateError `request-not-found` */
  'today.writeLostAgain': command<{ request: string }, { draft: string }>(input(lostInput)),
  'calendar.month': query<z.infer<typeof monthInput>, MonthView>(input(monthInput)),
  'calendar.timeline': query<z.infer<typeof timelineInput>, TimelineView>(input(timelineInput)),
  /** Score, hits and verdict if the change started then, and lasted so long. */
  'calendar.tryMove': query<{ change: string; start: Ms; minutes?: number | undefined }, ChangePreview>(
    input(z.strictObject({ change: changeId, start: z.int(), minutes: plannedMinutes.optional() })),
  ),
};
