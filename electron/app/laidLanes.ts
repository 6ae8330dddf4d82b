import type { Lane, LaneKind } from '../../shared/api/calendarCalls.ts';
import type { ChangeFilter } from '../../shared/api/filter.ts';
import type { Period } from '../../shared/time/instant.ts';
import type { Bar } from '../catalog/changeQueries.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { processGround, serviceGround, siteGround, workGround, type Ground } from './laneCover.ts';
import { NO_PROCESS, NO_SITE, NO_TEAM, processLanes, serviceLanes, siteLanes, teamLanes } from './timelineLanes.ts';

/** The lanes of a period, where each change stands, and what a window must cover to lie on them. */
export interface LaidLanes {
  readonly lanes: readonly Lane[];
  /** As many as lanes. */
  readonly grounds: readonly Ground[];
  /** Ids of the lanes a change stands on. */
  readonly placed: (bar: Bar) => readonly string[];
}

/** Lanes of one kind for these bars. */
export function layLanes(
  desk: DeskParts,
  by: LaneKind,
  bars: readonly Bar[],
  filter: ChangeFilter,
  period: Period,
): LaidLanes {
  const context = desk.model.context();
  if (by === 'site') {
    const lanes = siteLanes(
      context,
      bars.some(({ sites }) => sites.length === 0),
    );
    return { lanes, grounds: lanes.map(siteGround), placed: ({ sites }) => (sites.length > 0 ? sites : [NO_SITE]) };
  }
  const services = desk.catalog.find.barServices(filter, desk.acting.reader().person, period);
  const servicesOf = ({ n }: Bar): readonly string[] => services.get(n) ?? [];
  if (by === 'service') {
    const lanes = serviceLanes(context, lanedServices(desk, filter, services));
    return { lanes, grounds: lanes.map(serviceGround), placed: servicesOf };
  }
  const placed = by === 'team' ? byTeam(desk) : byProcess(desk, servicesOf);
  const worksByLane = new Map<string, { services: readonly string[]; sites: readonly string[] }[]>();
  for (const bar of bars)
    for (const id of placed(bar)) {
      const work = { services: servicesOf(bar), sites: bar.sites };
      const works = worksByLane.get(id);
      if (works) works.push(work);
      else worksByLane.set(id, [work]);
    }
  const lanes =
    by === 'team'
      ? teamLanes(context, new Set(worksByLane.keys()))
      : processLanes(context, worksByLane.has(NO_PROCESS));
  const groundOf = ({ id }: Lane): Ground =>
    by === 'process' && id !== NO_PROCESS ? processGround(context.topology, id) : workGround(worksByLane.get(id) ?? []);
  return { lanes, grounds: lanes.map(groundOf), placed };
}

/** The team a log names, else the team of who implements. */
function byTeam({ model }: DeskParts): LaidLanes['placed'] {
  const teams = new Map(model.board().roster.people.map(({ person, team }) => [person as string, team]));
  return ({ imported, team, implementer }) => {
    const named = imported && team !== null && team !== implementer ? team : undefined;
    return [named ?? teams.get(implementer) ?? NO_TEAM];
  };
}

/** Every process that stops, or is touched itself, when what the change touches stops. */
function byProcess({ model }: DeskParts, servicesOf: (bar: Bar) => readonly string[]): LaidLanes['placed'] {
  const { topology } = model.context();
  return (bar) => {
    const above = new Set(servicesOf(bar).flatMap((service) => topology.processesAbove(service)));
    return above.size > 0 ? [...above] : [NO_PROCESS];
  };
}

/** The asked services, or else those of the map that people plan with and those that the bars touch. */
function lanedServices(
  { model }: DeskParts,
  { services }: ChangeFilter,
  servicesByBar: ReadonlyMap<number, readonly string[]>,
): ReadonlySet<string> {
  if (services && services.length > 0) return new Set(services);
  const touched = new Set<string>();
  for (const list of servicesByBar.values()) for (const service of list) touched.add(service);
  for (const { service, tier, retired } of model.board().services.values())
    if (!retired && tier <= 2) touched.add(service);
  return touched;
}
