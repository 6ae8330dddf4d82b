import * as z from 'zod';
import { mapping, type Mapping } from '../importer/mapping.ts';
import type { Halt, Problem } from '../ledger/standing.ts';
import { instant, type Ms } from '../time/instant.ts';
import { command, query } from './call.ts';
import { input, nothing } from './decode.ts';

/** A log that was read into this desk and waits for its mapping. */
export interface StagedLog {
  readonly staged: string;
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly {
    readonly name: string;
    readonly samples: readonly string[];
    readonly distinct: number;
  }[];
}
export interface ImportPreview {
  readonly rows: number;
  readonly changes: number;
  readonly rejected: readonly { readonly reason: string; readonly count: number; readonly lines: readonly number[] }[];
  readonly warnings: readonly { readonly reason: string; readonly count: number; readonly lines: readonly number[] }[];
  /** The first twenty as they would stand. */
  readonly sample: readonly {
    readonly line: number;
    readonly sourceId: string;
    readonly title: string;
    readonly state: string;
    readonly start: string;
    readonly end: string;
    readonly services: number;
  }[];
  /** Services and sites that would be created. */
  readonly newServices: number;
}

export interface PackPreview {
  readonly changes: number;
  readonly decisions: number;
  readonly emergencies: number;
}

export interface LedgerHealth {
  readonly head: string;
  readonly commits: number;
  readonly records: number;
  readonly counted: number;
  readonly problems: readonly Problem[];
  readonly halt: Halt | null;
  readonly checkpoint: { readonly record: string; readonly commit: string; readonly at: Ms } | null;
  readonly byKind: Readonly<Record<string, number>>;
  /** Merges that admins have healed: the first of the proof commands prints them. */
  readonly healed: number;
  readonly proofCommands: readonly string[];
  readonly gateCommand: string;
}

const importInput = z.strictObject({ staged: z.string().max(60), mapping });

export const recordCalls = {
  'imports.stage': command<{ name: string; text: string }, StagedLog>(
    input(z.strictObject({ name: z.string().max(240), text: z.string().max(100_000_000) })),
  ),
  'imports.mappings': query<z.infer<z.ZodObject>, readonly Mapping[]>(nothing),
  'imports.saveMapping': command<{ mapping: Mapping }, null>(input(z.strictObject({ mapping }))),
  'imports.preview': query<z.infer<typeof importInput>, ImportPreview>(input(importInput)),
  /** Starts a job of kind `import`. */
  'imports.run': command<z.infer<typeof importInput>, { job: string }>(input(importInput)),
  /** The report of a finished import as CSV: line, source id, reason. */
  'imports.report': query<{ job: string }, { csv: string; preview: ImportPreview }>(
    input(z.strictObject({ job: z.string() })),
  ),
  'audit.preview': query<{ start: string; end: string }, PackPreview>(
    input(z.strictObject({ start: instant, end: instant })),
  ),
  /** Starts a job of kind `pack`. */
  'audit.export': command<{ start: string; end: string; zone: string }, { job: string }>(
    input(z.strictObject({ start: instant, end: instant, zone: z.string().max(64) })),
  ),
  'audit.file': query<{ job: string }, { name: string; base64: string; path: string }>(
    input(z.strictObject({ job: z.string() })),
  ),
  'ledger.health': query<z.infer<z.ZodObject>, LedgerHealth>(nothing),
  /** Starts a job of kind `verify`: the whole line, trusting no checkpoint. */
  'ledger.verify': command<z.infer<z.ZodObject>, { job: string }>(nothing),
};
