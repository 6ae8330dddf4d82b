import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { initBare } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';

/**
 * Real remotes for tests; each is gone when its test ends.
 *
 * - `folderRemote(t)`: a bare folder, reached by its path.
 * - `httpRemote(t, { login?, now? })` in `gitServerHttp.ts`: `git http-backend` on loopback, with faults that can be
 *   switched at any time: `remote.faults.answer = 500`, `.down()`, `.up()`, see `HttpFaults`.
 * - `sshRemote(t)` in `gitServerSsh.ts`: sshd on loopback with an agent; null where it is not installed, and the test
 *   is skipped with the name of the package. It sets variables of this process, so use it in one test at a time.
 *
 * Each is empty at first. Fill it with `await runGit(clone, ['push', remote.address, 'main'])`, or publish to it. The
 * servers answer in this process: a Git that is waited for by `execFileSync` waits for ever.
 */
export interface TestRemote {
  /** What a person would type to join. */
  readonly address: string;
  /** The bare repository behind it, to look into and to damage. */
  readonly folder: string;
  /** Its `main` refuses every push from now on, as a protected branch does. Call what it returns to stop. */
  readonly protect: () => () => void;
}

/** A test, or a file of tests that cleans up by itself. */
export type Cleaner = Pick<TestContext, 'after'>;

/** A folder for this test alone. */
export function tempFolder(t: Cleaner, name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `tidegate-${name}-`));
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

export async function folderRemote(t: Cleaner): Promise<TestRemote> {
  const folder = await bareIn(tempFolder(t, 'remote'));
  return { address: folder, folder, protect: () => protect(folder) };
}

/** An empty repository `board.git` in the folder, as a server holds it. */
export async function bareIn(parent: string): Promise<string> {
  const folder = join(parent, 'board.git');
  await initBare(folder);
  // A server packs on its own time, never while a test looks at it.
  await runGit(folder, ['config', 'receive.autogc', 'false']);
  await runGit(folder, ['config', 'http.receivepack', 'true']);
  return folder;
}

/** A hook that answers as hosting servers do. */
export function protect(folder: string): () => void {
  const hook = join(folder, 'hooks', 'pre-receive');
  mkdirSync(join(folder, 'hooks'), { recursive: true });
  writeFileSync(
    hook,
    '#!/bin/sh\necho "You are not allowed to push code to protected branches on this project." >&2\nexit 1\n',
  );
  chmodSync(hook, 0o755);
  return () => rmSync(hook, { force: true });
}

/** Sets variables of this process for the rest of the test; null takes one away. */
export function setVariables(t: Cleaner, variables: Readonly<Record<string, string | null>>): void {
  for (const [name, value] of Object.entries(variables)) {
    const before = process.env[name] ?? null;
    setVariable(name, value);
    t.after(() => setVariable(name, before));
  }
}

function setVariable(name: string, value: string | null): void {
  if (value === null) delete process.env[name];
  else process.env[name] = value;
}
