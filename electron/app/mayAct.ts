import type { ChangeDetail } from '../../shared/api/changeCalls.ts';
import { shownText } from '../../shared/change/changeFile.ts';
import type { Member } from '../../shared/record/body/rosterBody.ts';
import type { Role } from '../../shared/record/words.ts';
import { toMs, type Ms } from '../../shared/time/instant.ts';
import type { BoardContext } from '../desk/boardContext.ts';
import { rolesAt } from '../desk/acting.ts';
import { isSettled } from '../desk/changeEntry.ts';
import type { Judged } from '../desk/changeShelf.ts';
import { rolesInReach } from './actingFor.ts';

type Permission = Pick<ChangeDetail, 'mayDecide' | 'whyNotDecide' | 'mayRevise'>;

/** What may this member do with this change now? Separation of duties is by person, not by key. */
export function mayAct({ file, assessment }: Judged, member: Member, context: BoardContext, now: Ms): Permission {
  const text = shownText(file);
  const held = rolesAt(member, now);
  const author = file.requests[0]?.record.signed.by;
  // A no is not the end while the time is still to come: a mind may change, and so may the text.
  const isOpenNo = assessment.lifecycle.state === 'rejected' && now < toMs(text.timing.latestEnd);
  const settled = (isSettled(assessment) && !isOpenNo) || text.imported !== undefined;
  const mayRevise =
    !settled && (member.person === author || member.person === text.implementer || held.includes('change-manager'));
  const no = (whyNotDecide: ChangeDetail['whyNotDecide']): Permission => ({ mayDecide: [], whyNotDecide, mayRevise });

  if (settled) return no('settled');
  const own = file.requests.some(({ record }) => record.signed.by === member.person);
  if (own || text.requester === member.person || text.implementer === member.person) return no('own-change');
  const decided = rolesDecidedIn(assessment, member);
  if (isOpenNo && decided.length === 0) return no('settled');
  const asked = isOpenNo ? decided : rolesAskedOf({ file, assessment }, member, context, now);
  return asked.length === 0 ? no('no-role') : { mayDecide: asked, whyNotDecide: null, mayRevise };
}

/** Roles in which this person's own word on the text stands: nobody else can take back a no. */
function rolesDecidedIn({ tally }: Judged['assessment'], { person }: Member): Role[] {
  const own = tally.decisions.filter((decision) => decision.person === person && decision.standing === 'counts');
  return [...new Set(own.map(({ role }) => role))];
}

/** Roles that the matrix asks for and this person could fill, those already filled by them included: a mind may change. */
function rolesAskedOf(
  { file, assessment }: Pick<Judged, 'file' | 'assessment'>,
  member: Member,
  context: BoardContext,
  now: Ms,
): Role[] {
  const { board } = context;
  const text = shownText(file);
  const { tally, risk } = assessment;
  const required = tally.requirements
    .filter(({ could, met }) => could.includes(member.person) || met.includes(member.person))
    .map(({ role }) => role);
  const rule = board.policy.approvals.find((each) => each.band === risk.band && each.type === text.type);
  const ofQuorum = tally.quorum ? (rule?.quorum?.of ?? []) : [];
  const held = new Set(rolesInReach({ file }, member, context, now).map(({ role }) => role));
  return [...new Set([...required, ...ofQuorum.filter((role) => held.has(role))])];
}
