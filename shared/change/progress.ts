import type { RequestBody } from '../record/body/requestBody.ts';
import type { ReceiptBody } from '../record/body/decisionBody.ts';
import { toMs, type Ms } from '../time/instant.ts';

/** How far the work has come, as the receipts of the pipelines tell it. */
export interface Progress {
  readonly started: boolean;
  /** When the first run began: the authorisation was used from here on. */
  readonly startedAt: Ms | null;
  /** Somewhere a run has begun and not ended. */
  readonly running: boolean;
  readonly failed: boolean;
  /** Parts that have not succeeded yet: phases, or sites when there are no phases. */
  readonly remaining: readonly string[];
  readonly lastAt: Ms | null;
}

/** Names the part of a change that a receipt speaks of. */
export const partOf = ({ environment, services, site, tenant, phase }: ReceiptBody) =>
  JSON.stringify([environment, services.toSorted(), site ?? null, tenant ?? null, phase ?? null]);

/** Did this run do what the change is for? A way back that succeeds takes the work back. */
export function endedWell({ event, rollbackOf }: ReceiptBody): boolean {
  return event === 'succeeded' && rollbackOf === undefined;
}

/** How far has the work come? The last receipt of each part tells; parts are told apart by place and phase. */
export function progressOf(text: Pick<RequestBody, 'phases' | 'sites'>, receipts: readonly ReceiptBody[]): Progress {
  const last = new Map(receipts.map((receipt) => [partOf(receipt), receipt]));
  const states = [...last.values()];
  const succeeded = states.filter(endedWell);
  const times = receipts.map(({ happenedAt }) => toMs(happenedAt));
  const begun = receipts.filter(({ event }) => event === 'started').map(({ happenedAt }) => toMs(happenedAt));
  return {
    started: receipts.length > 0,
    startedAt: times.length === 0 ? null : Math.min(...(begun.length > 0 ? begun : times)),
    running: states.some(({ event }) => event === 'started'),
    failed: states.some((receipt) => receipt.event !== 'started' && !endedWell(receipt)),
    remaining: remainingParts(text, succeeded),
    lastAt: times.length === 0 ? null : Math.max(...times),
  };
}

/** A receipt that names neither phase nor site speaks for the whole. */
function remainingParts(
  { phases, sites }: Pick<RequestBody, 'phases' | 'sites'>,
  done: readonly ReceiptBody[],
): string[] {
  if (done.some(({ phase, site }) => phase === undefined && site === undefined)) return [];
  if (phases.length > 0) {
    const open = phases.filter(({ name }) => !done.some(({ phase }) => phase === name));
    if (done.some(({ phase }) => phase !== undefined)) return open.map(({ name }) => name);
  }
  return sites.filter((id) => !done.some(({ site }) => site === id));
}
