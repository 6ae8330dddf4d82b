import { readFile } from 'node:fs/promises';
import { TidegateError } from '../../shared/errors.ts';
import { readDeployment, type Deployment, type Unread } from '../../shared/reconcile/deployment.ts';
import { readLog } from '../importer/readLog.ts';

export interface Deployments {
  readonly deployments: readonly Deployment[];
  readonly unread: readonly Unread[];
}

/**
 * The deployments of a log: CSV with a header, a JSON list (or an object that holds one), or JSON lines.
 *
 * @throws TidegateError `file-unreadable` for any other file
 */
export async function readDeployments(file: string): Promise<Deployments> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new TidegateError('file-unreadable', { file }, error);
  });
  const entries = /^\s*[[{]/.test(text) ? jsonEntries(text) : csvEntries(text);
  if (!entries) throw new TidegateError('file-unreadable', { file });
  return sorted(entries.map(({ source, entry }) => readDeployment(source, entry)));
}

export function sorted(read: readonly (Deployment | Unread)[]): Deployments {
  const deployments = read.flatMap((each) => ('reason' in each ? [] : [each])).toSorted((a, b) => a.at - b.at);
  return { deployments, unread: read.flatMap((each) => ('reason' in each ? [each] : [])) };
}

interface Entry {
  readonly source: string;
  readonly entry: Readonly<Record<string, unknown>>;
}

function csvEntries(text: string): Entry[] {
  const { columns, rows, broken } = readLog(text);
  return [
    ...rows.map(({ line, cells }) => ({
      source: `line ${line}`,
      entry: Object.fromEntries(columns.map((name, n) => [name, cells[n] ?? ''])),
    })),
    ...broken.map(({ line }) => ({ source: `line ${line}`, entry: {} })),
  ];
}

function jsonEntries(text: string): Entry[] | null {
  const whole = jsonOf(text);
  const list =
    whole === undefined
      ? text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map(jsonOf)
      : listIn(whole);
  return (
    list?.map((entry, n) => ({
      source: `entry ${n + 1}`,
      entry: typeof entry === 'object' && entry !== null ? (entry as Readonly<Record<string, unknown>>) : {}, // fields are read by name
    })) ?? null
  );
}

function listIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (typeof value !== 'object' || value === null) return null;
  return Object.values(value).find((each): each is unknown[] => Array.isArray(each)) ?? [value];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
