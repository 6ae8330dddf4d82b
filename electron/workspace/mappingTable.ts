import type { Database } from 'better-sqlite3';
import { mapping as definition, type Mapping } from '../../shared/importer/mapping.ts';
import { readStored } from './readStored.ts';

/** Mappings that people saved for their logs. */
export interface MappingTable {
  readonly list: () => readonly Mapping[];
  readonly save: (mapping: Mapping) => void;
}

export function createMappingTable(db: Database): MappingTable {
  const list = db.prepare<[], string>('SELECT body FROM mapping ORDER BY name').pluck();
  const save = db.prepare<[string, string]>('INSERT OR REPLACE INTO mapping (name, body) VALUES (?, ?)');
  return {
    // A mapping saved by an older build may not fit any more: it is left out, not half read.
    list: () =>
      list.all().flatMap((body) => {
        const read = definition.safeParse(readStored(body));
        return read.success ? [read.data] : [];
      }),
    save: (mapping) => void save.run(mapping.name, JSON.stringify(mapping)),
  };
}
