import * as z from 'zod';
import { definitionOf } from './codec.ts';
import { kinds } from './kinds.ts';

/**
 * The JSON Schemas (draft 2020-12) of every kind of record, envelope and body, as files of the ledger.
 *
 * They are for people and programs outside. What the reader checks beyond them (canonical bytes, paths, instants
 * that exist) is in docs/ledger.md.
 */
export function schemaFiles(): { readonly path: string; readonly text: string }[] {
  return kinds.map((kind) => {
    const schema = z.toJSONSchema(definitionOf(kind), { target: 'draft-2020-12', unrepresentable: 'any' });
    const titled = { $schema: schema.$schema, $id: `tidegate:v1/${kind}`, title: `Tidegate ${kind} record`, ...schema };
    return { path: `schemas/v1/${kind}.schema.json`, text: `${JSON.stringify(titled, null, 2)}\n` };
  });
}
