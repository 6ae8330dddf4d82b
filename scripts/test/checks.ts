import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runProgram } from './runSuite.ts';

/** The program of an installed package, without a shell and on every system. */
function binOf(name: string, packageName: string = name): string {
  const manifestPath = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  const { bin } = createRequire(import.meta.url)(manifestPath) as { bin: string | Record<string, string> }; // npm's format
  return join(dirname(manifestPath), typeof bin === 'string' ? bin : (bin[name] ?? ''));
}

export interface Check {
  readonly name: string;
  /** The word that asks for it. How sources are set is no question of a test: its quarter of a minute is asked for. */
  readonly kind: 'check' | 'format';
  /** Answers the exit code. */
  readonly run: () => Promise<number>;
}

/** What a compiler, a linter and a printer can say about the sources. */
export const checks: readonly Check[] = [
  { name: 'types', kind: 'check', run: () => runProgram([binOf('tsc', 'typescript'), '-b']) },
  { name: 'lint', kind: 'check', run: () => runProgram([binOf('oxlint'), '--quiet']) },
  {
    name: 'format',
    kind: 'format',
    run: () => runProgram([binOf('prettier'), '--check', '--cache', '--log-level', 'warn', '.']),
  },
];
