import type { WaiverView } from '../../shared/api/waiverCalls.ts';
import { isInReach } from '../../shared/approval/inReach.ts';
import { conflictedPeople } from '../../shared/approval/readDecisions.ts';
import { shownText } from '../../shared/change/changeFile.ts';
import type { Member } from '../../shared/record/body/rosterBody.ts';
import type { Role } from '../../shared/record/words.ts';
import { toMs, type Ms } from '../../shared/time/instant.ts';
import { freezeOwners } from '../../shared/waiver/freezeOwners.ts';
import type { WaiverVoice } from '../../shared/waiver/waiverSignatures.ts';
import { waiverStandings, type WaiverStanding } from '../../shared/waiver/waiverStanding.ts';
import { stillToSign, whyNotInForce } from '../../shared/waiver/waiverWords.ts';
import { heldAt, rolesAt } from '../desk/acting.ts';
import type { BoardContext } from '../desk/boardContext.ts';
import type { Judged } from '../desk/changeShelf.ts';

/** The standing of the change's waivers at this moment, in line order. */
export function standingsOf({ file, assessment }: Judged, { board }: BoardContext, now: Ms): WaiverStanding[] {
  return waiverStandings(file, board, { at: now, band: assessment.askedBand });
}

/** The waivers of a change as this member sees them. */
export function waiverViews(
  judged: Judged,
  member: Member,
  context: BoardContext,
  { now, isUnsent }: { readonly now: Ms; readonly isUnsent: (path: string) => boolean },
): WaiverView[] {
  const { board } = context;
  return standingsOf(judged, context, now).map((standing) => {
    const { waiver, signatures, opens, ends, debtDueAt, state, isBreakGlass } = standing;
    const { body, signed } = waiver.record;
    const receipt = judged.file.receipts.find(({ record }) => record.id === standing.usedBy)?.record;
    return {
      digest: waiver.digest,
      state,
      isBreakGlass,
      incident: body.breakGlass?.incident ?? null,
      windows: body.windows.map((window) => ({
        window,
        title: board.windows.get(window)?.[0]?.record.body.title ?? window,
      })),
      sites: body.sites,
      reason: body.reason,
      rollbackProof: body.rollbackProof,
      by: signed.by,
      at: toMs(signed.at),
      opens,
      ends,
      signed: signatures.signed.map(({ person, voice, at }) => ({ person, voice, at: toMs(at) })),
      missing: stillToSign(signatures, board),
      why: whyNotInForce(standing, board),
      use: receipt ? { at: toMs(receipt.body.happenedAt), by: receipt.signed.by, run: receipt.body.run ?? null } : null,
      debtDueAt,
      unsent: isUnsent(waiver.path),
      maySign: voicesOf(standing, judged, member, context, now),
      mayWithdraw:
        (state === 'in-force' || state === 'unsigned' || state === 'ahead') &&
        (signed.by === member.person || rolesAt(member, now).includes('change-manager')) &&
        rolesAt(member, now).some((role) => role === 'requester' || role === 'implementer'),
    };
  });
}

/** As what would this member's signature count, where one is still missing? Broken glass is signed afterwards. */
export function voicesOf(
  { waiver, signatures, state, debtDueAt }: WaiverStanding,
  { file }: Judged,
  member: Member,
  { board, topology }: BoardContext,
  now: Ms,
): WaiverVoice[] {
  const isOpen = state === 'unsigned' || debtDueAt !== null;
  if (!isOpen || conflictedPeople(file).has(member.person) || waiver.record.signed.by === member.person) return [];
  if (signatures.owners.includes(member.person)) return ['owner'];
  if (freezeOwners(board, waiver.record.body.windows).includes(member.person)) return [];
  // One person is one voice: whoever has signed in one role is not asked in another.
  if (signatures.signed.some(({ person }) => person === member.person)) return [];
  const touched = shownText(file);
  const holds = (role: Role) =>
    heldAt(member, now).some((held) => held.role === role && isInReach([held.reach], touched, topology));
  return [
    ...(signatures.manager && holds('change-manager') ? (['change-manager'] as const) : []),
    ...(signatures.director && holds('director') ? (['director'] as const) : []),
  ];
}
