import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../build/projectRoot.ts';

export interface Suite {
  readonly name: string;
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  /**
   * How many processes share its files, the longest files first. Files of one process run one after another and load
   * the application once; `each` is for those whose hosts and browsers must not stand all the time.
   */
  readonly processes: number | 'each';
  readonly needs: 'nothing' | 'build' | 'browser';
}

/** In the order in which a failure is cheapest to learn. */
export const suites: readonly Suite[] = [
  { name: 'architecture', folder: 'test/architecture', processes: 1, needs: 'nothing' },
  {
    name: 'unit, on a desk in Paris',
    folder: 'test/unit',
    env: { TZ: 'Europe/Paris' },
    processes: 1,
    needs: 'nothing',
  },
  {
    name: 'unit, on a desk in New York',
    folder: 'test/unit',
    env: { TZ: 'America/New_York' },
    processes: 1,
    needs: 'nothing',
  },
  { name: 'store', folder: 'test/store', processes: 5, needs: 'build' },
  { name: 'contract', folder: 'test/contract', processes: 3, needs: 'build' },
  { name: 'e2e', folder: 'test/e2e', processes: 'each', needs: 'browser' },
];

interface TestFile {
  readonly path: string;
  readonly bytes: number;
  /** Its counts grow in the long run. */
  readonly grows: boolean;
}

/** The files of a suite whose name holds the pattern, shared out among its processes, as Node's runner takes them. */
export function sharesOf(suite: Suite, pattern: string | null): readonly (readonly string[])[] {
  const folder = join(projectRoot, suite.folder);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.test.ts')) : [];
  const files = names
    .filter((name) => pattern === null || name.includes(pattern))
    .map((name): TestFile => {
      const text = readFileSync(join(folder, name), 'utf8');
      return { path: `${suite.folder}/${name}`, bytes: text.length, grows: text.includes('rounds(') };
    });
  const isLong = process.env['TIDEGATE_LONG'] !== undefined;
  const shares = suite.processes === 'each' || (isLong && suite.processes > 1) ? files.length : suite.processes;
  return deal(
    files.toSorted((a, b) => (isLong ? Number(b.grows) - Number(a.grows) : 0) || b.bytes - a.bytes),
    shares,
  );
}

/** Each file to the share that is the smallest so far. */
function deal(files: readonly TestFile[], count: number): string[][] {
  const shares = Array.from({ length: Math.min(count, files.length) }, () => ({ bytes: 0, paths: [] as string[] }));
  for (const { path, bytes } of files) {
    const smallest = shares.reduce((least, share) => (share.bytes < least.bytes ? share : least));
    smallest.bytes += bytes;
    smallest.paths.push(path);
  }
  return shares.map(({ paths }) => paths);
}
