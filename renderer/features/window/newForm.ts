import type { MeView } from '../../../shared/api/appCalls.ts';
import type { Catalogue } from '../../../shared/api/mapCalls.ts';
import type { Role } from '../../../shared/record/words.ts';
import { isWall, type Ms } from '../../../shared/time/instant.ts';
import { isZone, wallAt } from '../../../shared/time/zone.ts';
import { addWallDays } from '../../../shared/view/wallMath.ts';
import { noDimensions, type WindowForm } from '../../../shared/view/windowForm.ts';
import { listIn } from '../../route.ts';

/** The roles that may own a window, the likeliest first. */
const ownerRoles: readonly Role[] = [
  'business-owner',
  'process-owner',
  'finance-owner',
  'service-owner',
  'change-manager',
];

/** The role a person would own a window by. */
export function ownerRoleOf(roles: readonly Role[]): Role {
  return ownerRoles.find((role) => roles.includes(role)) ?? roles[0] ?? 'business-owner';
}

/** The zone that most of these sites keep, the first of them where several are as common; null without sites. */
function commonestZone(catalogue: Catalogue, sites: readonly string[]): string | null {
  const zones = catalogue.sites.filter(({ site }) => sites.includes(site)).map(({ zone }) => zone);
  const countOf = (zone: string) => zones.filter((other) => other === zone).length;
  return zones.toSorted((a, b) => countOf(b) - countOf(a))[0] ?? null;
}

/**
 * What a new window begins with: what was drawn, else my own sites and processes; a freeze, mine; whole days from
 * tomorrow when nothing was drawn.
 */
export function newForm(
  query: URLSearchParams,
  me: MeView,
  catalogue: Catalogue,
  readerZone: string,
  now: Ms,
): WindowForm {
  const asked = query.get('zone');
  const askedSites = listIn(query, 'sites').filter((id) => catalogue.sites.some(({ site }) => site === id));
  const known = new Set(catalogue.services.map(({ service }) => service));
  const services = listIn(query, 'services').filter((id) => known.has(id));
  const askedProcesses = listIn(query, 'processes').filter((id) => known.has(id));
  const isAsked = services.length + askedProcesses.length > 0;
  const processes = isAsked ? askedProcesses : me.owns.processes;
  const sites = askedSites.length > 0 || isAsked ? askedSites : me.owns.sites;
  // The place's clock before the reader's, and that before the host's, which runs on UTC on many a server.
  const zone =
    [asked, commonestZone(catalogue, sites), readerZone, me.zone].find((it) => it !== null && isZone(it)) ?? 'UTC';
  const tomorrow = `${addWallDays(wallAt(now, zone), 1).slice(0, 10)}T00:00`;
  const start = query.get('start');
  const end = query.get('end');
  const isDrawn = start !== null && end !== null && isWall(start) && isWall(end) && start < end;
  return {
    title: '',
    effect: 'freeze',
    closedOutside: false,
    owner: me.person,
    ownerRole: ownerRoleOf(me.roles),
    reason: '',
    everything: sites.length + services.length + processes.length > 0 ? false : null,
    within: { ...noDimensions, sites, services, processes },
    except: noDimensions,
    reach: 'direct',
    zone,
    when: isDrawn ? { form: 'once', start, end } : { form: 'once', start: tomorrow, end: addWallDays(tomorrow, 1) },
    edge: 'finish',
  };
}
