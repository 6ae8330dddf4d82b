import { existsSync } from 'node:fs';

/** The path with the first number behind it that nothing is called by. */
export function freeName(path: string, number = 1): string {
  return existsSync(`${path}-${number}`) ? freeName(path, number + 1) : `${path}-${number}`;
}
