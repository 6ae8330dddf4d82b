import type { PersonId } from '../ids.ts';
import type { Reach } from '../record/body/reach.ts';
import type { Filed } from '../record/envelope.ts';
import { actsFor } from './delegations.ts';
import { entitledRoles, refused, type Entitlement } from './entitledRoles.ts';
import { createReachTest, touchedSites } from './reach.ts';
import { holds, type Signatory } from './signatory.ts';
import { isOfKind, type ChangeFacts, type LedgerState } from './state.ts';

/** Whoever is a member may say something, also one whose roles have ended; a review is for those who did the work. */
export function aboutChange(
  state: LedgerState,
  { record }: Filed<'review' | 'comment'>,
  signatory: Signatory,
): Entitlement {
  if (record.kind === 'review' && !holds(signatory, entitledRoles.review)) return refused(record.kind);
  return state.changes.has(record.body.change) ? 'entitled' : { reason: 'wrong-follows', detail: record.body.change };
}

/** Whoever asks for the work or does it may write one; alone it lifts nothing, unless a named holder breaks the glass. */
export function waiverEntitlement(state: LedgerState, { record }: Filed<'waiver'>, signatory: Signatory): Entitlement {
  const facts = state.changes.get(record.body.change);
  if (!facts) return { reason: 'wrong-follows', detail: record.body.change };
  if (!record.body.breakGlass) return holds(signatory, ['requester', 'implementer']) ? 'entitled' : refused('waiver');
  if (!holds(signatory, ['break-glass'])) return refused('break-glass');
  const { anyOf } = createReachTest(state);
  const covers = (reach: Reach) => anyOf([reach], facts.services, touchedSites(state, facts));
  return holds(signatory, ['break-glass'], covers) ? 'entitled' : { reason: 'not-in-reach', detail: 'break-glass' };
}

/** A waiver is signed as owner of a freeze, or in a role that reaches the change; never by its author or implementer. */
export function waiverCosign(state: LedgerState, { record }: Filed<'cosign'>, signatory: Signatory): Entitlement {
  const { role, of } = record.body;
  const facts = state.changes.get(of.subject ?? '');
  if (!facts) return { reason: 'wrong-follows', detail: of.subject ?? '' };
  const { person } = signatory;
  if (facts.revisions.some(({ author, implementer }) => author.person === person || implementer === person))
    return { reason: 'self-approval', detail: person };
  if (role === undefined) return ownsWindow(state, person) ? 'entitled' : refused('waiver');
  const { anyOf } = createReachTest(state);
  if (role !== 'change-manager' && role !== 'director') return refused(role);
  const covers = (reach: Reach) => anyOf([reach], facts.services, touchedSites(state, facts));
  if (!holds(signatory, [role])) return refused(role);
  return holds(signatory, [role], covers) ? 'entitled' : { reason: 'not-in-reach', detail: role };
}

export function requestEntitlement(
  state: LedgerState,
  { record }: Filed<'request'>,
  signatory: Signatory,
): Entitlement {
  if (!holds(signatory, entitledRoles.request)) return refused('request');
  const revisions = state.changes.get(record.body.change)?.revisions ?? [];
  if (record.body.follows.length === 0 || holds(signatory, ['change-manager'])) return 'entitled';
  const followed = revisions.filter(({ digest }) => record.body.follows.includes(digest));
  const first = revisions.find(({ follows }) => follows.length === 0);
  const own = first?.author.person === signatory.person || followed.every(isImplementedBy(signatory.person));
  return own ? 'entitled' : refused('follow');
}

function isImplementedBy(person: PersonId): (given: { readonly implementer: PersonId }) => boolean {
  return ({ implementer }) => implementer === person;
}

/** Author and implementer never decide, nor does anybody for them; a role is one's own, or delegated. */
export function decisionEntitlement(
  state: LedgerState,
  { record }: Filed<'decision'>,
  signatory: Signatory,
): Entitlement {
  const { role, change, onBehalfOf } = record.body;
  const facts = state.changes.get(change);
  if (!facts) return { reason: 'wrong-follows', detail: change };
  const conflicted = [signatory.person, ...(onBehalfOf === undefined ? [] : [onBehalfOf])].find(isConflictedIn(facts));
  if (conflicted !== undefined) return { reason: 'self-approval', detail: conflicted };
  if (!entitledRoles.decision.includes(role)) return refused(role);
  const may = (covers: (reaches: readonly Reach[]) => boolean) =>
    onBehalfOf === undefined
      ? holds(signatory, [role], (reach) => covers([reach]))
      : actsFor(state, signatory, { person: onBehalfOf, role }, covers);
  if (!may(() => true)) return refused(role);
  const { anyOf } = createReachTest(state);
  const sites = touchedSites(state, facts);
  return may((reaches) => anyOf(reaches, facts.services, sites))
    ? 'entitled'
    : { reason: 'not-in-reach', detail: role };
}

/** Who wrote any text of the change, or is to do the work by one that nobody has followed? */
function isConflictedIn({ revisions }: ChangeFacts): (person: PersonId) => boolean {
  const followed = new Set(revisions.flatMap(({ follows }) => follows));
  return (person) =>
    revisions.some(
      ({ author, implementer, digest }) =>
        author.person === person || (implementer === person && !followed.has(digest)),
    );
}

export function receiptEntitlement(
  state: LedgerState,
  { record }: Filed<'receipt'>,
  signatory: Signatory,
): Entitlement {
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

/** Is this person named as the owner of a window? Then their signature can end the wait of one that loosens it. */
export function ownsWindow(state: LedgerState, person: PersonId): boolean {
  return [...state.revisions.values()].some((revisions) =>
    revisions.some(({ filed }) => isOfKind(filed, 'window') && filed.record.body.owner === person),
  );
}
