import type { ChangeId, PersonId, ServiceId } from '../ids.ts';
import type { BodyOf } from '../record/kinds.ts';
import { importedRequest, importedService } from './importedBodies.ts';
import { importedChangeId } from './importedIds.ts';
import type { MappedChange } from './mappedChange.ts';
import type { Mapping } from './mapping.ts';
import { serviceSlug } from './serviceSlug.ts';

/** What the board holds already. */
export interface KnownThings {
  readonly hasChange: (change: ChangeId) => boolean;
  readonly hasService: (service: ServiceId) => boolean;
}

export interface ImportPlan {
  readonly services: readonly BodyOf<'service'>[];
  readonly requests: readonly BodyOf<'request'>[];
  /** Changes of this log that were imported before and are left as they stand. */
  readonly alreadyHere: number;
}

/** Which records does this import add? Services come first, so that no change speaks of one that is not there. */
export function planImport(
  changes: readonly MappedChange[],
  mapping: Mapping,
  importer: PersonId,
  known: KnownThings,
): ImportPlan {
  const names = new Map<ServiceId, string>();
  const requests: BodyOf<'request'>[] = [];
  const taken = new Set<ChangeId>();
  let alreadyHere = 0;
  for (const change of changes) {
    let attempt = 0;
    let id = importedChangeId(mapping.source, change.sourceId, change.start);
    while (taken.has(id)) id = importedChangeId(mapping.source, change.sourceId, change.start, (attempt += 1));
    taken.add(id);
    if (known.hasChange(id)) {
      alreadyHere += 1;
      continue;
    }
    for (const name of change.services) {
      const slug = serviceSlug(name);
      if (!names.has(slug) && !known.hasService(slug)) names.set(slug, name);
    }
    requests.push(importedRequest(change, id, mapping, importer));
  }
  const services = [...names].map(([slug, name]) => importedService(slug, name, mapping, importer));
  return { services, requests, alreadyHere };
}
