import type { CommitId, Fingerprint, LedgerId, PersonId, ServiceId, SiteId, WindowId } from '../ids.ts';
import type { LedgerBody } from '../record/body/ledgerBody.ts';
import type { PolicyBody } from '../record/body/policyBody.ts';
import type { RosterBody } from '../record/body/rosterBody.ts';
import type { ServiceBody, SiteBody } from '../record/body/siteBody.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import type { Filed } from '../record/envelope.ts';
import type { Ms } from '../time/instant.ts';
import { createTopology, type Topology } from '../topology/createTopology.ts';
import { createWindowContext, type WindowContext } from '../window/windowContext.ts';
import { otherMapsOf, type WaitingPlace } from './otherMaps.ts';
import type { ChainKind } from './state.ts';
import type { Voids } from './voids.ts';

/**
 * Everything small that the board has said, as it stands at one commit: what every judgement reads.
 * A forked site, service or window has several current revisions; a window's all apply (union).
 */
export interface Board {
  readonly ledger: LedgerId;
  readonly rootFingerprint: Fingerprint;
  readonly head: CommitId;
  /** How many commits the line has up to and including `head`. */
  readonly length: number;
  readonly identity: LedgerBody;
  readonly roster: RosterBody;
  readonly policy: PolicyBody;
  readonly sites: ReadonlyMap<SiteId, SiteBody>;
  readonly services: ReadonlyMap<ServiceId, ServiceBody>;
  /** Current revisions per window, withdrawn ones included; usually one, more while forked. */
  readonly windows: ReadonlyMap<WindowId, readonly Filed<'window'>[]>;
  /** Revisions that ask to take the place of a window's current ones. */
  readonly proposals?: readonly Filed<'window'>[];
  /** Windows that were loosened and wait: their earlier texts apply as well. */
  readonly waiting?: readonly Waiting[];
  /** Sites and services that were revised and wait: their earlier texts apply as well. */
  readonly waitingPlaces?: readonly WaitingPlace[];
  /** Of services that wait: what their current texts alone say; `services` has what all texts say together. */
  readonly revisedServices?: ReadonlyMap<ServiceId, ServiceBody>;
  /** The current texts of sites that have several; all apply. */
  readonly forkedSites?: ReadonlyMap<SiteId, readonly SiteBody[]>;
  /** Policies before the one in force that still apply beside it, oldest first, and when each runs out. */
  readonly earlierPolicies?: readonly { readonly policy: PolicyBody; readonly until: Ms }[];
  /** When each window was published for the first time, by the clocks of its signers. */
  readonly firstPublished?: ReadonlyMap<WindowId, Ms>;
  /** Delegations in force or to come: not withdrawn, not forked. */
  readonly delegations?: readonly Filed<'delegation'>[];
  /** Standing texts in use: published, not forked. */
  readonly templates?: readonly Filed<'template'>[];
  /** Revisions that wait for a further signature: of admins, of a change manager, of the owner of what they loosen. */
  readonly awaited?: readonly Awaited[];
  readonly voids: Voids;
  /** Rosters that the root key put in force after the first commit, oldest first: shown to everybody for ever. */
  readonly recoveries?: readonly Filed<'roster'>[];
  /** What two people's clocks showed by the head; null while fewer have signed. Never moves back. */
  readonly clock?: Ms | null;
}

/** A current window that loosened something less than 48 hours ago, and what it still shares its place with. */
export interface Waiting {
  readonly by: Filed<'window'>;
  /** Texts that still apply, oldest first, and when each runs out; null for the time before there was such a window. */
  readonly earlier: readonly { readonly filed: Filed<'window'> | null; readonly until: Ms }[];
  /** Whose signatures would end the wait: these owners, and a change manager besides. */
  readonly owners: readonly PersonId[];
  readonly manager: boolean;
}

/** A revision that waits for a further signature, and who could give it. */
export interface Awaited {
  readonly filed: Filed<ChainKind | 'window'>;
  readonly could: readonly { readonly person: PersonId; readonly as: 'admin' | 'change-manager' | 'owner' }[];
  /** When it takes effect without; null where it never does. */
  readonly until: Ms | null;
}

/** The calendar of the board: what is in force, and beside it what still applies. */
export function boardCalendar(
  board: Board,
  topology: Topology = createTopology(board.services.values()),
): WindowContext {
  const waiting = (board.waiting ?? []).map(({ by, earlier }) => ({
    window: by.record.body,
    earlier: earlier.map(({ filed, until }) => ({ window: filed?.record.body ?? null, until })),
  }));
  const otherMaps = otherMapsOf(board).map(({ sites, services, until }) => {
    const map = services === board.services ? topology : createTopology(services.values());
    return { sites, topology: map, until };
  });
  return createWindowContext({ windows: windowsInForce(board), sites: board.sites, topology, waiting, otherMaps });
}

/** The revisions in force: published, not withdrawn, every side of a fork. */
export function windowsInForce(board: Board): WindowBody[] {
  return [...board.windows.values()]
    .flat()
    .map(({ record }) => record.body)
    .filter(({ standing }) => standing === 'published');
}

/** The name to show for a person; the id when the roster does not know them (any more). */
export function personName(board: Board, person: PersonId): string {
  return board.roster.people.find((member) => member.person === person)?.name ?? person;
}
