import { legibleLine } from '../../shared/audit/legible.ts';
import { digestKey } from '../../shared/exchange/cleanText.ts';
import { joinable, joinDates } from '../../shared/exchange/joinDates.ts';
import { readWindows } from '../../shared/exchange/readWindows.ts';
import type { ReadWindow, RefusedEntry, WindowFormat } from '../../shared/exchange/windowReading.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import type { Ms } from '../../shared/time/instant.ts';
import { nextOccurrences } from '../../shared/window/occurrences.ts';
import { scheduleProblems } from '../../shared/window/scheduleProblems.ts';
import type { Span } from '../../shared/window/span.ts';

/** What the reader of holidays calls a list whose name the file does not say. */
const NAMELESS_LIST = 'Holidays';
const SHOWN_OCCURRENCES = 3;
/** Of more windows than are looked at one by one, the next occurrence alone. */
const MANY = 500;

/** What the reading thread is given; plain data. */
export interface ReadingOrder {
  readonly format: WindowFormat;
  /** Of the file; '' for pasted text. */
  readonly name: string;
  readonly text: string;
  /** For local times of nowhere in particular. */
  readonly zone: string;
  readonly join: boolean;
  readonly now: Ms;
}

/** What a file says, without the board. */
export interface PlacedReading {
  readonly windows: readonly (ReadWindow & { readonly occurrences: readonly Span[] })[];
  readonly refused: readonly RefusedEntry[];
  /** How many single days `join` would join. */
  readonly joinable: number;
}

/** Reads a file and says when each of its windows comes next. */
export function readingOf({ format, name, text, zone, join, now }: ReadingOrder): PlacedReading {
  const whole = readWindows(format, text);
  const { windows, refused } = join ? joinDates(whole, titleOf(name)) : whole;
  return {
    refused,
    joinable: joinable(whole.windows),
    windows: windows.map((read) => {
      const named = namedByFile(read, name, text);
      return { ...named, occurrences: nextOf(named, zone, now, windows.length > MANY ? 1 : SHOWN_OCCURRENCES) };
    }),
  };
}

/**
 * A list of dates that has no name of its own is called and known by its file: two countries' lists are two windows, next
 * year's list of one revises it. Pasted text has no file: it is known by what it says.
 */
function namedByFile(read: ReadWindow, name: string, text: string): ReadWindow {
  const isNameless = read.title === NAMELESS_LIST && read.schedule.form === 'dates';
  const pasted = name === '' ? digestKey(text) : null;
  if (isNameless)
    return pasted === null
      ? { ...read, title: titleOf(name), key: `${read.key} of ${titleOf(name)}` }
      : { ...read, key: `${read.key} of ${pasted}` };
  return pasted !== null && read.key.startsWith('dates of ') ? { ...read, key: `${read.key} ${pasted}` } : read;
}

/** When a read window happens next; nothing while it happens never, or its rule cannot be read. */
function nextOf(read: ReadWindow, zone: string, now: Ms, count: number): readonly Span[] {
  const { title, effect, closedOutside, schedule } = read;
  // What the file cannot know has no say in when it happens.
  const placed: WindowBody = {
    window: 'read',
    title,
    effect,
    closedOutside,
    schedule,
    zone: read.zone ?? zone,
    scope: { everything: true },
    owner: '',
    ownerRole: 'business-owner',
    reason: '',
    reach: 'direct',
    edge: 'finish',
    standing: 'proposed',
    follows: [],
  };
  if (scheduleProblems(placed).length > 0) return [];
  return nextOccurrences(placed, new Map(), now, count);
}

/** `bank-holidays.ics` as a title: "bank-holidays". */
function titleOf(name: string): string {
  return legibleLine(name.replace(/\.[^.]{1,8}$/, '')).slice(0, 120) || 'Dates';
}
