import { shownText, type ChangeFile } from '../change/changeFile.ts';
import { endedWell, partOf } from '../change/progress.ts';
import type { ChangeId, Digest, RecordId } from '../ids.ts';
import { effectiveTime } from '../ledger/effectiveTime.ts';
import type { Filed } from '../record/envelope.ts';
import type { ReceiptBody } from '../record/body/decisionBody.ts';
import type { Environment } from '../record/words.ts';
import type { Ms } from '../time/instant.ts';
import type { Place } from '../window/span.ts';

/** What stood at a place before a change touched it. */
export interface StoodBefore {
  readonly change: ChangeId;
  readonly receipt: RecordId;
  readonly digest: Digest;
  readonly when: Moment;
}

/** A place in time, and where clocks say the same, on the line. */
export interface Moment {
  readonly at: Ms;
  readonly position: number;
}

const byMoment = (a: Moment, b: Moment) => a.at - b.at || a.position - b.position;

/** Does this receipt speak of this cell? One that leaves out a dimension speaks for all of it. */
function speaksOf({ services, site, tenant }: ReceiptBody, place: Place): boolean {
  return (
    (services.length === 0 || (place.service !== null && services.includes(place.service))) &&
    (site === undefined || site === place.site) &&
    (tenant === undefined || tenant === place.tenant)
  );
}

/** When did this change first touch the cell? Null when it has not. */
export function firstTouch(file: ChangeFile, environment: Environment, place: Place): Moment | null {
  const first = file.receipts.find(
    ({ record: { body } }) =>
      body.environment === environment && body.rollbackOf === undefined && speaksOf(body, place),
  );
  return first ? momentOf(first) : null;
}

/**
 * What did the last change before `before` that succeeded in this cell, and was not taken back, put there?
 *
 * A receipt is a pipeline's word alone: what it says was put there counts only if it is what the change's approved text
 * names, so that no way back leads to something that nobody has approved.
 *
 * @param earlier other changes that were allowed; those that were not have no say
 */
export function stoodBefore(
  earlier: readonly ChangeFile[],
  environment: Environment,
  place: Place,
  before: Moment,
): StoodBefore | null {
  const found = earlier.flatMap((file): StoodBefore[] => {
    const { change, receipts } = file;
    const here = receipts.filter(({ record: { body } }) => body.environment === environment && speaksOf(body, place));
    const last = [...new Map(here.map((receipt) => [partOf(receipt.record.body), receipt])).values()];
    if (last.some(({ record: { body } }) => !endedWell(body))) return [];
    return last.flatMap((receipt) => {
      const digest = receipt.record.body.artifacts.find(({ service }) => service === place.service)?.digest;
      const when = momentOf(receipt);
      const isBefore = byMoment(when, before) < 0;
      return digest === undefined || !isBefore || !isApproved(file, place, digest)
        ? []
        : [{ change, receipt: receipt.record.id, digest, when }];
    });
  });
  return found.toSorted((a, b) => byMoment(a.when, b.when)).at(-1) ?? null;
}

function isApproved(file: ChangeFile, { service }: Place, digest: Digest): boolean {
  return shownText(file).artifacts.some((named) => named.service === service && named.digest === digest);
}

/** Was the cell taken back already? A way back that failed may be tried again. */
export function isTakenBack(file: ChangeFile, environment: Environment, place: Place): boolean {
  const last = new Map(
    file.receipts
      .map(({ record }) => record.body)
      .filter((body) => body.environment === environment && body.rollbackOf !== undefined && speaksOf(body, place))
      .map((body) => [partOf(body), body]),
  );
  return [...last.values()].some(({ event }) => event !== 'failed');
}

const momentOf = (filed: Filed<'receipt'>): Moment => ({ at: effectiveTime(filed), position: filed.position });
