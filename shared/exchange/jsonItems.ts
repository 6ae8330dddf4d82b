import { parseAllDocuments } from 'yaml';
import { cleanLine } from './cleanText.ts';
import type { WindowReading } from './windowReading.ts';

/** An object of a JSON file; its keys are foreign, so they are asked for one by one. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** As long as the text of a file of windows may be. */
const LONGEST_FILE = 4_000_000;
export const MOST_ITEMS = 5_000;
/** YAML is read slowly, and nobody writes so much of it by hand. */
const LONGEST_YAML = 1_000_000;

/** The value that a JSON or YAML text holds, of several YAML documents a list; a sentence when it holds none. */
export function treeOf(text: string): { readonly value: unknown } | string {
  return /^\ufeff?\s*([[{]|$)/.test(text) ? jsonOf(text) : yamlOf(text);
}

function yamlOf(text: string): { readonly value: unknown } | string {
  if (text.length > LONGEST_YAML) return 'This file is too large: import it in parts of at most 1 MB.';
  try {
    const documents = parseAllDocuments(text, { schema: 'core', uniqueKeys: true, logLevel: 'silent' });
    if (!Array.isArray(documents)) return 'This is neither JSON nor YAML.';
    const [fault] = documents.flatMap(({ errors }) => errors);
    if (fault) {
      const line = fault.linePos?.[0].line;
      return `This is neither JSON nor YAML that can be read${line === undefined ? '' : `: see line ${String(line)}`}.`;
    }
    // A few aliases are a habit, thousands are an attack.
    const values = documents.map((document): unknown => document.toJS({ maxAliasCount: 100 }));
    return { value: values.length === 1 ? values[0] : values };
  } catch {
    return 'This is neither JSON nor YAML that can be read.';
  }
}

/** The value that a JSON text holds, or a sentence when it holds none. */
export function jsonOf(text: string): { readonly value: unknown } | string {
  if (text.length > LONGEST_FILE) return 'This file is too large: import it in parts of at most 4 MB.';
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) as unknown };
  } catch {
    return 'This is no JSON, or it is broken.';
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands under the first of these names that the object has; never something it inherits. */
export function valueAt(object: unknown, ...names: readonly string[]): unknown {
  if (!isObject(object)) return undefined;
  const name = names.find((each) => Object.hasOwn(object, each) && object[each] !== null);
  return name === undefined ? undefined : object[name];
}

/** As `valueAt`, for text; empty where there is none. */
export function textAt(object: unknown, ...names: readonly string[]): string {
  const value = valueAt(object, ...names);
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

/** As `valueAt`, for a list of texts, cleaned; a single text is a list of one. */
export function textsAt(object: unknown, ...names: readonly string[]): string[] {
  const value = valueAt(object, ...names);
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list
    .slice(0, 50)
    .filter((each) => typeof each === 'string')
    .map((each) => cleanLine(each))
    .filter((each) => each !== '');
}

/** A reading that refuses the file as a whole. */
export function refusedFile(reason: string): WindowReading {
  return { windows: [], refused: [{ title: 'The whole file', where: 'the file', reason }] };
}
