import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { changeId, digest, fingerprint, serviceId, siteId, tenantId } from '../../shared/ids.ts';
import { environments, line } from '../../shared/record/words.ts';
import type { Question } from '../../shared/gate/verdict.ts';
import { readInstant } from './readInstant.ts';

const formats = ['text', 'json', 'github', 'gitlab'] as const;
export type Format = (typeof formats)[number];

export interface Place {
  readonly ledger: string;
  readonly root: string;
  /** Any name Git knows; null for the newest state that was fetched. */
  readonly commit: string | null;
}
export type CheckOrder = { readonly command: 'check'; readonly format: Format; readonly sample: boolean } & Place & {
    readonly question: Omit<Question, 'at' | 'simulated'>;
    /** Null: the machine's own instant. */
    readonly at: string | null;
  };
export type Order =
  | CheckOrder
  | ({ readonly command: 'verify' } & Place)
  | { readonly command: 'version' }
  | { readonly command: 'help' }
  | { readonly command: 'misuse'; readonly problem: string };

const text = { type: 'string' } as const;
const options = {
  ledger: text,
  root: text,
  commit: text,
  change: text,
  env: text,
  service: text,
  site: text,
  tenant: text,
  phase: text,
  digest: text,
  at: text,
  format: text,
  sample: { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;
type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** What does the caller want? A misuse says which word was wrong. */
export function readArguments(words: readonly string[]): Order {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
    if (values.version) return { command: 'version' };
    if (values.help || positionals[0] === 'help') return { command: 'help' };
    if (positionals.length > 1) return misuse(`one command at a time: ${positionals.join(' ')}`);
    if (positionals[0] === 'check') return check(values);
    if (positionals[0] === 'verify') return verify(values);
    return misuse(positionals[0] === undefined ? 'no command was given' : `no such command: ${positionals[0]}`);
  } catch (error) {
    return misuse(error instanceof Error ? error.message : 'unreadable arguments');
  }
}

const misuse = (problem: string): Order => ({ command: 'misuse', problem });

class Misuse extends Error {}

function checked<T>(name: string, schema: z.ZodType<T>, value: string): T {
  const read = schema.safeParse(value);
  if (!read.success) throw new Misuse(`--${name}: ${read.error.issues[0]?.message ?? 'not understood'}`);
  return read.data;
}

function needed(values: Values, name: 'ledger' | 'root' | 'change' | 'env'): string {
  const value = values[name];
  if (value === undefined || value === '') throw new Misuse(`--${name} is missing`);
  return value;
}

function placeOf(values: Values): Place {
  return {
    ledger: needed(values, 'ledger'),
    root: checked('root', fingerprint, needed(values, 'root')),
    commit: values.commit ?? null,
  };
}

function oneOf<T extends string>(name: string, list: readonly T[], value: string): T {
  const found = list.find((each) => each === value);
  if (found === undefined) throw new Misuse(`--${name}: one of ${list.join(', ')}`);
  return found;
}

function check(values: Values): Order {
  const at = values.at === undefined ? null : readInstant(values.at);
  if (values.at !== undefined && at === null) throw new Misuse('--at: an instant such as 2026-11-27T18:00:00Z');
  return {
    command: 'check',
    ...placeOf(values),
    format: oneOf('format', formats, values.format ?? 'text'),
    sample: values.sample ?? false,
    at,
    question: {
      change: checked('change', changeId, needed(values, 'change')),
      environment: oneOf('env', environments, needed(values, 'env')),
      ...(values.service === undefined ? {} : { service: checked('service', serviceId, values.service) }),
      ...(values.site === undefined ? {} : { site: checked('site', siteId, values.site) }),
      ...(values.tenant === undefined ? {} : { tenant: checked('tenant', tenantId, values.tenant) }),
      ...(values.phase === undefined ? {} : { phase: checked('phase', line, values.phase) }),
      ...(values.digest === undefined ? {} : { digest: checked('digest', digest, values.digest) }),
    },
  };
}

/** The whole line is read up to the commit; questions have no place here. */
function verify(values: Values): Order {
  const stray = (['change', 'env', 'service', 'site', 'tenant', 'phase', 'digest', 'at', 'format'] as const).find(
    (name) => values[name] !== undefined,
  );
  if (stray !== undefined) throw new Misuse(`--${stray} belongs to check`);
  return { command: 'verify', ...placeOf(values) };
}
