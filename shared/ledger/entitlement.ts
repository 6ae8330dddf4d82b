import type { PersonId } from '../ids.ts';
import type { Reach } from '../record/body/reach.ts';
import type { RosterBody } from '../record/body/rosterBody.ts';
import type { Filed } from '../record/envelope.ts';
import type { Ms } from '../time/instant.ts';
import {
  aboutChange,
  decisionEntitlement,
  ownsWindow,
  receiptEntitlement,
  requestEntitlement,
  waiverCosign,
  waiverEntitlement,
} from './changeEntitlement.ts';
import { delegationRefusal } from './delegations.ts';
import { entitledRoles, refused, type Entitlement } from './entitledRoles.ts';
import { createReachTest } from './reach.ts';
import { holds, isHeld, memberOf, type Signatory } from './signatory.ts';
import { isOfKind, type LedgerState, type SubjectKind } from './state.ts';
import { isAlive } from './voidance.ts';

export function entitlementOf(state: LedgerState, filed: Filed, signatory: Signatory): Entitlement {
  const { kind } = filed.record;
  if (isOfKind(filed, 'decision')) return decisionEntitlement(state, filed, signatory);
  if (isOfKind(filed, 'receipt')) return receiptEntitlement(state, filed, signatory);
  if (isOfKind(filed, 'request')) return requestEntitlement(state, filed, signatory);
  if (isOfKind(filed, 'cosign')) return cosignEntitlement(state, filed, signatory);
  if (isOfKind(filed, 'waiver')) return waiverEntitlement(state, filed, signatory);
  if (isOfKind(filed, 'review') || isOfKind(filed, 'comment')) return aboutChange(state, filed, signatory);
  if (isOfKind(filed, 'delegation')) return delegationRefusal(state, filed, signatory) ?? 'entitled';
  if (isOfKind(filed, 'template')) return holds(signatory, entitledRoles[kind]) ? 'entitled' : refused(kind);
  if (!holds(signatory, entitledRoles[kind])) return refused(kind);
  if (!isOfSubject(filed)) return 'entitled';
  const covers = reachOver(state, [filed, ...replacedBy(state, filed)]);
  return holds(signatory, entitledRoles[kind], covers) ? 'entitled' : 'beyond-reach';
}

/** Did this revision need a change manager's signature, as its author's reach is now? */
export function needsCosign(state: LedgerState, filed: Filed<SubjectKind>): boolean {
  const roster = state.chains.roster.at(-1)?.filed.record.body;
  const author = roster && memberOf(roster, filed.record.signed.by);
  const covers = reachOver(state, [filed, ...replacedBy(state, filed)]);
  const roles = entitledRoles[filed.record.kind];
  return !author?.roles.some((given) => roles.includes(given.role) && covers(given.reach));
}

export function isOfSubject(filed: Filed): filed is Filed<SubjectKind> {
  return subjectKinds.has(filed.record.kind);
}

const subjectKinds: ReadonlySet<string> = new Set<SubjectKind>(['site', 'service', 'window', 'template', 'delegation']);

/** `window/black-friday`: what revisions of a subject are kept under. */
export function subjectOf(filed: Filed<SubjectKind>): string {
  if (isOfKind(filed, 'site')) return `site/${filed.record.body.site}`;
  if (isOfKind(filed, 'service')) return `service/${filed.record.body.service}`;
  if (isOfKind(filed, 'template')) return `template/${filed.record.body.template}`;
  if (isOfKind(filed, 'delegation')) return `delegation/${filed.record.body.person}`;
  return isOfKind(filed, 'window') ? `window/${filed.record.body.window}` : '';
}

/** It asks to be published, and takes the place of nothing until then. */
export function isProposal(filed: Filed<SubjectKind>): boolean {
  return isOfKind(filed, 'window') && filed.record.body.standing === 'proposed';
}

/** The living revisions that this text would replace; those that do not count, and proposals, are looked through. */
function replacedBy(state: LedgerState, filed: Filed<SubjectKind>): Filed<SubjectKind>[] {
  const known = new Map(state.revisions.get(subjectOf(filed))?.map((revision) => [revision.filed.digest, revision]));
  const replaced: Filed<SubjectKind>[] = [];
  const walk = [...filed.record.body.follows];
  for (let digest = walk.pop(); digest !== undefined; digest = walk.pop()) {
    const revision = known.get(digest);
    known.delete(digest);
    const isLiving = revision !== undefined && isAlive(state, revision);
    if (isLiving) replaced.push(revision.filed);
    if (!isLiving || isProposal(revision.filed)) walk.push(...(revision?.filed.record.body.follows ?? []));
  }
  return replaced;
}

/** A reach that covers the new text and every text it replaces: taking a freeze away needs the reach over it. */
function reachOver(state: LedgerState, all: readonly Filed<SubjectKind>[]): (reach: Reach) => boolean {
  const test = createReachTest(state);
  return (reach) =>
    all.every((filed) => {
      if (isOfKind(filed, 'site')) return test.site(reach, filed.record.body.site);
      if (isOfKind(filed, 'service')) return test.service(reach, filed.record.body.service);
      // Templates and delegations are about no place.
      return !isOfKind(filed, 'window') || test.scope(reach, filed.record.body.scope);
    });
}

function cosignEntitlement(state: LedgerState, filed: Filed<'cosign'>, signatory: Signatory): Entitlement {
  const { record } = filed;
  const { kind, digest } = record.body.of;
  if (kind === 'waiver') return waiverCosign(state, filed, signatory);
  if (kind === 'request') return holds(signatory, entitledRoles.request) ? 'entitled' : refused(kind);
  if (kind === 'policy' && holds(signatory, ['change-manager'], isEverything)) return 'entitled';
  if (kind === 'ledger' || kind === 'roster' || kind === 'policy')
    return holds(signatory, ['admin']) ? 'entitled' : refused(kind);
  if (kind === 'window' && ownsWindow(state, signatory.person)) return 'entitled';
  // A place has no owner by name: whoever could have revised it may agree to what another made of it.
  const roles = kind === 'window' ? (['change-manager'] as const) : entitledRoles[kind];
  if (!holds(signatory, roles)) return refused(kind);
  return holds(signatory, roles, reachOfCosign(state, record.body.of))
    ? 'entitled'
    : { reason: 'not-in-reach', detail: `${kind} ${digest}` };
}

/** Which members could sign this text as change managers, by what they hold and reach at this moment? */
export function couldManage(
  state: LedgerState,
  filed: Filed<SubjectKind>,
  { people }: RosterBody,
  at: Ms,
): readonly PersonId[] {
  const covers = reachOver(state, [filed, ...replacedBy(state, filed)]);
  return people
    .filter(({ roles }) =>
      roles.some((given) => given.role === 'change-manager' && isHeld(given, at) && covers(given.reach)),
    )
    .map(({ person }) => person);
}

/** Does this member sign it as a change manager, with a reach over what it says and what that replaces? */
export function isManaged(state: LedgerState, filed: Filed, signatory: Signatory): boolean {
  if (isOfSubject(filed)) {
    const covers = reachOver(state, [filed, ...replacedBy(state, filed)]);
    return holds(signatory, ['change-manager'], covers);
  }
  if (!isOfKind(filed, 'cosign')) return false;
  const { of } = filed.record.body;
  if (of.kind === 'policy') return holds(signatory, ['change-manager'], isEverything);
  if (of.kind !== 'window' && of.kind !== 'site' && of.kind !== 'service') return false;
  return holds(signatory, ['change-manager'], reachOfCosign(state, of));
}

/** A reach over the revision that is signed, wherever it waits or stands; over everything while it is not known. */
function reachOfCosign(
  state: LedgerState,
  { kind, subject, digest }: Filed<'cosign'>['record']['body']['of'],
): (reach: Reach) => boolean {
  const standing = state.revisions.get(`${kind}/${subject}`)?.find(({ filed }) => filed.digest === digest);
  const signed = state.pending.get(digest)?.filed ?? standing?.filed;
  if (!signed || !isOfSubject(signed)) return isEverything;
  return reachOver(state, [signed, ...replacedBy(state, signed)]);
}

function isEverything(reach: Reach): boolean {
  return reach === 'everything';
}
