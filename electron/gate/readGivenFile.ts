import { readFile } from 'node:fs/promises';
import { TidegateError } from '../../shared/errors.ts';

const words: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
};

/**
 * The text of a file that was named on the command line.
 *
 * @throws TidegateError `file-unreadable`, in words
 */
export async function readGivenFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new TidegateError('file-unreadable', { file, problem: whyUnreadable(error) }, error);
  }
}

/** Why the system did not let a file be read. */
export function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return words[code] ?? `the system says ${code || 'no'}`;
}
