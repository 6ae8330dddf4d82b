import * as z from 'zod';
import { categories, changeTypes, environments, outcomes } from '../record/words.ts';

const column = z.string().min(1).max(200);
/** A value of the log (compared without case, `*` for any other) and the word it becomes. */
const table = <T extends readonly [string, ...string[]]>(words: T) => z.record(z.string().max(200), z.enum(words));

/**
 * How the columns of a log become changes. Several rows with one `id` are one change
 * whose services are gathered.
 */
export const mapping = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/),
  label: z.string().max(120),
  source: z.string().min(1).max(120),
  /** Zone in which the log's times without offset are read. */
  zone: z.string().max(64),
  columns: z.strictObject({
    id: column,
    /** Several columns are joined with ` · `. */
    title: z.array(column).min(1).max(4),
    type: column.optional(),
    emergency: column.optional(),
    category: column.optional(),
    risk: column.optional(),
    team: column.optional(),
    plannedStart: column,
    plannedEnd: column,
    actualStart: column.optional(),
    actualEnd: column.optional(),
    opened: column.optional(),
    closed: column.optional(),
    outcome: column.optional(),
    services: column.optional(),
    items: column.optional(),
  }),
  /** Splits lists inside a cell. */
  separator: z.string().max(3),
  types: table(changeTypes),
  categories: table(categories),
  outcomes: table(outcomes),
  emergencyValues: z.array(z.string().max(60)),
  environment: z.enum(environments),
  /** Times outside are rejected, with the row: the first and the last year that make sense. */
  years: z.strictObject({ from: z.int(), to: z.int() }),
  /** How `03/04/2026` is read: as 3 April when true, else as 4 March. Dates with the year first need no choice. */
  dayFirst: z.boolean().optional(),
});
export type Mapping = z.infer<typeof mapping>;
