import type { ChangeFile } from '../change/changeFile.ts';
import { shownText } from '../change/changeFile.ts';
import { materialDigest } from '../change/material.ts';
import { conflictedPeople } from '../approval/readDecisions.ts';
import type { RecordId } from '../ids.ts';
import type { Board } from '../ledger/board.ts';
import type { Filed } from '../record/envelope.ts';
import type { Band } from '../record/words.ts';
import { addBusinessDays } from '../time/businessDays.ts';
import { HOUR_MS, toMs, type Ms } from '../time/instant.ts';
import { BREAK_GLASS_MS } from './waiverHours.ts';
import { isSigned, waiverSignatures, type WaiverSignatures } from './waiverSignatures.ts';

/** A waiver is of use in the last hours before it expires only, so that none is kept in a drawer. */
const WAIVER_LIFE_MS: Ms = 24 * HOUR_MS;
/** Business days until the signatures that were done without are due. */
const DEBT_DAYS = 2;

/**
 * What a waiver is worth. `withdrawn`: another took its place. `stale`: for another text of the change. `refused`: glass
 * that was not this person's to break, or without an incident. `ahead`: signed, and its hours have not come.
 */
export type WaiverState = 'in-force' | 'unsigned' | 'ahead' | 'expired' | 'used' | 'stale' | 'withdrawn' | 'refused';

export interface WaiverStanding {
  readonly waiver: Filed<'waiver'>;
  readonly state: WaiverState;
  readonly isBreakGlass: boolean;
  readonly signatures: WaiverSignatures;
  /** It lifts from `opens` up to and without `ends`. */
  readonly opens: Ms;
  readonly ends: Ms;
  /** The receipt of the start that used it up. */
  readonly usedBy: RecordId | null;
  readonly refusal: 'own-change' | 'no-incident' | null;
  /** Broken glass that lacks signatures: when they are due. */
  readonly debtDueAt: Ms | null;
}

export interface WaiverMoment {
  readonly at: Ms;
  readonly band: Band;
}

/** What is this waiver worth at this moment? Pure: the board and the file are those of the moment. */
function waiverStanding(
  waiver: Filed<'waiver'>,
  file: ChangeFile,
  board: Board,
  { at, band }: WaiverMoment,
): WaiverStanding {
  const { body, signed } = waiver.record;
  const isBreakGlass = body.breakGlass !== undefined;
  const signatures = waiverSignatures(waiver, file, board, band);
  const signedAt = toMs(signed.at);
  const expires = toMs(body.expires);
  const ends = isBreakGlass ? Math.min(expires, signedAt + BREAK_GLASS_MS) : expires;
  const opens = isBreakGlass ? signedAt : expires - WAIVER_LIFE_MS;
  const usedBy = firstUse(waiver, file);
  const refusal = isBreakGlass ? refusalOf(waiver, file) : null;
  const isWithdrawn =
    expires <= signedAt ||
    file.waivers.some((other) => other.record.body.follows.includes(waiver.digest) && mayWithdraw(other, waiver, file));
  const owes = isBreakGlass && (usedBy !== null || (refusal === null && !isWithdrawn)) && !isSigned(signatures);
  const state = (): WaiverState => {
    if (usedBy !== null) return 'used';
    if (isWithdrawn) return 'withdrawn';
    if (file.current === null || body.material.digest !== materialDigest(shownText(file))) return 'stale';
    if (refusal !== null) return 'refused';
    if (at >= ends) return 'expired';
    if (!isBreakGlass && !isSigned(signatures)) return 'unsigned';
    return !isBreakGlass && at < opens ? 'ahead' : 'in-force';
  };
  const zone = board.sites.get(body.sites[0] ?? shownText(file).sites[0] ?? '')?.zone ?? 'UTC';
  return {
    waiver,
    state: state(),
    isBreakGlass,
    signatures,
    opens,
    ends,
    usedBy,
    refusal,
    debtDueAt: owes ? addBusinessDays(signedAt, DEBT_DAYS, zone) : null,
  };
}

/** The standing of every waiver of the change, in line order. */
export function waiverStandings(file: ChangeFile, board: Board, moment: WaiverMoment): WaiverStanding[] {
  return file.waivers.map((waiver) => waiverStanding(waiver, file, board, moment));
}

/**
 * When was the glass broken for this change? Each time that counts: it lifted a freeze, or stood ready to.
 *
 * Refused glass never lifted anything, unless somebody began with it all the same; what was broken and taken back did.
 */
export function glassBrokenAt(file: ChangeFile): Ms[] {
  return file.waivers
    .filter((waiver) => {
      const { body, signed } = waiver.record;
      if (body.breakGlass === undefined) return false;
      return firstUse(waiver, file) !== null || (refusalOf(waiver, file) === null && body.expires > signed.at);
    })
    .map(({ record }) => toMs(record.signed.at));
}

/** Its author takes it back, or somebody whose change it is; nobody else's word ends what others have signed. */
function mayWithdraw({ record }: Filed<'waiver'>, waiver: Filed<'waiver'>, file: ChangeFile): boolean {
  const { by } = record.signed;
  return by === waiver.record.signed.by || conflictedPeople(file).has(by);
}

/** The first start that names it; whether it was in force then does not matter, spent is spent. */
function firstUse({ record }: Filed<'waiver'>, { receipts }: ChangeFile): RecordId | null {
  const use = receipts.find(
    ({ record: { body } }) => body.event === 'started' && body.waivers?.includes(record.id) === true,
  );
  return use?.record.id ?? null;
}

function refusalOf({ record }: Filed<'waiver'>, file: ChangeFile): WaiverStanding['refusal'] {
  if (conflictedPeople(file).has(record.signed.by)) return 'own-change';
  // A later text without the incident does not undo what was done for one.
  const text = file.requests.find((request) => materialDigest(request.record.body) === record.body.material.digest);
  return ((text?.record.body ?? shownText(file)).incident ?? '').trim() === '' ? 'no-incident' : null;
}
