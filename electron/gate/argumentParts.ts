import type { ParseArgsConfig, parseArgs } from 'node:util';
import type { z } from 'zod';
import { fingerprint } from '../../shared/ids.ts';
import { readInstant } from './readInstant.ts';

/** Where a ledger is, and by whose root it is trusted. */
export interface Place {
  readonly ledger: string;
  readonly root: string;
  /** Any name Git knows; null for the newest state that was fetched. */
  readonly commit: string | null;
}

/** Where a pipeline keeps what it has seen of the line; null when it remembers nothing. */
export interface Remembering {
  readonly state: string | null;
}

const text = { type: 'string' } as const;
/** Every word that any command knows. */
export const options = {
  ledger: text,
  root: text,
  commit: text,
  state: text,
  change: text,
  env: text,
  service: text,
  site: text,
  tenant: text,
  phase: text,
  digest: text,
  at: text,
  category: text,
  days: text,
  target: text,
  application: text,
  check: text,
  compare: text,
  log: text,
  tags: text,
  pattern: text,
  from: text,
  until: text,
  for: text,
  key: text,
  as: text,
  run: text,
  event: text,
  outcome: text,
  'rollback-of': text,
  format: text,
  sample: { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];
type OptionName = keyof typeof options;
export type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** A word of the command line that cannot be meant. */
export class Misuse extends Error {}

export function checked<T>(name: OptionName, schema: z.ZodType<T>, value: string): T {
  const read = schema.safeParse(value);
  if (!read.success) throw new Misuse(`--${name}: ${read.error.issues[0]?.message ?? 'not understood'}`);
  return read.data;
}

export function needed(values: Values, name: OptionName): string {
  const value = values[name];
  if (typeof value !== 'string' || value === '') throw new Misuse(`--${name} is missing`);
  return value;
}

export function placeOf(values: Values): Place {
  return {
    ledger: needed(values, 'ledger'),
    root: checked('root', fingerprint, needed(values, 'root')),
    commit: values.commit ?? null,
  };
}

export function oneOf<T extends string>(name: OptionName, list: readonly T[], value: string): T {
  const found = list.find((each) => each === value);
  if (found === undefined) throw new Misuse(`--${name}: one of ${list.join(', ')}`);
  return found;
}

/** Null when it was not given: the machine's own instant. */
export function instantOf(values: Values, name: 'at' | 'from' | 'until'): string | null {
  const value = values[name];
  if (value === undefined) return null;
  const at = readInstant(value);
  if (at === null) throw new Misuse(`--${name}: an instant such as 2026-11-27T18:00:00Z`);
  return at;
}

/** Refuses words that belong to other commands. */
export function allowOnly(values: Values, command: string, names: readonly OptionName[]): void {
  const stray = (Object.keys(values) as OptionName[]).find((name) => !names.includes(name)); // parseArgs is strict
  if (stray !== undefined) throw new Misuse(`--${stray} does not belong to ${command}`);
}
