import type { SuggestionPlace } from '../../shared/api/suggestionCalls.ts';
import type { Member } from '../../shared/record/body/rosterBody.ts';
import type { SiteBody } from '../../shared/record/body/siteBody.ts';
import type { Scope } from '../../shared/record/body/windowBody.ts';
import type { Role } from '../../shared/record/words.ts';
import { matchScope, type Matchable } from '../../shared/suggest/matchScope.ts';
import type { Suggestion } from '../../shared/suggest/suggestion.ts';
import type { Ms } from '../../shared/time/instant.ts';
import { isZone } from '../../shared/time/zone.ts';
import { heldAt, rolesAt } from '../desk/acting.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { ownedBy } from './ownedBy.ts';

/** Where a suggestion would hold on this board, on which clocks, and by whose holidays. */
export interface SuggestedPlace {
  readonly scope: Scope | null;
  readonly zone: string;
  /** The country meant: the one that was asked, else the only one that its sites lie in. */
  readonly country: string | null;
}

/** Fits suggestions to what the board has: the drawer's own sites and processes first. */
export function placeFor(
  { model, acting, zone: deskZone, now }: DeskParts,
  asked: SuggestionPlace,
  /** The zone of the asked country, for a board without sites there. */
  countryZone: string | null,
): (suggestion: Suggestion) => SuggestedPlace {
  const board = model.board();
  const allSites = [...board.sites.values()].filter(({ retired }) => !retired);
  const services = [...board.services.values()].filter(({ retired }) => !retired);
  const member = acting.reader();
  const { sites: ownSites, processes } = ownedBy(member, now());
  const own: Matchable['own'] = { processes, services: ownServices(member, now()) };

  const meant = ({ countries }: Suggestion): readonly SiteBody[] | null => {
    if (asked.sites) return allSites.filter(({ site }) => asked.sites?.includes(site));
    const there = allSites.filter(({ country }) =>
      asked.country === null ? (countries?.includes(country) ?? true) : country === asked.country,
    );
    const mine = there.filter(({ site }) => ownSites.includes(site));
    if (mine.length > 0) return mine;
    return asked.country === null && countries === null ? null : there;
  };
  const siteOf = (id: string) => board.sites.get(id);
  /** The sites whose clocks the scope follows: its own, else those of what it names, else those in the country. */
  const clockSites = (scope: Scope | null): SiteBody[] => {
    if (scope?.sites) return scope.sites.flatMap((id) => siteOf(id) ?? []);
    if (asked.country !== null) return allSites.filter(({ country }) => country === asked.country);
    const named = [...(scope?.processes ?? []), ...(scope?.services ?? [])];
    return named.flatMap((id) => board.services.get(id)?.sites ?? []).flatMap((id) => siteOf(id) ?? []);
  };

  return (suggestion) => {
    const has: Matchable = { services, sites: meant(suggestion), allSites, own };
    const scope = matchScope(suggestion.covers, has);
    const isPlaceless = suggestion.covers.sites === 'none';
    const running = clockSites(suggestion.clockOf ? matchScope(suggestion.clockOf, has) : scope);
    const around = running.length > 0 || isPlaceless || countryZone !== null ? running : allSites;
    const zones = [...new Set(around.map(({ zone }) => zone))];
    const countries = [...new Set(around.map(({ country }) => country))];
    const [home = countryZone ?? (isZone(deskZone) ? deskZone : 'UTC')] = zones;
    return {
      scope,
      // What no place bounds keeps to one clock.
      zone: asked.zone ?? (zones.length > 1 && !isPlaceless ? 'site' : home),
      country: asked.country ?? (countries.length === 1 ? (countries[0] ?? null) : null),
    };
  };
}

/** Whose a suggested window would be: mine where I hold its owner's role, else that of the nearest who does. */
export function suggestedOwner({ model, acting, now }: DeskParts, wanted: Role, scope: Scope | null) {
  const me = acting.reader();
  const mine = rolesAt(me, now());
  if (mine.includes(wanted)) return { owner: me.person, ownerRole: wanted };
  const named = [...(scope?.processes ?? []), ...(scope?.services ?? []), ...(scope?.sites ?? [])];
  /** How much of the scope the role names; a role without limits names none of it. */
  const near = (member: Member) =>
    heldAt(member, now())
      .filter(({ role, reach }) => role === wanted && reach !== 'everything')
      .flatMap(({ reach }) => (reach === 'everything' ? [] : [reach.processes, reach.services, reach.sites]))
      .flatMap((ids) => ids ?? [])
      .filter((id) => named.includes(id)).length;
  const [nearest] = model
    .board()
    .roster.people.filter((member) => rolesAt(member, now()).includes(wanted))
    .toSorted((a, b) => near(b) - near(a));
  if (nearest) return { owner: nearest.person, ownerRole: wanted };
  // A reader owns nothing: the board's first member stands there until somebody is chosen.
  const owner = me.person || (model.board().roster.people[0]?.person ?? '');
  return { owner, ownerRole: mine[0] ?? wanted };
}

function ownServices(member: Member, now: Ms): string[] {
  return heldAt(member, now).flatMap(({ reach }) => (reach === 'everything' ? [] : (reach.services ?? [])));
}
