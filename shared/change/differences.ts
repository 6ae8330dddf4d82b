import type { FieldDifference } from '../api/changeCalls.ts';
import type { PersonId, ServiceId, SiteId } from '../ids.ts';
import type { RequestText } from './requestText.ts';

interface FieldRow {
  readonly field: string;
  /** Covered by signatures; the same fields as in `material.ts`. */
  readonly material: boolean;
  readonly read: (text: RequestText, names: FieldNames) => string;
}

/** The names to say for ids. */
export interface FieldNames {
  readonly service: (id: ServiceId) => string;
  readonly site: (id: SiteId) => string;
  readonly person: (id: PersonId) => string;
}
const asTheyAre: FieldNames = { service: (id) => id, site: (id) => id, person: (id) => id };

const list = (ids: readonly string[]) => [...new Set(ids)].toSorted().join(', ');
const words = (name: string) => name.replaceAll('-', ' ');
const minutes = (count: number | undefined) => (count === undefined ? '' : `${count} minutes`);

const material = (field: string, read: FieldRow['read']): FieldRow => ({ field, material: true, read });
const plain = (field: string, read: FieldRow['read']): FieldRow => ({ field, material: false, read });

/** In the order in which a change is read. */
const rows: readonly FieldRow[] = [
  plain('Title', ({ title }) => title),
  plain('Why', ({ summary }) => summary),
  material('Type', ({ type }) => words(type)),
  material('Category', ({ category }) => words(category)),
  material('Environment', ({ environment }) => environment),
  material('Services', ({ services }, { service }) => list(services.map(service))),
  material('Sites', ({ sites }, { site }) => list(sites.map(site))),
  material('Tenants', ({ tenants }) => list(tenants)),
  material('Implementer', ({ implementer }, { person }) => person(implementer)),
  plain('Requester', ({ requester }, { person }) => person(requester)),
  material('Earliest start', ({ timing }) => timing?.earliestStart ?? ''),
  plain('Planned start', ({ timing }) => timing?.start ?? ''),
  material('Planned duration', ({ timing }) => minutes(timing?.minutes)),
  material('Latest end', ({ timing }) => timing?.latestEnd ?? ''),
  material('Artifacts', ({ artifacts }, names) =>
    list(artifacts.map(({ service, digest }) => `${names.service(service)} ${digest}`)),
  ),
  material('Implementation plan', ({ plans }) => plans.implementation),
  material('Validation plan', ({ plans }) => plans.validation),
  material('Way back', ({ plans }) => plans.rollback.steps),
  material('Signs that trigger the way back', ({ plans }) => plans.rollback.criteria),
  material('Who decides the way back', ({ plans: { rollback } }, { person }) =>
    rollback.authority ? person(rollback.authority) : '',
  ),
  material('Readiness of the way back', ({ plans }) => plans.rollback.readiness),
  material('Time for the way back', ({ plans }) => minutes(plans.rollback.minutes)),
  material('Communication', ({ plans }) => plans.communication),
  material('Manual fallback', ({ plans }) => plans.fallback),
  material('Data', ({ data }) => data),
  material('Phases', ({ phases }, { site }) =>
    phases.map(({ name, sites }) => `${name}: ${list(sites.map(site))}`).join('; '),
  ),
  material('Incident', ({ incident }) => incident ?? ''),
  plain('Release', ({ release }) => release ?? ''),
  plain('Cancelled', ({ cancelled }) => cancelled?.reason ?? ''),
];

/** What differs between two texts of a change, field by field, in words and instants; material fields make approvals stale. */
export function differences(before: RequestText, after: RequestText, names = asTheyAre): FieldDifference[] {
  return rows.flatMap(({ field, material: isMaterial, read }) => {
    const was = read(before, names);
    const is = read(after, names);
    return was === is ? [] : [{ field, before: was, after: is, material: isMaterial }];
  });
}
