import type { Holidays, Schedule } from '../record/body/scheduleBody.ts';
import type { Effect, Role } from '../record/words.ts';
import type { ScopeHint } from './scopeHint.ts';

export const trades = [
  'grocery',
  'fashion',
  'home-electronics',
  'wholesale',
  'logistics',
  'marketplace',
  'finance',
] as const;
export type Trade = (typeof trades)[number];

/** Every ready-made window. A name stands in the records of windows adopted from it and is never used anew. */
export const suggestionIds = [
  'black-friday',
  'black-friday-day',
  'between-the-peaks',
  'christmas-peak',
  'january-returns',
  'month-end-close',
  'month-end-sources',
  'quarter-close',
  'fiscal-close',
  'full-inventory',
  'cycle-count',
  'carrier-cut-off',
  'inbound-peak',
  'shift-change',
  'campaign',
  'weekly-prices',
  'nightly-edi',
  'weekend-care',
  'trading-hours',
  'maintenance-nights',
  'easter',
  'eid-al-fitr',
  'eid-al-adha',
  'lunar-new-year',
  'big-sale-event',
  'singles-day',
  'boxing-day',
  'buen-fin',
  'golden-week-china',
  'golden-week-japan',
  'winter-sales-france',
  'summer-sales-france',
] as const;
export type SuggestionId = (typeof suggestionIds)[number];

/** Something its adopter may change: plain, never a rule. Values are text, whatever the kind. */
export type SuggestionField = { readonly key: string; readonly label: string } & (
  | { readonly kind: 'time'; readonly standard: string }
  | {
      readonly kind: 'number';
      readonly unit: 'days' | 'hours' | 'minutes' | 'nth';
      readonly min: number;
      readonly max: number;
      readonly standard: string;
    }
  | {
      readonly kind: 'choice';
      readonly options: readonly { readonly id: string; readonly label: string }[];
      readonly standard: string;
    }
  /** A day such as `2026-11-27`; it must be given. */
  | { readonly kind: 'day'; readonly standard: null }
);

/** Feasts that no rule can say: their days are computed where a holiday package is, and handed in. */
export type Feast = 'eid-al-fitr' | 'eid-al-adha' | 'lunar-new-year';

/** What a suggestion is made for. */
export interface Given {
  /** ISO 3166-1 alpha-2; null where no country is meant. */
  readonly country: string | null;
  /** The first year it is to hold in, the one before the present, so that what runs over New Year is whole. */
  readonly year: number;
  /** The last year for which days are written out. */
  readonly lastYear: number;
  readonly weekend: Holidays['weekend'];
  /** Days off of country and region, weekend included; null when the suggestion asked for none. */
  readonly holidays: Holidays | null;
  /** First days of the feasts, `2026-03-20`, ascending. */
  readonly feasts: Readonly<Partial<Record<Feast, readonly string[]>>>;
  /** A field's value: what was given, else its standard; empty for a day that was not given. */
  readonly value: (key: string) => string;
}

export interface Suggestion {
  readonly id: SuggestionId;
  readonly title: string;
  /** What it protects and when; two sentences at most. */
  readonly words: string;
  readonly effect: Effect;
  readonly trades: readonly Trade[];
  /** Null: everywhere. */
  readonly countries: readonly string[] | null;
  readonly ownerRole: Role;
  /** Why work stops, as a record would say it. */
  readonly reason: string;
  readonly covers: ScopeHint;
  /** On whose clock it is and by whose holidays, where that is not what it covers. */
  readonly clockOf?: ScopeHint;
  readonly edge: 'finish' | 'stop-at-next-stage';
  readonly fields: readonly SuggestionField[];
  /** Whether its schedule counts business days, and which feasts it follows. */
  readonly needs: { readonly holidays?: true; readonly feast?: Feast };
  /** Null while days that must be given are missing. */
  readonly schedule: (given: Given) => Schedule | null;
  /** What its adopter should know before signing. */
  readonly note?: string;
}
