import { parseArgs } from 'node:util';
import type { Question } from '../../shared/gate/verdict.ts';
import {
  allowOnly,
  instantOf,
  Misuse,
  oneOf,
  options,
  placeOf,
  type Place,
  type Remembering,
  type Values,
} from './argumentParts.ts';
import { readBoardArguments, type BoardOrder } from './readBoardArguments.ts';
import {
  formats,
  questionOf,
  readWritingArguments,
  type BeginOrder,
  type Format,
  type ReceiptOrder,
} from './readWritingArguments.ts';

export type CheckOrder = { readonly command: 'check'; readonly format: Format; readonly sample: boolean } & Place &
  Remembering & {
    readonly question: Omit<Question, 'at' | 'simulated'>;
    /** Null: the machine's own instant. */
    readonly at: string | null;
  };
export type Order =
  | BoardOrder
  | CheckOrder
  | BeginOrder
  | ReceiptOrder
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
    const written = readWritingArguments(positionals[0] ?? '', values);
    if (written !== null) return written;
    const aboutBoard = readBoardArguments(positionals[0] ?? '', values);
    if (aboutBoard !== null) return aboutBoard;
    return misuse(positionals[0] === undefined ? 'no command was given' : `no such command: ${positionals[0]}`);
  } catch (error) {
    return misuse(error instanceof Error ? error.message : 'unreadable arguments');
  }
}

const misuse = (problem: string): Order => ({ command: 'misuse', problem });

const asked = [
  'change',
  'env',
  'service',
  'site',
  'tenant',
  'phase',
  'digest',
  'rollback-of',
  'at',
  'format',
  'sample',
] as const;

function check(values: Values): Order {
  allowOnly(values, 'check', ['ledger', 'root', 'commit', 'state', ...asked]);
  if (values.state !== undefined && values.commit !== undefined)
    throw new Misuse('--state remembers where the line ends: it does not go with --commit');
  return {
    command: 'check',
    ...placeOf(values),
    format: oneOf('format', formats, values.format ?? 'text'),
    sample: values.sample ?? false,
    state: values.state ?? null,
    at: instantOf(values, 'at'),
    question: questionOf(values),
  };
}

/** The whole line is read up to the commit; questions have no place here. */
function verify(values: Values): Order {
  allowOnly(values, 'verify', ['ledger', 'root', 'commit', 'sample']);
  return { command: 'verify', ...placeOf(values) };
}
