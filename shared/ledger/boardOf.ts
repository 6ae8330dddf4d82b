import { TidegateError } from '../errors.ts';
import type { ServiceBody, SiteBody } from '../record/body/siteBody.ts';
import type { Filed } from '../record/envelope.ts';
import { toMs, type Ms } from '../time/instant.ts';
import { awaitedRevisions } from './awaited.ts';
import type { Board } from './board.ts';
import { earlierPolicies } from './earlierPolicies.ts';
import { isFutureDated } from './futureDated.ts';
import { standingTexts } from './standingTexts.ts';
import { isOfKind, type ChainKind, type LedgerState, type Link, type Revision } from './state.ts';
import { unforkedTexts } from './unforkedTexts.ts';
import { unionService, unionSite } from './unionBodies.ts';
import { isAlive, standingQuarantines } from './voidance.ts';
import { waitingOf } from './waiting.ts';
import { waitingPlaces } from './waitingPlaces.ts';

/** What the board says in this state; see `Replay.board`. */
export function boardOf(state: LedgerState, judgedAt?: Ms): Board {
  const { ledger, roster, policy } = state.chains;
  const identity = inForce(ledger, judgedAt);
  const sites = new Map<string, SiteBody>();
  const services = new Map<string, ServiceBody>();
  const windows = new Map<string, readonly Filed<'window'>[]>();
  const proposals: Filed<'window'>[] = [];
  const firstPublished = new Map<string, Ms>();
  const revisedServices = new Map<string, ServiceBody>();
  const forkedSites = new Map<string, readonly SiteBody[]>();
  const waiting = waitingPlaces(state, judgedAt);
  const earlier = waiting.flatMap((each) => each.earlier.map(({ filed }) => filed));
  for (const revisions of state.revisions.values()) {
    const { current: heads, proposals: asking } = standingTexts(state, revisions, judgedAt);
    proposals.push(...asking.filter((filed) => isOfKind(filed, 'window')));
    const siteBodies = heads.flatMap((filed) => (isOfKind(filed, 'site') ? [filed.record.body] : []));
    const serviceBodies = heads.flatMap((filed) => (isOfKind(filed, 'service') ? [filed.record.body] : []));
    const windowHeads = heads.filter((filed) => isOfKind(filed, 'window'));
    if (siteBodies[0]) {
      const { site } = siteBodies[0];
      const before = earlier.flatMap((filed) => (isOfKind(filed, 'site') ? [filed.record.body] : []));
      sites.set(site, unionSite([...siteBodies, ...before.filter((body) => body.site === site)]));
      if (siteBodies.length > 1) forkedSites.set(site, siteBodies);
    }
    if (serviceBodies[0]) {
      const { service } = serviceBodies[0];
      const before = earlier
        .flatMap((filed) => (isOfKind(filed, 'service') ? [filed.record.body] : []))
        .filter((body) => body.service === service);
      services.set(service, unionService([...serviceBodies, ...before]));
      if (before.length > 0) revisedServices.set(service, unionService(serviceBodies));
    }
    if (windowHeads[0]) windows.set(windowHeads[0].record.body.window, windowHeads);
    const published = firstPublication(state, revisions, judgedAt);
    if (windowHeads[0] && published !== null) firstPublished.set(windowHeads[0].record.body.window, published);
  }
  const places = { sites, services, waitingPlaces: waiting, revisedServices, forkedSites };
  const people = inForce(roster, judgedAt);
  const loosening = waitingOf(state, { ...places, windows, judgedAt });
  const now = judgedAt ?? state.clock.second?.at ?? 0;
  const { delegations, everGiven, templates } = unforkedTexts(state, judgedAt);
  return {
    ledger: state.ledger,
    rootFingerprint: state.root.fingerprint,
    head: state.head,
    length: state.length,
    identity,
    roster: people,
    policy: inForce(policy, judgedAt),
    ...places,
    windows,
    proposals,
    waiting: loosening,
    awaited: awaitedRevisions(state, { roster: people, waiting: loosening, now }),
    earlierPolicies: earlierPolicies(state, judgedAt),
    firstPublished,
    delegations,
    templates,
    voids: {
      keys: new Map(state.revokedKeys),
      roles: state.endedRoles,
      delegations: everGiven,
      paths: new Set(standingQuarantines(state).map(({ path }) => path)),
    },
    clock: state.clock.second?.at ?? null,
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

/** When a living text of this window was first published; null when none was. */
function firstPublication(state: LedgerState, revisions: readonly Revision[], judgedAt: Ms | undefined): Ms | null {
  const times = revisions.flatMap((revision) => {
    const { filed } = revision;
    const isPublished = isOfKind(filed, 'window') && filed.record.body.standing === 'published';
    return isPublished && isAlive(state, revision) && !isFutureDated(filed, judgedAt)
      ? [toMs(filed.record.signed.at)]
      : [];
  });
  return times.length > 0 ? Math.min(...times) : null;
}
