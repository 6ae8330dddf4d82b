import { once } from 'node:events';
import { TidegateError } from '../../shared/errors.ts';
import { asRefusal } from './runGit.ts';
import { spawnGit } from './spawnGit.ts';

/** Larger blobs are skipped, never held. */
const MAX_BLOB_BYTES = 1_048_576;

/** One `cat-file` process: answers by name, in the order asked. */
export interface Objects {
  /** Null for what is no blob, or larger than 1 MB. @throws TidegateError `git-failed` when one is not there */
  readonly read: (names: readonly string[]) => Promise<readonly (Buffer | null)[]>;
  /** Which of these are here? A name may hold newlines, as paths do. */
  readonly held: (names: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly close: () => void;
}

export function openObjects(folder: string): Objects {
  const child = spawnGit(folder, ['cat-file', '--batch-command', '-z']);
  const stream = child.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>; // no encoding set: chunks are bytes
  let failure: unknown = null;
  child.on('error', (error) => (failure = error));
  child.stdin.on('error', () => undefined); // the read below notices that the process is gone
  child.stderr.resume();

  let taken: Buffer = Buffer.alloc(0);
  const more = async (): Promise<void> => {
    const { value, done } = await stream.next();
    if (done) throw asRefusal(failure ?? new TidegateError('git-failed', { command: 'cat-file' }));
    taken = taken.length === 0 ? value : Buffer.concat([taken, value]);
  };
  const header = async (encoding: 'latin1' | 'utf8' = 'latin1'): Promise<string> => {
    let end = taken.indexOf(10);
    for (; end < 0; end = taken.indexOf(10)) await more();
    const text = taken.toString(encoding, 0, end);
    taken = taken.subarray(end + 1);
    return text;
  };
  const skip = async (length: number): Promise<void> => {
    let left = length;
    while (left > taken.length) {
      left -= taken.length;
      taken = Buffer.alloc(0);
      await more();
    }
    taken = taken.subarray(left);
  };
  const take = async (length: number): Promise<Buffer> => {
    const parts: Buffer[] = [];
    for (let left = length; left > 0;) {
      if (taken.length === 0) await more();
      const part = taken.subarray(0, left);
      parts.push(part);
      taken = taken.subarray(part.length);
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

  const isHeld = async (name: string): Promise<boolean> => {
    // What is missing is told with its whole name, what is here by one line that begins with no name.
    const [first, ...rest] = `${name} missing`.split('\n');
    if ((await header('utf8')) !== first) return true;
    for (const _ of rest) await header();
    return false;
  };

  let answering: Promise<unknown> = Promise.resolve();
  /** Asked at once, answered when all that was asked before has been. */
  const ask = <T>(command: 'contents' | 'info', names: readonly string[], answer: () => Promise<T>): Promise<T> => {
    if (names.length > 0 && child.exitCode === null)
      child.stdin.write(names.map((name) => `${command} ${name}\0`).join(''));
    const answered = answering.then(answer);
    answering = answered;
    answered.catch(() => undefined); // whoever asked meets the failure, and so does everybody after
    return answered;
  };
  const read: Objects['read'] = (names) =>
    ask('contents', names, async () => {
      const found: (Buffer | null)[] = [];
      for (let n = 0; n < names.length; n += 1) found.push(await one());
      return found;
    });
  const held: Objects['held'] = (names) =>
    ask('info', names, async () => {
      const found = new Set<string>();
      for (const name of names) if (await isHeld(name)) found.add(name);
      return found;
    });
  const close = (): void => {
    child.stdin.end();
    void once(child, 'close').catch(() => undefined);
    child.kill();
  };
  return { read, held, close };
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
