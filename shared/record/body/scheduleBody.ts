import * as z from 'zod';
import { wall } from '../../time/instant.ts';
import { line } from '../words.ts';

const orderly = ({ start, end }: { start: string; end: string }) => start < end;
const span = z.strictObject({ start: wall, end: wall }).refine(orderly, 'ends after it starts');

/** `2026-12-25`; a day that exists. */
const day = z.string().refine((text) => wall.safeParse(`${text}T00:00`).success, 'a day such as 2026-12-25');
/** `18:00`; `24:00` is the midnight that ends the day. */
const clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of day such as 18:00');

export const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type WeekdayName = (typeof weekdayNames)[number];

/**
 * The days off that a rule knows, written out when the window was signed, so that nobody needs a holiday package to
 * read it. After `through` none are known.
 */
const holidays = z.strictObject({
  /** What people call the set: "France", "England and Wales". */
  name: line,
  /** Where the set was taken from: ISO 3166 with region, `FR`, `DE-BY`; absent for a set of one's own. */
  source: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Z0-9]{1,4}){0,2}$/)
    .optional(),
  days: z.array(z.strictObject({ day, name: line.optional() })).max(1_000),
  /** Days of the week on which nobody works there. */
  weekend: z.array(z.enum(weekdayNames)).max(6),
  through: day,
});
export type Holidays = z.infer<typeof holidays>;

/** What becomes of a start, or of an end, that a rule puts on a day off. */
const holidayRules = ['not-counted', 'next-business-day', 'previous-business-day'] as const;
export type HolidayRule = (typeof holidayRules)[number];

/**
 * RFC 5545 RRULE value, expanded on the wall clock; its first candidate is `from`.
 *
 * `not-counted`: a candidate on a holiday is left out before `BYSETPOS` counts, so that "the second-last business day"
 * knows holidays. `next-business-day`, `previous-business-day`: an occurrence on a weekend or holiday moves there, its
 * time of day kept. Both read the schedule's `holidays`.
 */
const startRule = z.strictObject({
  from: wall,
  rule: z.string().min(6).max(500),
  onHoliday: z.enum(holidayRules).optional(),
});
export type StartRule = z.infer<typeof startRule>;

/** RFC 5545 duration. `PT5H30M`, `P9D`. */
const duration = z
  .string()
  .regex(/^P(?=.)(\d{1,3}W|(\d{1,3}D)?(T(?=.)(\d{1,4}H)?(\d{1,4}M)?)?)$/, 'such as PT5H30M or P9D');

/** Single occurrences that differ from what a schedule computes. */
const changes = {
  /** Starts that do not happen. */
  exceptions: z.array(wall).max(1_000).optional(),
  /** Spans beside the computed ones. */
  additions: z.array(span).max(1_000).optional(),
  /** The occurrence that would start at `from` happens then instead (`RECURRENCE-ID`). */
  moved: z
    .array(z.strictObject({ from: wall, start: wall, end: wall }).refine(orderly, 'ends after it starts'))
    .max(1_000)
    .optional(),
};

/** A moment counted from the last day of a fiscal period: 0 is that day, 1 the day after, -2 the second before. */
const fromPeriodEnd = z.strictObject({
  days: z.int().min(-60).max(60),
  /** Business days skip weekends and the schedule's `holidays`; 0 is then the last business day of the period. */
  count: z.enum(['days', 'business-days']),
  time: clock,
});

const fiscalYear = z.strictObject({
  /** Weeks of the three periods of every quarter. A 53rd week goes to the last period of the year. */
  pattern: z.enum(['4-4-5', '4-5-4', '5-4-4']),
  /** The year ends on this weekday: the last one in the month, or the one nearest to the month's last day. */
  endsOn: z.strictObject({
    weekday: z.enum(weekdayNames),
    month: z.int().min(1).max(12),
    which: z.enum(['last-in-month', 'nearest-to-month-end']),
  }),
});
export type FiscalYear = z.infer<typeof fiscalYear>;

export const schedule = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('once'), start: wall, end: wall }).refine(orderly, 'ends after it starts'),
  /** A list of dates; a name says which it is: "Easter Monday". */
  z.strictObject({
    form: z.literal('dates'),
    spans: z
      .array(z.strictObject({ start: wall, end: wall, name: line.optional() }).refine(orderly, 'ends after it starts'))
      .min(1)
      .max(2_000),
  }),
  z.strictObject({
    form: z.literal('rule'),
    start: startRule,
    /**
     * `duration` is nominal: days by the calendar, hours by the wall clock, so that a night from 22:00 to 06:00 ends at
     * 06:00 when the clocks change. `elapsed` is exact: so many hours after it began. An end rule pairs each start with
     * the first end strictly after it.
     */
    end: z.union([z.strictObject({ duration }), z.strictObject({ elapsed: duration }), startRule]),
    holidays: holidays.optional(),
    ...changes,
  }),
  /** Around the ends of fiscal periods, quarters or years. */
  z.strictObject({
    form: z.literal('fiscal'),
    year: fiscalYear,
    of: z.enum(['period', 'quarter', 'year']),
    start: fromPeriodEnd,
    end: fromPeriodEnd,
    holidays: holidays.optional(),
    ...changes,
  }),
]);
export type Schedule = z.infer<typeof schedule>;
