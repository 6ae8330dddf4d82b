import * as z from 'zod';
import { windowFormats, type ReadWindow, type RefusedEntry, type WindowFormat } from '../exchange/windowReading.ts';
import { siteId, windowId } from '../ids.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import { effects } from '../record/words.ts';
import type { Span } from '../window/span.ts';
import { command, query } from './call.ts';
import { input } from './decode.ts';
import { changeFilter } from './filter.ts';
import { windowDraft, type Loosening, type WindowDraft, type WindowImpact } from './windowCalls.ts';

/** Two million characters: ten years of any calendar we have met. */
export const MOST_TEXT = 2_000_000;
/** As many windows as one signature may bring onto the board. */
export const MOST_ADOPTED = 500;

const MOST_EXPORTED = 10_000;

export interface FileWindow extends ReadWindow {
  /** The next three (of a file of more than 500 windows: the next), by its own clock, or by the asked one where it has none. */
  readonly occurrences: readonly Span[];
  /** The window that came from the same entry before, as it stands: importing revises it. */
  readonly known: WindowBody | null;
}

export interface WindowFileView {
  readonly format: WindowFormat;
  readonly windows: readonly FileWindow[];
  readonly refused: readonly RefusedEntry[];
  /** How many single days the file has that can be joined into one window. */
  readonly joinable: number;
}

const fileInput = z.strictObject({
  name: z.string().max(255),
  text: z.string().max(MOST_TEXT),
  /** Null: by what the file looks like. */
  format: z.enum(windowFormats).nullable(),
  /** For local times of nowhere in particular. */
  zone: z.string().max(64),
  /** Single days as one window of named dates: nobody wants ninety windows for nine years of bank holidays. */
  join: z.boolean(),
});
const adoptInput = z.strictObject({
  entries: z
    .array(z.strictObject({ window: windowId.nullable(), draft: windowDraft }))
    .min(1)
    .max(MOST_ADOPTED),
  standing: z.enum(['published', 'proposed']),
});
const exportInput = z.strictObject({
  /** What the calendar calls itself in the other program. */
  name: z.string().min(1).max(120),
  start: z.int(),
  end: z.int(),
  zone: z.string().max(64),
  /** Which changes; null for none. */
  changes: changeFilter.nullable(),
  /** Which windows, by what they do; empty for none. */
  effects: z.array(z.enum(effects)),
  /** These windows alone. */
  only: z.array(windowId).max(MOST_EXPORTED).optional(),
  /** Windows that hold at one of these alone; absent: at any. */
  sites: z.array(siteId).max(500).optional(),
});

/** What several windows would stop together, were they published. */
export interface AdoptionPreview {
  readonly impact: WindowImpact;
  /** By place in the list. */
  readonly problems: readonly { readonly entry: number; readonly title: string; readonly problem: string }[];
  /** My roles reach all that they cover; otherwise they can only be proposed. */
  readonly mayPublish: boolean;
  /** What each revision loosens that does not take effect at once. */
  readonly loosens: readonly { readonly title: string; readonly loosens: Loosening }[];
}

export const exchangeCalls = {
  /** Reads a file of another program; nothing is kept. What cannot become a window comes back with its reason. */
  'windows.readFile': query<z.infer<typeof fileInput>, WindowFileView>(input(fileInput)),
  'windows.previewAdoption': query<
    { entries: readonly { window: string | null; draft: WindowDraft }[] },
    AdoptionPreview
  >(input(adoptInput.omit({ standing: true }))),
  /** Signs several windows at once: all of them, or none. */
  'windows.adopt': command<
    {
      entries: readonly { window: string | null; draft: WindowDraft }[];
      standing: 'published' | 'proposed';
    },
    { windows: readonly string[]; row: number }
  >(input(adoptInput)),
  /** What a view of the calendar shows, as an iCalendar file. */
  'calendar.export': query<z.infer<typeof exportInput>, { name: string; text: string; events: number }>(
    input(exportInput),
  ),
};
