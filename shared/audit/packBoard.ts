import type { Board } from '../ledger/board.ts';
import { windowsInForce } from '../ledger/board.ts';
import { overlaps, type Period } from '../time/instant.ts';
import { expandWindow } from '../window/expandWindow.ts';
import { scopeSentence } from '../window/scopeSentence.ts';
import type { PackEntry } from './packSource.ts';
import type { PackFreeze, PackPerson, PackPolicy } from './packDocument.ts';
import { capital, short, spanWords, spoken } from './packWords.ts';

const SPANS_SHOWN = 4;

/** The freezes and soft freezes of the period, with how many of its changes met them. */
export function packFreezes(board: Board, period: Period, entries: readonly PackEntry[]): PackFreeze[] {
  const names = {
    site: (id: string) => board.sites.get(id)?.name ?? id,
    service: (id: string) => board.services.get(id)?.name ?? id,
  };
  return windowsInForce(board)
    .filter(({ effect }) => effect === 'freeze' || effect === 'soft-freeze')
    .flatMap((window): PackFreeze[] => {
      const spans = expandWindow(window, board.sites, period).filter((span) => overlaps(span, period));
      if (spans.length === 0) return [];
      const all = spanWords(spans);
      const words = all.slice(0, SPANS_SHOWN);
      const more = all.length - words.length;
      const met = entries.filter(({ assessment }) => assessment.hits.some(({ span }) => span.window === window.window));
      return [
        {
          title: window.title,
          effect: capital(spoken(window.effect)),
          owner: board.roster.people.find(({ person }) => person === window.owner)?.name ?? window.owner,
          scope: scopeSentence(window, names),
          spans: more > 0 ? [...words, `and ${more} more`] : words,
          hits: met.length,
        },
      ];
    });
}

/** Who may sign what: the roster in force, in its own order. */
export function packPeople(board: Board): PackPerson[] {
  return board.roster.people.map(({ person, name, roles, keys }) => ({
    person,
    name,
    roles: [
      ...new Set(roles.map(({ role, reach }) => (reach === 'everything' ? spoken(role) : `${spoken(role)} (in part)`))),
    ].join(', '),
    keys: keys.map(({ fingerprint, revoked }) => `${short(fingerprint)}${revoked ? ' revoked' : ''}`).join(', '),
  }));
}

/** The policy in force, as far as approvals go. */
export function packPolicy({ policy }: Board): PackPolicy {
  const { moderate, high, critical } = policy.bands;
  return {
    name: policy.name,
    bands: `Moderate from ${moderate}, high from ${high}, critical from ${critical} points; approvals lapse after ${policy.approvalDays} days.`,
    approvals: policy.approvals.map(({ band, type, roles, quorum, allowed }) => ({
      band: capital(band),
      type: capital(type),
      asks: allowed
        ? [
            ...roles.map(({ role, count }) => (count === 1 ? spoken(role) : `${count} of ${spoken(role)}`)),
            ...(quorum === undefined
              ? []
              : [`board quorum of ${quorum.count}${quorum.business ? ' with the business' : ''}`]),
          ].join(', ')
        : 'not allowed',
    })),
  };
}
