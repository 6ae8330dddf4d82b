import type { Lane, LaneKind } from '../../shared/api/calendarCalls.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import type { ScopedWork } from '../../shared/window/scopeReader.ts';
import type { BoardContext } from '../desk/boardContext.ts';

/** Where changes stand that name no site. */
export const NO_SITE = 'no-site';

/** One lane a site, by name; one more for what names none. */
export function siteLanes({ board }: BoardContext, withNoSite: boolean): Lane[] {
  const lanes = [...board.sites.values()]
    .filter(({ retired }) => !retired)
    .map(({ site, name, kind, zone, country }) => ({ id: site, label: name, detail: `${kind}, ${country}`, zone }))
    .toSorted((a, b) => (a.label < b.label ? -1 : 1));
  return withNoSite ? [...lanes, { id: NO_SITE, label: 'No site named', detail: '', zone: null }] : lanes;
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

/** Which lanes does the window lie on? What it says of other dimensions is taken as met: the lane shows that it runs. */
export function lanesOf(window: WindowBody, by: LaneKind, lanes: readonly Lane[], context: BoardContext): number[] {
  const { scope } = window;
  const probe = (part: Partial<ScopedWork>): ScopedWork => ({
    services: [],
    sites: [],
    tenants: [],
    environment: scope.environments?.[0] ?? 'production',
    category: scope.categories?.[0] ?? 'application-release',
    ...part,
  });
  return lanes.flatMap(({ id }, index) => {
    const work = by === 'service' ? probe({ services: [id] }) : probe({ sites: id === NO_SITE ? [] : [id] });
    return context.windows.coverRead(window, work, true).length > 0 ? [index] : [];
  });
}
