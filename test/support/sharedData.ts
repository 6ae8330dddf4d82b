import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './sources.ts';

/** Where real inputs lie beside the project, when they do. */
export function sharedData(...path: readonly string[]): string {
  return join(projectRoot, '..', 'shared', 'data', ...path);
}

/** For `test`: says why when the real inputs are not there. */
export const withSharedData = { skip: existsSync(sharedData()) ? false : '../shared/data is not here' };

export function readShared(...path: readonly string[]): string {
  return readFileSync(sharedData(...path), 'utf8');
}
