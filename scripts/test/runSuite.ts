import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../build/projectRoot.ts';
import type { Count } from './report.ts';
import { sharesOf, type Suite } from './suites.ts';

/** A test that takes longer than this hangs, on a machine with a tenth of our speed too. */
const TEST_LIMIT_MS = 300_000;
const LONG_TEST_LIMIT_MS = 1_800_000;

/** Runs a program in the project's folder with our terminal. Answers its exit code. */
export function runProgram(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, ...env } });
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs one suite and counts it; each of its processes waits for its turn in the pool. */
export async function runSuite(
  suite: Suite,
  pattern: string | null,
  inTurn: (run: () => Promise<Count>) => Promise<Count>,
): Promise<Count> {
  const counts = await Promise.all(sharesOf(suite, pattern).map((files) => inTurn(() => runFiles(files, suite))));
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
    skipped: counts.flatMap(({ skipped }) => skipped),
  };
}

/** A run that died before it could count is one failure. */
async function runFiles(files: readonly string[], { env }: Suite): Promise<Count> {
  const scratch = mkdtempSync(join(tmpdir(), 'tidegate-count-'));
  const countFile = join(scratch, 'count.json');
  const limit = process.env['TIDEGATE_LONG'] ? LONG_TEST_LIMIT_MS : TEST_LIMIT_MS;
  const reporter = pathToFileURL(join(projectRoot, 'scripts/test/reporter.mjs')).href;
  const code = await runProgram(
    [
      '--disable-warning=ExperimentalWarning',
      '--test',
      '--test-isolation=none',
      '--test-force-exit', // a browser that a failed test left open must not hold the run
      `--test-timeout=${limit}`,
      `--test-reporter=${reporter}`,
      ...files,
    ],
    // Whose machine it is must not matter: no name, no hooks, no signing from somebody's own Git settings.
    { ...env, TIDEGATE_COUNT: countFile, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' },
  );
  const count: Count | null = existsSync(countFile) ? (JSON.parse(readFileSync(countFile, 'utf8')) as Count) : null; // written by report.ts
  rmSync(scratch, { recursive: true });
  if (count === null) {
    console.error(`  died before it could count: ${files.join(' ')}`);
    return { passed: 0, failed: 1, skipped: [] };
  }
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}
