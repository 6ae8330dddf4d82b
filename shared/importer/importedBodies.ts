import type { ChangeId, PersonId, ServiceId } from '../ids.ts';
import type { RequestBody } from '../record/body/requestBody.ts';
import type { ServiceBody } from '../record/body/siteBody.ts';
import { MINUTE_MS, toInstant } from '../time/instant.ts';
import type { Mapping } from './mapping.ts';
import type { MappedChange } from './mappedChange.ts';
import { serviceSlug } from './serviceSlug.ts';

const ITEMS_SHOWN = 40;
const LONGEST_ITEM = 80;

/** The text of an imported change; requester and implementer are the importer, who alone vouches for it. */
export function importedRequest(change: MappedChange, id: ChangeId, mapping: Mapping, importer: PersonId): RequestBody {
  const start = toInstant(change.start);
  return {
    change: id,
    title: legible(change.title),
    summary: summaryOf(change, mapping),
    type: change.type,
    category: change.category,
    environment: change.environment,
    services: [...new Set(change.services.map(serviceSlug))],
    sites: [],
    tenants: [],
    requester: importer,
    implementer: importer,
    timing: {
      earliestStart: start,
      start,
      minutes: Math.max(1, Math.round((change.end - change.start) / MINUTE_MS)),
      latestEnd: toInstant(change.end),
    },
    artifacts: [],
    plans: {
      implementation: '',
      validation: '',
      rollback: { steps: '', criteria: '', readiness: 'none' },
      communication: '',
      fallback: '',
    },
    data: 'reversible',
    phases: [],
    imported: {
      source: mapping.source,
      sourceId: legible(change.sourceId),
      state: change.state,
      ...(change.outcome === null ? {} : { outcome: change.outcome }),
      ...(change.openedAt === null ? {} : { openedAt: toInstant(change.openedAt) }),
      ...(change.closedAt === null ? {} : { closedAt: toInstant(change.closedAt) }),
      ...(change.actualStart === null ? {} : { actualStart: toInstant(change.actualStart) }),
      ...(change.actualEnd === null ? {} : { actualEnd: toInstant(change.actualEnd) }),
      ...(change.team === null ? {} : { team: legible(change.team).slice(0, 240) }),
    },
    follows: [],
  };
}

/** A service that only a log speaks of: least critical, no dependencies, owned by the importer until somebody claims it. */
export function importedService(service: ServiceId, name: string, mapping: Mapping, importer: PersonId): ServiceBody {
  return {
    service,
    name: legible(name).slice(0, 240) || service,
    kind: 'application',
    tier: 4,
    tenancy: 'dedicated',
    owner: importer,
    sites: [],
    dependsOn: [],
    note: `Named by an imported log: ${mapping.source}.`,
    follows: [],
  };
}

function summaryOf({ sourceId, risk, items }: MappedChange, mapping: Mapping): string {
  const shown = items.slice(0, ITEMS_SHOWN).map((item) => item.slice(0, LONGEST_ITEM));
  const more = items.length - shown.length;
  return [
    `${legible(sourceId)} in ${mapping.source}.`,
    ...(risk === null ? [] : [`Risk there: ${legible(risk).slice(0, 200)}.`]),
    ...(items.length === 0
      ? []
      : [legible(`Items (${items.length}): ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`)]),
  ].join('\n');
}

/** One line without what a record refuses or a terminal obeys: controls become spaces, lone surrogates a replacement character. */
function legible(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .trim();
}
