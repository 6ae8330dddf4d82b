import type { Lane } from '../../shared/api/calendarCalls.ts';
import type { ServiceBody } from '../../shared/record/body/siteBody.ts';
import type { BoardContext } from '../desk/boardContext.ts';

/** Where changes stand that name no site, that no team works on, or that no process rests on. */
export const NO_SITE = 'no-site';
export const NO_TEAM = 'no-team';
export const NO_PROCESS = 'no-process';

const byLabel = (a: Lane, b: Lane): number => (a.label < b.label ? -1 : 1);
const none = (id: string, label: string): Lane => ({ id, label, detail: '', zone: null });

/** One lane a site, by name; one more for what names none. */
export function siteLanes({ board }: BoardContext, withNoSite: boolean): Lane[] {
  const lanes = [...board.sites.values()]
    .filter(({ retired }) => !retired)
    .map(({ site, name, kind, zone, country }) => ({ id: site, label: name, detail: `${kind}, ${country}`, zone }))
    .toSorted(byLabel);
  return withNoSite ? [...lanes, none(NO_SITE, 'No site named')] : lanes;
}

/** One lane for each of these services, the most critical first. */
export function serviceLanes({ board }: BoardContext, touched: ReadonlySet<string>): Lane[] {
  return [...touched]
    .map((id) => ({ id, body: board.services.get(id) }))
    .toSorted((a, b) => (a.body?.tier ?? 5) - (b.body?.tier ?? 5) || (a.id < b.id ? -1 : 1))
    .map(({ id, body }) => ({
      id,
      label: body?.name ?? id,
      detail: body ? `tier ${body.tier} ${body.kind.replaceAll('-', ' ')}` : 'not on the map',
      zone: null,
    }));
}

/** One lane a team: those of the roster and those that changes name, by name; one more for work of no team. */
export function teamLanes({ board }: BoardContext, named: ReadonlySet<string>): Lane[] {
  const people = new Map<string, number>();
  for (const { team } of board.roster.people) if (team !== undefined) people.set(team, (people.get(team) ?? 0) + 1);
  const lanes = [...new Set([...people.keys(), ...named])]
    .filter((team) => team !== NO_TEAM)
    .map((team) => ({ id: team, label: team, detail: membersOf(people.get(team) ?? 0), zone: null }))
    .toSorted(byLabel);
  return named.has(NO_TEAM) ? [...lanes, none(NO_TEAM, 'No team')] : lanes;
}

function membersOf(count: number): string {
  if (count === 0) return 'not in the roster';
  return count === 1 ? '1 member' : `${String(count)} members`;
}

const isProcess = ({ kind, retired }: ServiceBody): boolean => kind === 'business-process' && !retired;

/** One lane a business process, the most critical first; one more for what no process rests on. */
export function processLanes({ board, topology }: BoardContext, withNone: boolean): Lane[] {
  const lanes = [...board.services.values()]
    .filter(isProcess)
    .toSorted((a, b) => a.tier - b.tier || (a.name < b.name ? -1 : 1))
    .map(({ service, name, tier }) => {
      const under = topology.under(service).size - 1;
      const rests = under === 1 ? '1 service' : `${String(under)} services`;
      return { id: service, label: name, detail: `tier ${tier}, rests on ${rests}`, zone: null };
    });
  return withNone ? [...lanes, none(NO_PROCESS, 'No process')] : lanes;
}
