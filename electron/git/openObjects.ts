import { once } from 'node:events';
import { TidegateError } from '../../shared/errors.ts';
import { asRefusal } from './runGit.ts';
import { spawnGit } from './spawnGit.ts';

/** Larger blobs are skipped, never held. */
const MAX_BLOB_BYTES = 1_048_576;

/** One `cat-file --batch` process: contents by name, in the order asked. */
export interface Objects {
  /** Null for what is no blob, or larger than 1 MB. @throws TidegateError `git-failed` when one is not there */
  readonly read: (names: readonly string[]) => Promise<readonly (Buffer | null)[]>;
  readonly close: () => void;
}

export function openObjects(folder: string): Objects {
  const child = spawnGit(folder, ['cat-file', '--batch']);
  const stream = child.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>; // no encoding set: chunks are bytes
  let failure: unknown = null;
  child.on('error', (error) => (failure = error));
  child.stdin.on('error', () => undefined); // the read below notices that the process is gone
  child.stderr.resume();

  let held: Buffer = Buffer.alloc(0);
  const more = async (): Promise<void> => {
    const { value, done } = await stream.next();
    if (done) throw asRefusal(failure ?? new TidegateError('git-failed', { command: 'cat-file' }));
    held = held.length === 0 ? value : Buffer.concat([held, value]);
  };
  const header = async (): Promise<string> => {
    let end = held.indexOf(10);
    for (; end < 0; end = held.indexOf(10)) await more();
    const text = held.toString('latin1', 0, end);
    held = held.subarray(end + 1);
    return text;
  };
  const skip = async (length: number): Promise<void> => {
    let left = length;
    while (left > held.length) {
      left -= held.length;
      held = Buffer.alloc(0);
      await more();
    }
    held = held.subarray(left);
  };
  const take = async (length: number): Promise<Buffer> => {
    const parts: Buffer[] = [];
    for (let left = length; left > 0;) {
      if (held.length === 0) await more();
      const part = held.subarray(0, left);
      parts.push(part);
      held = held.subarray(part.length);
      left -= part.length;
    }
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
  };
  const one = async (): Promise<Buffer | null> => {
    const [name = '', type, size] = (await header()).split(' ');
    // To pass over what should be there would pass over a freeze.
    if (size === undefined) throw new TidegateError('git-failed', { command: 'cat-file', missing: name });
    const length = Number(size);
    const wanted = type === 'blob' && length <= MAX_BLOB_BYTES;
    const content = wanted ? await take(length) : await skip(length).then(() => null);
    await skip(1);
    return content;
  };

  const read = async (names: readonly string[]): Promise<readonly (Buffer | null)[]> => {
    if (names.length === 0) return [];
    if (child.exitCode === null) child.stdin.write(`${names.join('\n')}\n`);
    const found: (Buffer | null)[] = [];
    for (let n = 0; n < names.length; n += 1) found.push(await one());
    return found;
  };
  const close = (): void => {
    child.stdin.end();
    void once(child, 'close').catch(() => undefined);
    child.kill();
  };
  return { read, close };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a blob; null when it is too large or not UTF-8. A byte-order mark stays in the text. */
export function textOf(content: Buffer | null): string | null {
  if (content === null) return null;
  try {
    return utf8.decode(content);
  } catch {
    return null;
  }
}
