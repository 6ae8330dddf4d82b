import type { Handlers } from '../../shared/api/contract.ts';
import type { Catalogue, MapNode, MapView } from '../../shared/api/mapCalls.ts';
import { TidegateError } from '../../shared/errors.ts';
import { digestOf } from '../../shared/record/digest.ts';
import { bands, categories, type Band } from '../../shared/record/words.ts';
import { rolesAt } from '../desk/acting.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { shownWindows } from './calendarSpans.ts';
import { coveredLanes, serviceGround } from './laneCover.ts';
import { serviceLanes } from './timelineLanes.ts';

type Answers = Pick<Handlers, 'map.read' | 'map.blast' | 'catalogue.read'>;

/** Services, who depends on whom, and what pickers offer. */
export function createMapService(desk: DeskParts): Answers {
  const { model, now } = desk;
  return {
    'map.read': () => mapView(desk),
    'map.blast': ({ services }) => {
      const { topology } = model.context();
      const unknown = services.find((service) => !topology.has(service));
      if (unknown !== undefined) throw new TidegateError('service-not-found', { service: unknown });
      return { reached: topology.dependents(services) };
    },
    'catalogue.read': (): Catalogue => {
      const { sites, services, roster } = model.board();
      const standing = [...sites.values()].filter(({ retired }) => !retired);
      return {
        sites: standing,
        services: [...services.values()]
          .filter(({ retired }) => !retired)
          .map(({ service, name, kind, tier, sites: at }) => ({ service, name, kind, tier, sites: at })),
        people: roster.people.map((member) => ({
          person: member.person,
          name: member.name,
          roles: rolesAt(member, now()),
        })),
        tenants: [...new Set(standing.flatMap(({ tenants }) => tenants ?? []))].toSorted(),
        categories,
      };
    },
  };
}

function mapView({ model, now }: DeskParts): MapView {
  const context = model.context();
  const services = [...context.board.services.values()].filter(({ retired }) => !retired);
  const openByService = new Map<string, { open: number; worst: Band }>();
  for (const { entry } of model.living())
    for (const service of entry.services) {
      const held = openByService.get(service);
      const worst = held && bands.indexOf(held.worst) > bands.indexOf(entry.row.band) ? held.worst : entry.row.band;
      openByService.set(service, { open: (held?.open ?? 0) + 1, worst });
    }
  const frozen = frozenServices(services.map(({ service }) => service));
  const nodes = services.map(({ service, name, kind, tier, owner, sites }): MapNode => ({
    service,
    name,
    kind,
    tier,
    owner,
    sites,
    open: openByService.get(service)?.open ?? 0,
    worst: openByService.get(service)?.worst ?? null,
    frozen: frozen.has(service),
  }));
  const edges = services.flatMap(({ service, dependsOn }) => dependsOn.map((edge) => ({ from: service, ...edge })));
  const outline = [services.map(({ service }) => service), edges.map(({ from, to, strength }) => [from, to, strength])];
  return { nodes, edges, shape: digestOf(JSON.stringify(outline)) };

  function frozenServices(ids: readonly string[]): ReadonlySet<string> {
    const lanes = serviceLanes(context, new Set(ids));
    const grounds = lanes.map(serviceGround);
    const running = shownWindows(context).filter(
      (window) =>
        window.effect === 'freeze' &&
        window.standing === 'published' &&
        context.windows.faultOf(window) === null &&
        context.windows.spans(window, { start: now(), end: now() + 1 }).length > 0,
    );
    const covered = running.flatMap((window) => coveredLanes(window, grounds, context));
    return new Set(covered.flatMap((index) => lanes[index]?.id ?? []));
  }
}
