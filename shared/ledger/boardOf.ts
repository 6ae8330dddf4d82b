import { TidegateError } from '../errors.ts';
import type { ServiceBody, SiteBody } from '../record/body/siteBody.ts';
import type { Filed } from '../record/envelope.ts';
import type { Ms } from '../time/instant.ts';
import type { Board } from './board.ts';
import { isFutureDated } from './futureDated.ts';
import { headsOf } from './heads.ts';
import { isOfKind, type ChainKind, type LedgerState, type Link, type Revision, type SubjectKind } from './state.ts';
import { unionService, unionSite } from './unionBodies.ts';
import { isAlive, standingQuarantines } from './voidance.ts';

/** What the board says in this state; see `Replay.board`. */
export function boardOf(state: LedgerState, judgedAt?: Ms): Board {
  const { ledger, roster, policy } = state.chains;
  const identity = inForce(ledger, judgedAt);
  const sites = new Map<string, SiteBody>();
  const services = new Map<string, ServiceBody>();
  const windows = new Map<string, readonly Filed<'window'>[]>();
  for (const revisions of state.revisions.values()) {
    const heads = currentOf(state, revisions, judgedAt);
    const siteBodies = heads.flatMap((filed) => (isOfKind(filed, 'site') ? [filed.record.body] : []));
    const serviceBodies = heads.flatMap((filed) => (isOfKind(filed, 'service') ? [filed.record.body] : []));
    const windowHeads = heads.filter((filed) => isOfKind(filed, 'window'));
    if (siteBodies[0]) sites.set(siteBodies[0].site, unionSite(siteBodies));
    if (serviceBodies[0]) services.set(serviceBodies[0].service, unionService(serviceBodies));
    if (windowHeads[0]) windows.set(windowHeads[0].record.body.window, windowHeads);
  }
  return {
    ledger: state.ledger,
    rootFingerprint: state.root.fingerprint,
    head: state.head,
    length: state.length,
    identity,
    roster: inForce(roster, judgedAt),
    policy: inForce(policy, judgedAt),
    sites,
    services,
    windows,
    voids: {
      keys: new Map(state.revokedKeys),
      roles: state.endedRoles,
      paths: new Set(standingQuarantines(state).map(({ path }) => path)),
    },
    recoveries: roster.map(({ filed }) => filed).filter(({ record }) => record.body.recovery === true),
  };
}

function inForce<K extends ChainKind>(
  links: readonly Link<K>[],
  judgedAt: Ms | undefined,
): Link<K>['filed']['record']['body'] {
  const link = links.findLast(({ filed }) => !isFutureDated(filed, judgedAt)) ?? links[0];
  if (!link) throw new TidegateError('ledger-halted', { why: 'first-commit' });
  return link.filed.record.body;
}

/** The revisions of one subject that apply: living, not of the future, followed by nobody who counts. */
export function currentOf(
  state: LedgerState,
  revisions: readonly Revision[],
  judgedAt?: Ms,
): readonly Filed<SubjectKind>[] {
  const [only, ...others] = revisions;
  const counts = (revision: Revision) => isAlive(state, revision) && !isFutureDated(revision.filed, judgedAt);
  if (only && others.length === 0) return counts(only) ? [only.filed] : [];
  const linked = revisions.map((revision) => {
    const { digest, record } = revision.filed;
    return { digest, follows: record.body.follows, revision };
  });
  return headsOf(linked, ({ revision }) => counts(revision)).map(({ revision }) => revision.filed);
}
