import { isInReach } from '../../shared/approval/inReach.ts';
import { conflictedPeople } from '../../shared/approval/readDecisions.ts';
import { shownText } from '../../shared/change/changeFile.ts';
import type { PersonId } from '../../shared/ids.ts';
import { memberOf } from '../../shared/ledger/signatory.ts';
import type { Member } from '../../shared/record/body/rosterBody.ts';
import type { Role } from '../../shared/record/words.ts';
import { toMs, type Ms } from '../../shared/time/instant.ts';
import { heldAt } from '../desk/acting.ts';
import type { BoardContext } from '../desk/boardContext.ts';
import type { Judged } from '../desk/changeShelf.ts';

interface Held {
  readonly role: Role;
  /** Whose role it is: one's own first, then those of members who delegated to this one. */
  readonly of: PersonId;
}

/** The roles in reach of this change in which a member may decide now, their own and delegated ones. */
export function rolesInReach(
  { file }: Pick<Judged, 'file'>,
  member: Member,
  { board, topology }: Pick<BoardContext, 'board' | 'topology'>,
  now: Ms,
): readonly Held[] {
  const text = shownText(file);
  const conflicted = conflictedPeople(file);
  const own = heldAt(member, now)
    .filter(({ reach }) => isInReach([reach], text, topology))
    .map(({ role }) => ({ role, of: member.person }));
  const delegated = (board.delegations ?? [])
    .map(({ record }) => record.body)
    .filter(({ to, from, until }) => to === member.person && toMs(from) <= now && now < toMs(until))
    .filter(({ person }) => !conflicted.has(person))
    .flatMap(({ person, roles }) => {
      const holder = memberOf(board.roster, person);
      const held = holder ? heldAt(holder, now) : [];
      return roles
        .filter(({ role, reach }) =>
          held.some((each) => each.role === role && isInReach([each.reach, reach], text, topology)),
        )
        .map(({ role }) => ({ role, of: person }));
    });
  return [...own, ...delegated];
}

/** For whom would this member decide in this role? Null for themselves, or where nobody delegated it. */
export function behalfOf(
  judged: Pick<Judged, 'file'>,
  role: Role,
  member: Member,
  context: Pick<BoardContext, 'board' | 'topology'>,
  now: Ms,
): PersonId | null {
  const held = rolesInReach(judged, member, context, now).filter((each) => each.role === role);
  return held[0] === undefined || held.some(({ of }) => of === member.person) ? null : held[0].of;
}
