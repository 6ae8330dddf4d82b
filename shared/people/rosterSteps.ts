import { canonical } from '../record/canonical.ts';
import type { HeldRole, Member, MemberKey } from '../record/body/rosterBody.ts';
import type { RosterEdit } from './rosterEdit.ts';

/**
 * The steps that lead from one roster to another: every difference, and nothing else. `editRoster` with them gives the
 * second roster again, whatever the order of its lists.
 */
export function rosterSteps(before: readonly Member[], after: readonly Member[]): readonly RosterEdit[] {
  const was = new Map(before.map((member) => [member.person, member]));
  const is = new Map(after.map((member) => [member.person, member]));
  const gone = before.filter(({ person }) => !is.has(person));
  // Keys that leave go first: they may come back under another name.
  return [
    ...gone.map(({ person }): RosterEdit => ({ edit: 'drop-person', person })),
    ...after.flatMap((member) => leaving(was.get(member.person), member)),
    ...after.flatMap((member) => staying(was.get(member.person), member)),
  ];
}

function leaving(was: Member | undefined, { person, keys }: Member): readonly RosterEdit[] {
  const kept = new Set(keys.map(({ fingerprint }) => fingerprint));
  return (was?.keys ?? [])
    .filter(({ fingerprint }) => !kept.has(fingerprint))
    .map((key) => ({ edit: 'drop-key', person, key }));
}

function staying(was: Member | undefined, is: Member): readonly RosterEdit[] {
  return [...described(was, is), ...keySteps(was?.keys ?? [], is), ...roleSteps(was?.roles ?? [], is)];
}

function described(was: Member | undefined, { person, name, email, team }: Member): readonly RosterEdit[] {
  const said = { person, name, ...(email ? { email } : {}), ...(team ? { team } : {}) };
  if (!was) return [{ edit: 'add-person', ...said }];
  const isSame = was.name === name && (was.email ?? '') === (email ?? '') && (was.team ?? '') === (team ?? '');
  return isSame ? [] : [{ edit: 'describe', ...said }];
}

function keySteps(was: readonly MemberKey[], { person, keys }: Member): readonly RosterEdit[] {
  return keys.flatMap((key): RosterEdit[] => {
    const before = was.find(({ fingerprint }) => fingerprint === key.fingerprint);
    if (!before) return [{ edit: 'add-key', person, key }];
    return canonical(before) === canonical(key) ? [] : [{ edit: 'change-key', person, was: before, key }];
  });
}

/** Roles have no name of their own: one that is gone and one of the same name that is new are one that changed. */
function roleSteps(was: readonly HeldRole[], { person, roles }: Member): readonly RosterEdit[] {
  const left = [...was];
  const fresh: HeldRole[] = [];
  for (const role of roles) {
    const at = left.findIndex((each) => canonical(each) === canonical(role));
    if (at >= 0) left.splice(at, 1);
    else fresh.push(role);
  }
  const steps = fresh.map((role): RosterEdit => {
    const at = left.findIndex((each) => each.role === role.role);
    const [before] = at >= 0 ? left.splice(at, 1) : [];
    return before ? { edit: 'change-role', person, was: before, role } : { edit: 'add-role', person, role };
  });
  return [...left.map((role): RosterEdit => ({ edit: 'drop-role', person, role })), ...steps];
}
