import { _electron } from 'playwright';
import { join } from 'node:path';
import { findRuntime } from '../../scripts/start/electronRuntime.ts';
import { launchStandin, type Desktop } from '../standin/launch.ts';
import { projectRoot } from './sources.ts';

/** Which desktop the tests drive here: the real one where its runtime is installed. */
export const runtime: string | null = findRuntime(join(projectRoot, 'node_modules', 'electron'));

/** Starts the built desktop on a data folder of its own, in real Electron or over the stand-in. */
export async function launchDesktop(home: string): Promise<Desktop> {
  if (runtime === null) return launchStandin({ TIDEGATE_HOME: home });
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env;
  const env = Object.fromEntries(
    Object.entries({ ...inherited, TIDEGATE_HOME: home }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  // Electron's sandbox refuses root, which is who runs tests in a container.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', projectRoot] : [projectRoot];
  return _electron.launch({ executablePath: runtime, args, env });
}
