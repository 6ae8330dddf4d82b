import { TidegateError } from '../errors.ts';
import { canonical } from '../record/canonical.ts';
import type { HeldRole, Member, MemberKey } from '../record/body/rosterBody.ts';
import type { RosterEdit } from './rosterEdit.ts';

/**
 * The people after these steps, one after the other. Nothing that was there moves its place.
 *
 * @throws TidegateError `person-not-found`; `person-known`; `key-known`, with `why: 'revoked'` for one that was; `stale-record` when what a step replaces is
 *   not there any more
 */
export function editRoster(people: readonly Member[], edits: readonly RosterEdit[]): readonly Member[] {
  return edits.reduce<readonly Member[]>(step, people);
}

function step(people: readonly Member[], edit: RosterEdit): readonly Member[] {
  const { person } = edit;
  const known = people.find((member) => member.person === person);
  if (edit.edit === 'add-person') {
    if (known) throw new TidegateError('person-known', { person });
    return [...people, { ...described(edit), keys: [], roles: [] }];
  }
  if (!known) throw new TidegateError('person-not-found', { person });
  if (edit.edit === 'drop-person') return people.filter((member) => member !== known);
  if (edit.edit === 'add-key') requireNobodys(people, edit.key);
  const changed = changedMember(known, edit);
  return people.map((member) => (member === known ? changed : member));
}

function requireNobodys(people: readonly Member[], { fingerprint }: MemberKey): void {
  const holder = holderOf(people, { fingerprint });
  if (!holder) return;
  const isRevoked = holder.keys.some((key) => key.fingerprint === fingerprint && key.revoked);
  throw new TidegateError('key-known', {
    fingerprint,
    person: holder.person,
    ...(isRevoked ? { why: 'revoked' } : {}),
  });
}

function changedMember(member: Member, edit: Exclude<RosterEdit, { edit: 'add-person' | 'drop-person' }>): Member {
  switch (edit.edit) {
    case 'describe':
      return { ...described(edit), keys: member.keys, roles: member.roles };
    case 'add-key':
      return { ...member, keys: [...member.keys, edit.key] };
    case 'change-key':
      return { ...member, keys: replaced(member.keys, edit.was, [edit.key], edit.person) };
    case 'drop-key':
      return { ...member, keys: replaced(member.keys, edit.key, [], edit.person) };
    case 'add-role':
      return { ...member, roles: [...member.roles, edit.role] };
    case 'change-role':
      return { ...member, roles: replaced(member.roles, edit.was, [edit.role], edit.person) };
    case 'drop-role':
      return { ...member, roles: replaced(member.roles, edit.role, [], edit.person) };
  }
}

function replaced<T extends MemberKey | HeldRole>(list: readonly T[], was: T, now: readonly T[], person: string): T[] {
  const wanted = canonical(was);
  const at = list.findIndex((each) => canonical(each) === wanted);
  if (at < 0) throw new TidegateError('stale-record', { person });
  return list.toSpliced(at, 1, ...now);
}

function described({
  person,
  name,
  email,
  team,
}: Extract<RosterEdit, { edit: 'describe' | 'add-person' }>): Omit<Member, 'keys' | 'roles'> {
  return { person, name, ...(email ? { email } : {}), ...(team ? { team } : {}) };
}

/** Whose key is this, on this roster? */
export function holderOf(
  people: readonly Member[],
  { fingerprint }: Pick<MemberKey, 'fingerprint'>,
): Member | undefined {
  return people.find(({ keys }) => keys.some((key) => key.fingerprint === fingerprint));
}
