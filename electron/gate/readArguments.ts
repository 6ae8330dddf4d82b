import { parseArgs } from 'node:util';
import { changeId, digest, serviceId, siteId, tenantId } from '../../shared/ids.ts';
import { environments, line } from '../../shared/record/words.ts';
import type { Question } from '../../shared/gate/verdict.ts';
import { readBoardArguments, type BoardOrder } from './readBoardArguments.ts';
import {
  allowOnly,
  checked,
  instantOf,
  needed,
  oneOf,
  options,
  placeOf,
  type Place,
  type Values,
} from './argumentParts.ts';

const formats = ['text', 'json', 'github', 'gitlab'] as const;
export type Format = (typeof formats)[number];

export type CheckOrder = { readonly command: 'check'; readonly format: Format; readonly sample: boolean } & Place & {
    readonly question: Omit<Question, 'at' | 'simulated'>;
    /** Null: the machine's own instant. */
    readonly at: string | null;
  };
export type Order =
  | BoardOrder
  | CheckOrder
  | ({ readonly command: 'verify' } & Place)
  | { readonly command: 'version' }
  | { readonly command: 'help' }
  | { readonly command: 'misuse'; readonly problem: string };

/** What does the caller want? A misuse says which word was wrong. */
export function readArguments(words: readonly string[]): Order {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
    if (values.version) return { command: 'version' };
    if (values.help || positionals[0] === 'help') return { command: 'help' };
    if (positionals.length > 1) return misuse(`one command at a time: ${positionals.join(' ')}`);
    if (positionals[0] === 'check') return check(values);
    if (positionals[0] === 'verify') return verify(values);
    const aboutBoard = readBoardArguments(positionals[0] ?? '', values);
    if (aboutBoard !== null) return aboutBoard;
    return misuse(positionals[0] === undefined ? 'no command was given' : `no such command: ${positionals[0]}`);
  } catch (error) {
    return misuse(error instanceof Error ? error.message : 'unreadable arguments');
  }
}

const misuse = (problem: string): Order => ({ command: 'misuse', problem });

const asked = ['change', 'env', 'service', 'site', 'tenant', 'phase', 'digest', 'at', 'format', 'sample'] as const;

function check(values: Values): Order {
  allowOnly(values, 'check', ['ledger', 'root', 'commit', ...asked]);
  return {
    command: 'check',
    ...placeOf(values),
    format: oneOf('format', formats, values.format ?? 'text'),
    sample: values.sample ?? false,
    at: instantOf(values, 'at'),
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
  allowOnly(values, 'verify', ['ledger', 'root', 'commit', 'sample']);
  return { command: 'verify', ...placeOf(values) };
}
