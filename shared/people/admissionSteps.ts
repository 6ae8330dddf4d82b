import type { Fingerprint, PersonId } from '../ids.ts';
import type { HeldRole, Member, MemberKey } from '../record/body/rosterBody.ts';
import type { RosterEdit } from './rosterEdit.ts';

export interface Admission {
  readonly person: PersonId;
  readonly name: string;
  readonly email?: string | undefined;
  readonly team?: string | undefined;
  readonly roles: readonly HeldRole[];
  /** The lost key in whose place the new one comes. */
  readonly revokes: { readonly fingerprint: Fingerprint; readonly after: string; readonly reason: string } | null;
}

/** The steps that let a key in, as they are shown and as they are signed; `member` when the person is one already. */
export function admissionSteps(key: MemberKey, given: Admission, member: Member | undefined): RosterEdit[] {
  const { person, name, email, team, roles, revokes } = given;
  const described = { person, name, ...(email ? { email } : {}), ...(team ? { team } : {}) };
  const lost = member?.keys.find(({ fingerprint }) => fingerprint === revokes?.fingerprint);
  const steps: RosterEdit[] = member ? [] : [{ edit: 'add-person', ...described }];
  steps.push({ edit: 'add-key', person, key });
  if (lost && revokes) {
    const revoked = { after: revokes.after, reason: revokes.reason };
    steps.push({ edit: 'change-key', person, was: lost, key: { ...lost, revoked } });
  }
  return [...steps, ...roles.map((role) => ({ edit: 'add-role' as const, person, role }))];
}
