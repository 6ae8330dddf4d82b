import { TidegateError } from '../../shared/errors.ts';
import { readDeployment, type Deployment, type Unread } from '../../shared/reconcile/deployment.ts';
import { readLog } from '../importer/readLog.ts';
import { readGivenFile } from './readGivenFile.ts';

export interface Deployments {
  readonly deployments: readonly Deployment[];
  readonly unread: readonly Unread[];
}

/**
 * The deployments of a log: CSV with a header, a JSON list (or an object that holds one), or JSON lines.
 *
 * @throws TidegateError `file-unreadable` for any other file, and for one that holds no entry at all
 */
export async function readDeployments(file: string): Promise<Deployments> {
  const entries = readEntries(await readGivenFile(file));
  if (entries !== null && entries.length > 0) return sorted(entries);
  const problem =
    entries === null ? 'neither CSV with a header nor JSON with one list of deployments' : 'it holds no deployment';
  throw new TidegateError('file-unreadable', { file, problem });
}

/** Every entry of a log, read or not; null for a text that is no log. */
export function readEntries(text: string): (Deployment | Unread)[] | null {
  const entries = /^\s*[[{]/.test(text) ? jsonEntries(text) : csvEntries(text);
  return entries?.map(({ source, entry }) => readDeployment(source, entry)) ?? null;
}

export function sorted(read: readonly (Deployment | Unread)[]): Deployments {
  const deployments = read.flatMap((each) => ('reason' in each ? [] : [each])).toSorted((a, b) => a.at - b.at);
  return { deployments, unread: read.flatMap((each) => ('reason' in each ? [each] : [])) };
}

interface Entry {
  readonly source: string;
  readonly entry: Readonly<Record<string, unknown>>;
}

function csvEntries(text: string): Entry[] | null {
  const log = headed(text);
  return (
    log && [
      ...log.rows.map(({ line, cells }) => ({
        source: `line ${line}`,
        entry: Object.fromEntries(log.columns.map((name, n) => [name, cells[n] ?? ''])),
      })),
      ...log.broken.map(({ line }) => ({ source: `line ${line}`, entry: {} })),
    ]
  );
}

function headed(text: string): ReturnType<typeof readLog> | null {
  try {
    return readLog(text);
  } catch (error) {
    if (error instanceof TidegateError) return null;
    throw error;
  }
}

function jsonEntries(text: string): Entry[] | null {
  const whole = jsonOf(text);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const list = whole === undefined ? lines.map(jsonOf) : listIn(whole);
  return list?.map((entry, n) => ({ source: `entry ${n + 1}`, entry: fieldsOf(entry) })) ?? null;
}

/** The list that it is or holds; a single deployment is a list of one. Null where it could be any of several. */
function listIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (!('reason' in readDeployment('', fieldsOf(value)))) return [value];
  const lists = Object.values(fieldsOf(value)).filter((each) => Array.isArray(each));
  return lists.length > 1 ? null : (lists[0] ?? [value]);
}

/** Fields are read by name; whatever has none has none that is known. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
