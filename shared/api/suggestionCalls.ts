import * as z from 'zod';
import { siteId } from '../ids.ts';
import type { Holidays } from '../record/body/scheduleBody.ts';
import type { Effect } from '../record/words.ts';
import { suggestionIds, type SuggestionField, type SuggestionId, type Trade } from '../suggest/suggestion.ts';
import type { Span } from '../window/span.ts';
import { query } from './call.ts';
import { input, nothing } from './decode.ts';
import type { WindowDraft } from './windowCalls.ts';

/** A country whose days off are known, and its parts that differ. */
export interface HolidayCountry {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly name: string;
  /** `BY`, or `AB-1` for a part of a part; its name says both. */
  readonly regions: readonly { readonly region: string; readonly name: string }[];
}

/** One ready-made window as it would be adopted here. */
export interface SuggestionRow {
  readonly id: SuggestionId;
  readonly title: string;
  /** What it protects and when, in two sentences at most. */
  readonly words: string;
  readonly effect: Effect;
  readonly trades: readonly Trade[];
  /** The countries it is meant for; null: everywhere. */
  readonly countries: readonly string[] | null;
  readonly fields: readonly SuggestionField[];
  /** On whose clock: IANA zone, or `site`. */
  readonly zone: string;
  /** The occurrence that runs or comes next, as its fields stand when nothing is changed; null: ask for dates. */
  readonly next: Span | null;
  /** What it would cover here: "Store checkout, Web order at Lyon store"; null when nothing on the board fits. */
  readonly covers: string | null;
  /** Windows on the board that were adopted from it for this country, withdrawn ones left out. */
  readonly adopted: readonly { readonly window: string; readonly title: string; readonly proposed: boolean }[];
}
/** A suggestion made into a draft that the editor opens with. */
export interface SuggestedDraft {
  /** Its scope is `everything: false` and nothing else when nothing on the board fits; the editor asks then. */
  readonly draft: WindowDraft;
  /** What its reader should know: "The days of Eid are computed; the moon may move them by one." */
  readonly notes: readonly string[];
  /** Fields without which it has no times, a campaign's days: the draft then lies a week ahead, for the editor. */
  readonly missing: readonly string[];
}

const country = z.string().regex(/^[A-Z]{2}$/);
const region = z.string().regex(/^[A-Z0-9]{1,4}(-[A-Z0-9]{1,4})?$/);
/** What was changed of a suggestion's fields, by key: `{ time: '15:00', days: '10' }`. */
const values = z.record(z.string().max(40), z.string().max(40)).optional();
const place = {
  /** Null: wherever the board has sites. */
  country: country.nullable(),
  region: region.nullable(),
  /** IANA zone, `site`, or null for that of its sites. */
  zone: z.string().max(64).nullable().optional(),
  /** Null: the drawer's own sites in the country, else all that the board has there. */
  sites: z.array(siteId).max(5_000).nullable().optional(),
};
const year = z.int().min(1970).max(2100);
const daysInput = z
  .strictObject({ country, region: region.nullable(), from: year, to: year })
  .refine(({ from, to }) => from <= to && to - from < 15, 'at most 15 years');
const pick = { id: z.enum(suggestionIds), values };
const listInput = z.strictObject(place);
const draftInput = z.strictObject({ ...pick, ...place });
const draftsInput = z.strictObject({ ...place, picks: z.array(z.strictObject(pick)).max(suggestionIds.length) });
export type SuggestionPlace = z.infer<typeof listInput>;
export type SuggestionPick = z.infer<typeof draftsInput>['picks'][number];

export const suggestionCalls = {
  'holidays.countries': query<z.infer<z.ZodObject>, readonly HolidayCountry[]>(nothing),
  /** Public and bank holidays, whole days only, substitutes and every day of longer ones. */
  'holidays.days': query<z.infer<typeof daysInput>, { readonly holidays: Holidays }>(input(daysInput)),
  /** Every suggestion that is meant for the country. */
  'suggestions.list': query<SuggestionPlace, readonly SuggestionRow[]>(input(listInput)),
  'suggestions.draft': query<z.infer<typeof draftInput>, SuggestedDraft>(input(draftInput)),
  /** Several at once, in the order asked: `windows.adopt` signs them. */
  'suggestions.drafts': query<z.infer<typeof draftsInput>, readonly SuggestedDraft[]>(input(draftsInput)),
};
