import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { TidegateError } from '../../shared/errors.ts';
import { runGit } from './runGit.ts';

/** What kind of copy of the ledger a folder holds. */
export interface CloneFacts {
  /** Its line is cut off somewhere. */
  readonly shallow: boolean;
  readonly hasRemote: boolean;
  /** The remote that a partial clone was promised the rest by; null for a whole one. */
  readonly promisor: string | null;
  /** Where Git keeps these, as it spells it: a path from the folder, or a whole one. */
  readonly files: Readonly<Record<(typeof files)[number], string>>;
}

const files = ['FETCH_HEAD', 'HEAD', 'config', 'packed-refs'] as const;

/** @throws TidegateError `git-failed` when the folder is no repository */
export async function cloneFacts(folder: string): Promise<CloneFacts> {
  const paths = files.flatMap((name) => ['--git-path', name]);
  const [facts, remotes] = await Promise.all([
    runGit(folder, ['rev-parse', '--is-shallow-repository', ...paths]),
    remoteSettings(folder),
  ]);
  const [shallow, ...places] = facts.stdout.toString().trimEnd().split('\n');
  const [fetched = '', head = '', config = '', packed = ''] = places;
  return {
    shallow: shallow === 'true',
    hasRemote: remotes.length > 0,
    promisor: promisorAmong(remotes),
    files: { FETCH_HEAD: fetched, HEAD: head, config, 'packed-refs': packed },
  };
}

/** Promisors of bare repositories, with what their settings' file looked like then: a desk asks at every sync. */
const promisors = new Map<string, { readonly file: string; readonly promisor: string | null }>();

/** The remote that a partial clone was promised the rest by; null for a whole one. */
export async function promisorOf(folder: string): Promise<string | null> {
  const file = await lookOf(join(folder, 'config'));
  const known = promisors.get(folder);
  if (file !== null && known?.file === file) return known.promisor;
  const promisor = promisorAmong(await remoteSettings(folder));
  if (file !== null) promisors.set(folder, { file, promisor });
  return promisor;
}

/** Differs whenever Git has written the file anew, which it does by a new one in its place; null where there is none. */
async function lookOf(file: string): Promise<string | null> {
  try {
    const { ino, size, ctimeNs } = await stat(file, { bigint: true });
    return `${ino} ${size} ${ctimeNs}`;
  } catch {
    return null;
  }
}

function promisorAmong(remotes: readonly string[]): string | null {
  const promised = remotes.map((setting) => /^remote\.(.+)\.promisor\ntrue$/.exec(setting)?.[1]);
  // A name that looks like an option is nobody's remote.
  return promised.find((name) => name !== undefined && !name.startsWith('-')) ?? null;
}

/** `name newline value` of every setting of a remote. */
async function remoteSettings(folder: string): Promise<readonly string[]> {
  try {
    const { stdout } = await runGit(folder, ['config', '-z', '--get-regexp', '^remote\\.']);
    return stdout.toString().split('\0').filter(Boolean);
  } catch (error) {
    if (error instanceof TidegateError && error.facts['status'] === 1) return [];
    throw error;
  }
}

export async function isShallow(folder: string): Promise<boolean> {
  const { stdout } = await runGit(folder, ['rev-parse', '--is-shallow-repository']);
  return stdout.toString().trim() === 'true';
}
