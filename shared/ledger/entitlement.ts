import type { PersonId } from '../ids.ts';
import type { Reach } from '../record/body/reach.ts';
import type { Filed } from '../record/envelope.ts';
import type { Kind } from '../record/kinds.ts';
import { roles as every, type Role } from '../record/words.ts';
import { createReachTest, touchedSites } from './reach.ts';
import { holds, memberOf, type Refusal, type Signatory } from './signatory.ts';
import { isOfKind, type LedgerState, type SubjectKind } from './state.ts';
import { isAlive } from './voidance.ts';

const everyDecider = [
  ...(['peer', 'service-owner', 'business-owner', 'process-owner', 'finance-owner', 'security'] as const),
  ...(['recovery-owner', 'change-manager', 'chair', 'director', 'provider'] as const),
];

/** Roles any one of which entitles to a kind at all; reach and the rest are judged kind by kind. */
export const entitledRoles: Readonly<Record<Kind, readonly Role[]>> = {
  ledger: ['admin'],
  roster: ['admin'],
  policy: ['admin'],
  site: ['service-owner', 'business-owner', 'change-manager'],
  service: ['service-owner', 'business-owner', 'change-manager'],
  window: ['business-owner', 'service-owner', 'change-manager'],
  request: ['requester', 'implementer', 'change-manager'],
  decision: everyDecider,
  evidence: ['requester', 'implementer', 'peer', 'pipeline'],
  receipt: ['pipeline', 'implementer'],
  waiver: ['requester', 'implementer', 'break-glass'],
  review: ['implementer', 'change-manager'],
  comment: every,
  template: ['change-manager'],
  meeting: ['chair', 'change-manager'],
  delegation: every,
  // Anybody may ask; it never counts by itself.
  enrolment: [],
  cosign: ['admin', 'change-manager', 'director', 'requester', 'implementer', 'business-owner', 'service-owner'],
  checkpoint: ['admin', 'auditor'],
  quarantine: ['change-manager'],
};

/** May this member say this? `beyond-reach`: entitled, but it waits for a change manager's signature. */
export type Entitlement = 'entitled' | 'beyond-reach' | Refusal;

export function entitlementOf(state: LedgerState, filed: Filed, signatory: Signatory): Entitlement {
  const { kind } = filed.record;
  if (isOfKind(filed, 'decision')) return decisionEntitlement(state, filed, signatory);
  if (isOfKind(filed, 'receipt')) return receiptEntitlement(state, filed, signatory);
  if (isOfKind(filed, 'request')) return requestEntitlement(state, filed, signatory);
  if (isOfKind(filed, 'cosign')) return cosignEntitlement(state, filed, signatory);
  if (isOfKind(filed, 'waiver')) return waiverEntitlement(state, filed, signatory);
  if (isOfKind(filed, 'review') || isOfKind(filed, 'comment')) return aboutChange(state, filed, signatory);
  if (isOfKind(filed, 'delegation') && filed.record.body.person !== signatory.person) return refused('delegation');
  if (isOfKind(filed, 'template') || isOfKind(filed, 'delegation'))
    return holds(signatory, entitledRoles[kind]) ? 'entitled' : refused(kind);
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

function aboutChange(state: LedgerState, { record }: Filed<'review' | 'comment'>, signatory: Signatory): Entitlement {
  if (!holds(signatory, entitledRoles[record.kind])) return refused(record.kind);
  return state.changes.has(record.body.change) ? 'entitled' : { reason: 'wrong-follows', detail: record.body.change };
}

/** Whoever asks for the work or does it may write one; alone it lifts nothing, unless a named holder breaks the glass. */
function waiverEntitlement(state: LedgerState, { record }: Filed<'waiver'>, signatory: Signatory): Entitlement {
  const facts = state.changes.get(record.body.change);
  if (!facts) return { reason: 'wrong-follows', detail: record.body.change };
  if (!record.body.breakGlass) return holds(signatory, ['requester', 'implementer']) ? 'entitled' : refused('waiver');
  if (!holds(signatory, ['break-glass'])) return refused('break-glass');
  const { anyOf } = createReachTest(state);
  const covers = (reach: Reach) => anyOf(reach, facts.services, touchedSites(state, facts));
  return holds(signatory, ['break-glass'], covers) ? 'entitled' : { reason: 'not-in-reach', detail: 'break-glass' };
}

/** A waiver is signed as owner of a freeze, or in a role that reaches the change; never by its author or implementer. */
function waiverCosign(state: LedgerState, { record }: Filed<'cosign'>, signatory: Signatory): Entitlement {
  const { role, of } = record.body;
  const facts = state.changes.get(of.subject ?? '');
  if (!facts) return { reason: 'wrong-follows', detail: of.subject ?? '' };
  const { person } = signatory;
  if (facts.revisions.some(({ author, implementer }) => author.person === person || implementer === person))
    return { reason: 'self-approval', detail: person };
  if (role === undefined) return ownsWindow(state, person) ? 'entitled' : refused('waiver');
  const { anyOf } = createReachTest(state);
  if (role !== 'change-manager' && role !== 'director') return refused(role);
  const covers = (reach: Reach) => anyOf(reach, facts.services, touchedSites(state, facts));
  if (!holds(signatory, [role])) return refused(role);
  return holds(signatory, [role], covers) ? 'entitled' : { reason: 'not-in-reach', detail: role };
}

function requestEntitlement(state: LedgerState, { record }: Filed<'request'>, signatory: Signatory): Entitlement {
  if (!holds(signatory, entitledRoles.request)) return refused('request');
  const revisions = state.changes.get(record.body.change)?.revisions ?? [];
  if (record.body.follows.length === 0 || holds(signatory, ['change-manager'])) return 'entitled';
  const followed = revisions.filter(({ digest }) => record.body.follows.includes(digest));
  const own = revisions[0]?.author.person === signatory.person || followed.every(isImplementedBy(signatory.person));
  return own ? 'entitled' : refused('follow');
}

function isImplementedBy(person: PersonId): (given: { readonly implementer: PersonId }) => boolean {
  return ({ implementer }) => implementer === person;
}

function decisionEntitlement(state: LedgerState, { record }: Filed<'decision'>, signatory: Signatory): Entitlement {
  const { role, change } = record.body;
  const facts = state.changes.get(change);
  if (!facts) return { reason: 'wrong-follows', detail: change };
  const followed = new Set(facts.revisions.flatMap(({ follows }) => follows));
  const own = facts.revisions.some(
    ({ author, implementer, digest }) =>
      author.person === signatory.person || (implementer === signatory.person && !followed.has(digest)),
  );
  if (own) return { reason: 'self-approval', detail: signatory.person };
  if (!entitledRoles.decision.includes(role) || !holds(signatory, [role])) return refused(role);
  const { anyOf } = createReachTest(state);
  const inReach = holds(signatory, [role], (reach) => anyOf(reach, facts.services, touchedSites(state, facts)));
  return inReach ? 'entitled' : { reason: 'not-in-reach', detail: role };
}

function receiptEntitlement(state: LedgerState, { record }: Filed<'receipt'>, signatory: Signatory): Entitlement {
  const { change, services, site } = record.body;
  const facts = state.changes.get(change);
  if (!facts) return { reason: 'wrong-follows', detail: change };
  const isOwn = facts.revisions.some(isImplementedBy(signatory.person));
  if (isOwn && holds(signatory, ['implementer'])) return 'entitled';
  if (!holds(signatory, ['pipeline'])) return refused('receipt');
  const test = createReachTest(state);
  const inReach = holds(
    signatory,
    ['pipeline'],
    (reach) =>
      (services.length > 0 && services.every((id) => test.service(reach, id))) ||
      (site !== undefined && test.site(reach, site)) ||
      reach === 'everything',
  );
  return inReach ? 'entitled' : { reason: 'not-in-reach', detail: services.join(' ').slice(0, 200) };
}

function cosignEntitlement(state: LedgerState, filed: Filed<'cosign'>, signatory: Signatory): Entitlement {
  const { record } = filed;
  const { kind, digest } = record.body.of;
  if (kind === 'waiver') return waiverCosign(state, filed, signatory);
  if (kind === 'request') return holds(signatory, entitledRoles.request) ? 'entitled' : refused(kind);
  if (kind === 'ledger' || kind === 'roster' || kind === 'policy')
    return holds(signatory, ['admin']) ? 'entitled' : refused(kind);
  if (kind === 'window' && ownsWindow(state, signatory.person)) return 'entitled';
  if (!holds(signatory, ['change-manager'])) return refused(kind);
  return holds(signatory, ['change-manager'], reachOfCosign(state, record.body.of))
    ? 'entitled'
    : { reason: 'not-in-reach', detail: `${kind} ${digest}` };
}

/** Does this member sign it as a change manager, with a reach over what it says and what that replaces? */
export function isManaged(state: LedgerState, filed: Filed, signatory: Signatory): boolean {
  if (isOfSubject(filed)) {
    const covers = reachOver(state, [filed, ...replacedBy(state, filed)]);
    return holds(signatory, ['change-manager'], covers);
  }
  if (!isOfKind(filed, 'cosign')) return false;
  const { of } = filed.record.body;
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
  if (!signed || !isOfSubject(signed)) return (reach) => reach === 'everything';
  return reachOver(state, [signed, ...replacedBy(state, signed)]);
}

/** Is this person named as the owner of a window? Then their signature can end the wait of one that loosens it. */
function ownsWindow(state: LedgerState, person: PersonId): boolean {
  return [...state.revisions.values()].some((revisions) =>
    revisions.some(({ filed }) => isOfKind(filed, 'window') && filed.record.body.owner === person),
  );
}

function refused(detail: string): Refusal {
  return { reason: 'not-entitled', detail };
}
