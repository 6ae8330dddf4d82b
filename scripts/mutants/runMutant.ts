import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../build/projectRoot.ts';

/** One small edit that takes a rule out, and the test that must notice. */
export interface Mutant {
  /** `rule 14`. */
  readonly of: string;
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly from: string;
  readonly to: string;
  readonly test: string;
  /** The test by its whole name; the one called after the rule unless told. */
  readonly name?: string;
}

export type Fate = 'caught' | 'missed' | 'not there' | 'broken' | 'no honest test';

/** A copy of the source in which mutants are tried, one after the other. */
export interface MutantRoom {
  readonly tryOut: (mutant: Mutant) => Fate;
  readonly leave: () => void;
}

/** What is made, fetched or kept beside the source. */
const notCopied = new Set(['.git', 'dist', 'node_modules', 'release']);

export function enterMutantRoom(): MutantRoom {
  const folder = mkdtempSync(join(tmpdir(), 'tidegate-mutants-'));
  for (const name of readdirSync(projectRoot).filter((each) => !notCopied.has(each)))
    cpSync(join(projectRoot, name), join(folder, name), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  const honest = new Map<string, boolean>();

  const run = ({ of, test, name }: Mutant): { readonly passed: boolean; readonly noticed: boolean } => {
    const pattern = name === undefined ? `^${of}: ` : `^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;
    const args = ['--disable-warning=ExperimentalWarning', '--test', '--test-reporter=tap'];
    const { status, stdout } = spawnSync(process.execPath, [...args, `--test-name-pattern=${pattern}`, test], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 240_000,
    });
    // A file that does not even load fails under its own name, not under that of a test.
    const noticed = stdout.split('\n').some((line) => /^\s*not ok \d+ - /.test(line) && !line.includes(test));
    const ran = stdout.split('\n').some((line) => /^\s*ok \d+ - /.test(line) && !line.includes('# SKIP'));
    return { passed: status === 0 && ran, noticed };
  };

  return {
    tryOut(mutant) {
      const path = join(folder, mutant.file);
      const text = readFileSync(path, 'utf8');
      if (text.split(mutant.from).length !== 2) return 'not there';
      const key = `${mutant.test} ${mutant.name ?? mutant.of}`;
      if (!honest.has(key)) honest.set(key, run(mutant).passed);
      if (!honest.get(key)) return 'no honest test';
      writeFileSync(
        path,
        text.replace(mutant.from, () => mutant.to),
      );
      const { passed, noticed } = run(mutant);
      writeFileSync(path, text);
      return passed ? 'missed' : noticed ? 'caught' : 'broken';
    },
    leave: () => rmSync(folder, { recursive: true, force: true }),
  };
}
