import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { buildGate } from '../../scripts/build/buildAll.ts';
import { projectRoot } from '../../scripts/build/projectRoot.ts';

export interface GateRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const bundle = join(projectRoot, 'dist/tidegate-gate.mjs');
let built: Promise<unknown> | null = null;

/** Runs the bundled gate as a pipeline does: one file, one Node, nothing else of ours. */
export async function runGate(
  args: readonly string[],
  {
    node = process.execPath,
    env = {},
  }: { readonly node?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<GateRun> {
  built ??= buildGate();
  await built;
  return run(node, [bundle, ...args], env);
}

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<GateRun> {
  return new Promise((resolve) => {
    execFile(program, args, { env: { ...process.env, ...env }, maxBuffer: 2 ** 24 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

/** A Node of another major version on the PATH, if there is one: pipelines run what their image holds. */
export async function otherNode(): Promise<{ readonly path: string; readonly version: string } | null> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
    if (!existsSync(path)) continue;
    const version = (await run(path, ['--version'], {})).stdout.trim();
    if (version.split('.')[0] !== process.version.split('.')[0]) return { path, version };
  }
  return null;
}
