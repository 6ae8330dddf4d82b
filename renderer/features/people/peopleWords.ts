import { legibleLine } from '../../../shared/audit/legible.ts';
import type { DelegationView, DeskKeyView } from '../../../shared/api/peopleCalls.ts';
import type { RosterEdit } from '../../../shared/people/rosterEdit.ts';
import type { Reach } from '../../../shared/record/body/reach.ts';
import type { HeldRole, Member } from '../../../shared/record/body/rosterBody.ts';
import type { Role } from '../../../shared/record/words.ts';
import { SHORT_NAME } from '../../../shared/shortName.ts';
import { toMs, type Ms } from '../../../shared/time/instant.ts';
import { placeTime } from '../../../shared/time/placeTime.ts';
import type { Names } from '../../api/useCatalogue.ts';
import { readerZone } from '../../ui/readerZone.ts';
import { countWords } from '../../ui/spanWords.ts';
import { roleWords } from '../../ui/tradeWords.ts';

/** `SHA256:` and eight characters: enough to tell keys apart, and to compare over a shoulder. */
export function shortKey(fingerprint: string): string {
  return fingerprint.slice(0, 15);
}

/** Why nobody new can have this short name; undefined for one that is free, and while there is none. */
export function shortNameProblem(person: string, members: readonly Pick<Member, 'person'>[]): string | undefined {
  if (person !== '' && !SHORT_NAME.test(person)) return 'Small letters, digits and hyphens.';
  return members.some((member) => member.person === person) ? 'Somebody has this short name.' : undefined;
}

/** A machine: a member that was never anything but a pipeline. */
export function isPipeline({ roles }: Pick<Member, 'roles'>): boolean {
  return roles.length > 0 && roles.every(({ role }) => role === 'pipeline');
}

export const keyPlaces = {
  'key-store': 'in this system’s key store',
  'private-file': 'in a private file of this desk',
  'ssh-agent': 'in the SSH agent',
  'ssh-file': 'in an SSH key file',
} satisfies Record<DeskKeyView['place'], string>;

export const delegationWords = {
  runs: 'runs now',
  ahead: 'has not begun',
  over: 'is over',
  withdrawn: 'was taken back',
  forked: 'was given twice at the same time, and does not count',
} satisfies Record<DelegationView['standing'], string>;

/** What a reach covers: `everything`, `Lyon, Leeds; Tills`. */
export function reachWords(reach: Reach, names: Names): string {
  if (reach === 'everything') return 'everything';
  const parts = [
    (reach.sites ?? []).map(names.site),
    (reach.services ?? []).map(names.service),
    (reach.processes ?? []).map(names.service),
  ];
  const said = parts.filter((part) => part.length > 0).map((part) => part.join(', '));
  return said.join('; ') || 'nothing';
}

/** The same where there is little room: names while they are few, else how many of each. */
export function shortReach(reach: Reach, names: Names): string {
  if (reach === 'everything') return 'everything';
  const { sites = [], services = [], processes = [] } = reach;
  if (sites.length + services.length + processes.length <= 3) return reachWords(reach, names);
  const counts = [
    sites.length > 0 && countWords(sites.length, 'site'),
    services.length > 0 && countWords(services.length, 'service'),
    processes.length > 0 && countWords(processes.length, 'process', 'processes'),
  ];
  return counts.filter(Boolean).join(', ');
}

export type RoleStanding = 'held' | 'ahead' | 'over' | 'ended';

export function roleStanding({ from, until, ended }: HeldRole, now: Ms): RoleStanding {
  if (ended) return 'ended';
  if (from !== undefined && now < toMs(from)) return 'ahead';
  return until !== undefined && now >= toMs(until) ? 'over' : 'held';
}

/** A moment by the reader's clock. */
export function timeWords(at: Ms): string {
  return placeTime(at, readerZone);
}

/** `until Fri 4 Dec 2026, 18:00`, `from …`, both, or nothing. */
export function validityWords({ from, until }: Pick<HeldRole, 'from' | 'until'>): string {
  return [from && `from ${timeWords(toMs(from))}`, until && `until ${timeWords(toMs(until))}`]
    .filter(Boolean)
    .join(', ');
}

/** `Peer for Lyon, until Fri 4 Dec 2026, 18:00`. */
export function roleLine(given: HeldRole, names: Names): string {
  const validity = validityWords(given);
  return `${roleWords[given.role]} for ${reachWords(given.reach, names)}${validity ? `, ${validity}` : ''}`;
}

/** What one step of a revision does, as a sentence about people, in which no name can hide or turn anything round. */
export function stepWords(step: RosterEdit, names: Names, members: readonly Member[]): string {
  return legibleLine(stepSentence(step, names, members));
}

function stepSentence(step: RosterEdit, names: Names, members: readonly Member[]): string {
  const who = members.find(({ person }) => person === step.person)?.name ?? step.person;
  switch (step.edit) {
    case 'add-person':
      return `${step.name} (${step.person}) comes onto the board${step.team ? `, in ${step.team}` : ''}.`;
    case 'describe':
      return `${who} is written ${[step.name, step.email, step.team].filter(Boolean).join(', ')}.`;
    case 'drop-person':
      return `${who} leaves the roster with every key and role.`;
    case 'add-key':
      return `${who} may sign with the key “${step.key.label}”, ${shortKey(step.key.fingerprint)}.`;
    case 'drop-key':
      return `The key “${step.key.label}” of ${who}, ${shortKey(step.key.fingerprint)}, leaves the roster.`;
    case 'change-key':
      return keyWords(step, who);
    case 'add-role':
      return `${who} becomes ${roleLine(step.role, names)}.`;
    case 'drop-role':
      return `${who} is no longer ${roleLine(step.role, names)}.`;
    case 'change-role':
      return changedRole(step, who, names);
  }
}

function keyWords({ was, key }: Extract<RosterEdit, { edit: 'change-key' }>, who: string): string {
  const named = `The key “${was.label}” of ${who}, ${shortKey(was.fingerprint)},`;
  if (!key.revoked) return `${named} is called “${key.label}”.`;
  const why = key.revoked.reason === '' ? '' : ` “${key.revoked.reason}”`;
  return `${named} is revoked: what came in after the record stood at ${key.revoked.after.slice(0, 10)} never counts.${why}`;
}

function changedRole({ was, role }: Extract<RosterEdit, { edit: 'change-role' }>, who: string, names: Names): string {
  if (role.ended && !was.ended) {
    const voids = role.ended.voids ? ' Decisions in it that came in later are void.' : '';
    return `${who} is no longer ${roleLine(was, names)}.${voids}`;
  }
  return `${who} is ${roleLine(role, names)} instead of ${roleLine(was, names)}.`;
}

const kindNames: Readonly<Record<string, readonly [string, string]>> = {
  decision: ['decision', 'decisions'],
  request: ['change text', 'change texts'],
  evidence: ['piece of evidence', 'pieces of evidence'],
  receipt: ['receipt', 'receipts'],
  waiver: ['waiver', 'waivers'],
  review: ['review', 'reviews'],
  comment: ['comment', 'comments'],
  window: ['window', 'windows'],
  site: ['site', 'sites'],
  service: ['service', 'services'],
  cosign: ['countersignature', 'countersignatures'],
  template: ['template', 'templates'],
  meeting: ['meeting', 'meetings'],
  delegation: ['delegation', 'delegations'],
  checkpoint: ['checkpoint', 'checkpoints'],
  quarantine: ['quarantine', 'quarantines'],
};

/** `3 decisions`, `1 change text`. */
export function kindCount(kind: string, count: number): string {
  const [one, many] = kindNames[kind] ?? [kind, `${kind}s`];
  return countWords(count, one, many);
}

export function kindName(kind: string): string {
  return kindNames[kind]?.[0] ?? kind;
}

/** Each role once, in the order of the roster's words. */
export function roleNames(roles: readonly Role[]): string {
  return [...new Set(roles)].map((role) => roleWords[role]).join(', ');
}
