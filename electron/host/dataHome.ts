import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where does this person's Tidegate keep its data? `TIDEGATE_HOME`, else the system's place for an application's data. */
export function dataHome(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
  person: string = homedir(),
): string {
  if (env['TIDEGATE_HOME']) return resolve(env['TIDEGATE_HOME']);
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(person, 'AppData', 'Local'), 'Tidegate');
  if (platform === 'darwin') return join(person, 'Library', 'Application Support', 'Tidegate');
  return join(env['XDG_DATA_HOME'] ?? join(person, '.local', 'share'), 'tidegate');
}
