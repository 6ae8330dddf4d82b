import type { CommitId, Fingerprint, LedgerId, PersonId, ServiceId, SiteId, WindowId } from '../ids.ts';
import type { LedgerBody } from '../record/body/ledgerBody.ts';
import type { PolicyBody } from '../record/body/policyBody.ts';
import type { RosterBody } from '../record/body/rosterBody.ts';
import type { ServiceBody, SiteBody } from '../record/body/siteBody.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import type { Filed } from '../record/envelope.ts';
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
  readonly voids: Voids;
  /** Rosters that the root key put in force after the first commit, oldest first: shown to everybody for ever. */
  readonly recoveries?: readonly Filed<'roster'>[];
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
