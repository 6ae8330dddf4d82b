import { changeId, digest, personId, serviceId, siteId, tenantId, type ChangeId } from '../../shared/ids.ts';
import { environments, line, outcomes } from '../../shared/record/words.ts';
import type { Question } from '../../shared/gate/verdict.ts';
import type { ReceiptBody } from '../../shared/record/body/decisionBody.ts';
import {
  allowOnly,
  checked,
  Misuse,
  needed,
  oneOf,
  placeOf,
  type Place,
  type Remembering,
  type Values,
} from './argumentParts.ts';
import type { KeyOrder } from './gateKey.ts';

/** How a verdict is told. */
export const formats = ['text', 'json', 'github', 'gitlab'] as const;
export type Format = (typeof formats)[number];

interface Writing extends Place, KeyOrder, Remembering {
  /** Address or number of the run, so that people find it. */
  readonly run: string | null;
}
export interface BeginOrder extends Writing {
  readonly command: 'begin';
  readonly format: Format;
  readonly sample: boolean;
  readonly question: Omit<Question, 'at' | 'simulated'>;
}
const events = ['succeeded', 'failed', 'rolled-back'] as const;
export interface ReceiptOrder extends Writing, Pick<Question, 'service' | 'site' | 'tenant' | 'phase'> {
  readonly command: 'receipt';
  readonly format: 'text' | 'json';
  readonly change: ChangeId;
  readonly environment: ReceiptBody['environment'];
  readonly event: (typeof events)[number];
  readonly outcome: (typeof outcomes)[number] | null;
  readonly digest: string | null;
}

const where = ['change', 'env', 'service', 'site', 'tenant', 'phase', 'digest'] as const;
const writing = ['ledger', 'root', 'key', 'as', 'run', 'format', 'state'] as const;

/** The orders that write to the ledger; null for other commands. */
export function readWritingArguments(command: string, values: Values): BeginOrder | ReceiptOrder | null {
  if (command === 'begin') {
    allowOnly(values, command, [...writing, ...where, 'rollback-of', 'sample']);
    const format = oneOf('format', formats, values.format ?? 'text');
    return { command, ...writerOf(values), format, sample: values.sample ?? false, question: questionOf(values) };
  }
  if (command !== 'receipt') return null;
  allowOnly(values, command, [...writing, ...where, 'event', 'outcome']);
  const { change, environment, service, site, tenant, phase, digest: artifact } = questionOf(values);
  return {
    command,
    ...writerOf(values),
    format: oneOf('format', ['text', 'json'], values.format ?? 'text'),
    change,
    environment,
    ...(service === undefined ? {} : { service }),
    ...(site === undefined ? {} : { site }),
    ...(tenant === undefined ? {} : { tenant }),
    ...(phase === undefined ? {} : { phase }),
    event: oneOf('event', events, needed(values, 'event')),
    outcome: values.outcome === undefined ? null : oneOf('outcome', outcomes, values.outcome),
    digest: artifact ?? null,
  };
}

/** What is asked, about which part of which change. A way back belongs to the change that it takes back. */
export function questionOf(values: Values): BeginOrder['question'] {
  const back = values['rollback-of'];
  const change = checked('change', changeId, values.change ?? back ?? needed(values, 'change'));
  if (back !== undefined && back !== change)
    throw new Misuse('--rollback-of: the same change as --change, or without it');
  return {
    change,
    environment: oneOf('env', environments, needed(values, 'env')),
    ...(values.service === undefined ? {} : { service: checked('service', serviceId, values.service) }),
    ...(values.site === undefined ? {} : { site: checked('site', siteId, values.site) }),
    ...(values.tenant === undefined ? {} : { tenant: checked('tenant', tenantId, values.tenant) }),
    ...(values.phase === undefined ? {} : { phase: checked('phase', line, values.phase) }),
    ...(values.digest === undefined ? {} : { digest: checked('digest', digest, values.digest) }),
    ...(back === undefined ? {} : { isRollback: true }),
  };
}

function writerOf(values: Values): Writing {
  return {
    ...placeOf(values),
    key: values.key ?? null,
    state: values.state ?? null,
    as: values.as === undefined ? null : checked('as', personId, values.as),
    run: values.run === undefined ? null : checked('run', line, values.run),
  };
}
