import type { PeopleView } from '../../shared/api/peopleCalls.ts';
import { thresholdOf } from '../../shared/ledger/chain.ts';
import { isAdmin } from '../../shared/people/rosterProblem.ts';
import { toMs } from '../../shared/time/instant.ts';
import { rolesAt } from '../desk/acting.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { delegations } from './peopleDelegations.ts';

/** Everybody on the roster, with what this desk may do about it. */
export function peopleView(desk: DeskParts): PeopleView {
  const { model, acting, keyring, now } = desk;
  const { roster, recoveries = [] } = model.board();
  const held = new Set(keyring.keys().map(({ fingerprint }) => fingerprint));
  const given = delegations(desk);
  const me = acting.reader();
  return {
    members: roster.people.map((member) => ({
      member,
      here: member.keys.map(({ fingerprint }) => fingerprint).filter((fingerprint) => held.has(fingerprint)),
      delegation: given.get(member.person) ?? null,
    })),
    me: me.person || null,
    mayEdit: rolesAt(me, now()).includes('admin'),
    admins: roster.people.filter((member) => isAdmin(member, now())).map(({ person }) => person),
    threshold: thresholdOf(roster, now()),
    recoveries: recoveries.map(({ record }) => toMs(record.signed.at)),
    head: model.replay().board().head,
  };
}
