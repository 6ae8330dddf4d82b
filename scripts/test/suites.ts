import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../build/projectRoot.ts';

export interface Suite {
  readonly name: string;
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  /** All files in one process: quick, and right only for tests that touch nothing. */
  readonly together: boolean;
  readonly needs: 'nothing' | 'build' | 'browser';
}

/** In the order in which a failure is cheapest to learn. */
export const suites: readonly Suite[] = [
  { name: 'architecture', folder: 'test/architecture', together: true, needs: 'nothing' },
  {
    name: 'unit, on a desk in Paris',
    folder: 'test/unit',
    env: { TZ: 'Europe/Paris' },
    together: true,
    needs: 'nothing',
  },
  {
    name: 'unit, on a desk in New York',
    folder: 'test/unit',
    env: { TZ: 'America/New_York' },
    together: true,
    needs: 'nothing',
  },
  { name: 'store', folder: 'test/store', together: false, needs: 'build' },
  { name: 'contract', folder: 'test/contract', together: false, needs: 'build' },
  { name: 'e2e', folder: 'test/e2e', together: false, needs: 'browser' },
];

/** Files of a suite, as Node's runner takes them. */
export function filesOf(suite: Suite): string[] {
  const folder = join(projectRoot, suite.folder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .toSorted()
    .map((name) => `${suite.folder}/${name}`);
}
