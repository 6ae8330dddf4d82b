import type { ChangeFile } from '../../shared/change/changeFile.ts';
import { partOf } from '../../shared/change/progress.ts';
import { TidegateError } from '../../shared/errors.ts';
import type { Board } from '../../shared/ledger/board.ts';
import type { ReceiptBody } from '../../shared/record/body/decisionBody.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { sealRecord } from '../../shared/record/seal.ts';
import { toInstant, type Ms } from '../../shared/time/instant.ts';
import { openForCheck } from '../git/openForCheck.ts';
import { verifySshsig } from '../seal/sshsig.ts';
import { contactLine } from './contactLine.ts';
import { readGateKey, requireKeyHolder } from './gateKey.ts';
import { landReceipt } from './landReceipt.ts';
import { rememberLine, requireRemembered } from './lineMemory.ts';
import { newRecordId } from './newRecordId.ts';
import type { ReceiptOrder } from './readWritingArguments.ts';
import { withTries } from './withTries.ts';

export interface Recorded {
  readonly id: string;
  readonly commit: string;
  readonly body: ReceiptBody;
  /** The same run had said it before; nothing was written. */
  readonly isKnown: boolean;
}

/** Says how a run ended: signed and pushed onto whatever the line is by then. Nothing is judged. */
export async function runReceipt(order: ReceiptOrder, clock: () => Ms): Promise<Recorded> {
  const signer = readGateKey(order);
  return withTries(async () => {
    const contact = await contactLine(order.ledger);
    await requireRemembered(order.state, order.ledger, contact.head);
    const { board, file, halt } = await openForCheck(order.ledger, contact.head, {
      root: order.root,
      change: order.change,
      verify: verifySshsig,
    });
    if (!board || halt) throw new TidegateError('ledger-halted', { why: halt?.why ?? 'first-commit' });
    if (!file) throw new TidegateError('change-not-found', { change: order.change });
    const body = bodyOf(order, file, clock());
    const known = saidBefore(body, file);
    if (known) return { id: known.record.id, commit: contact.head, body: known.record.body, isKnown: true };
    const receipt = sealed(body, { board, order, signer, seen: contact.head });
    const landing = await landReceipt(order, receipt, contact);
    if (landing === 'moved') return null;
    rememberLine(order.state, landing.landed);
    return { id: receipt.record.id, commit: landing.landed, body, isKnown: false };
  });
}

function sealed(
  body: ReceiptBody,
  given: {
    readonly board: Board;
    readonly order: ReceiptOrder;
    readonly signer: ReturnType<typeof readGateKey>;
    readonly seen: string;
  },
) {
  const { board, order, signer, seen } = given;
  const by = requireKeyHolder(board, signer.fingerprint, order.as);
  const claim = { ledger: board.ledger, by, key: signer.fingerprint, at: body.happenedAt, seen };
  return sealRecord({ kind: 'receipt', body, id: newRecordId(Date.parse(body.happenedAt)), ...claim }, signer.sign);
}

/** It speaks of what the start spoke of, so that the two are one part of the change. */
function bodyOf(order: ReceiptOrder, file: ChangeFile, now: Ms): ReceiptBody {
  const { environment, service, site, tenant, phase, run } = order;
  const start = startOf(order, file);
  // A failure of what never began would put the change under review for nothing.
  if (!start) throw new TidegateError('stale-record', { change: file.change, event: order.event });
  const services = service === undefined ? start.services : [service];
  const artifacts = start.artifacts.filter((artifact) => services.includes(artifact.service));
  const stated = { site: site ?? start.site, tenant: tenant ?? start.tenant, phase: phase ?? start.phase };
  const digest = order.digest;
  return {
    change: file.change,
    event: order.event,
    environment,
    services,
    ...(stated.site === undefined ? {} : { site: stated.site }),
    ...(stated.tenant === undefined ? {} : { tenant: stated.tenant }),
    ...(stated.phase === undefined ? {} : { phase: stated.phase }),
    artifacts: digest === null ? artifacts : services.map((id) => ({ service: id, digest })),
    ...(start.rollbackOf === undefined ? {} : { rollbackOf: start.rollbackOf }),
    happenedAt: toInstant(now),
    ...(order.outcome === null ? {} : { outcome: order.outcome }),
    ...(run === null ? {} : { run }),
  };
}

/**
 * The start that this end belongs to: of the same run where both name theirs, else one that has not ended yet. A run
 * that was refused, and says at its end that it failed, ends nothing of anybody else's.
 */
function startOf(order: ReceiptOrder, { receipts }: ChangeFile): ReceiptBody | null {
  const bodies = receipts.map(({ record }) => record.body);
  const last = new Map(bodies.map((body) => [partOf(body), body]));
  const starts = bodies.filter(
    (body) =>
      body.event === 'started' &&
      body.environment === order.environment &&
      (order.service === undefined || body.services.length === 0 || body.services.includes(order.service)) &&
      fits(order.site, body.site) &&
      fits(order.tenant, body.tenant) &&
      fits(order.phase, body.phase),
  );
  const isOpen = (body: ReceiptBody) => last.get(partOf(body)) === body;
  const isOurs = ({ run }: ReceiptBody) => order.run === null || run === undefined || run === order.run;
  return (
    starts.findLast(({ run }) => order.run !== null && run === order.run) ??
    starts.findLast((body) => isOurs(body) && isOpen(body)) ??
    null
  );
}

/** Has this run said this of this part before? */
function saidBefore(body: ReceiptBody, { receipts }: ChangeFile): Filed<'receipt'> | null {
  if (body.run === undefined) return null;
  return receipts.find(({ record }) => wordOf(record.body) === wordOf(body)) ?? null;
}

const wordOf = (body: ReceiptBody) => JSON.stringify([body.run, body.event, partOf(body), body.rollbackOf]);

const fits = (asked: string | undefined, said: string | undefined) => asked === undefined || asked === said;
