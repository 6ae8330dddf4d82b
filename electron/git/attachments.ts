import { TidegateError } from '../../shared/errors.ts';
import type { Digest } from '../../shared/ids.ts';
import { digestOfBytes } from '../../shared/record/digest.ts';
import { commitStream } from './commitStream.ts';
import { headOf } from './repository.ts';
import { runGit } from './runGit.ts';

/** Where attachments live: no part of the proof, so that a file can be erased and no signature breaks. */
const ATTACHMENTS = 'refs/heads/attachments';
const MOST_BYTES = 5 * 1024 * 1024;

/** `ab/abcd…`: an attachment is named by its content alone. */
function pathOf(digest: Digest): string {
  const hex = digest.slice('sha256:'.length);
  return `${hex.slice(0, 2)}/${hex}`;
}

/**
 * Keeps a file on the branch `attachments`; one that is there already is left as it is, a false one gives way.
 *
 * @throws TidegateError `input-rejected` for more than 5 MB
 */
export async function writeAttachment(
  folder: string,
  content: Buffer,
  by: { readonly author: { readonly name: string; readonly email: string }; readonly at: number },
): Promise<Digest> {
  if (content.length > MOST_BYTES)
    throw new TidegateError('input-rejected', { field: 'attachment', problem: 'over 5 MB' });
  const digest = digestOfBytes(content);
  const path = pathOf(digest);
  const from = await headOf(folder, ATTACHMENTS);
  if (Buffer.isBuffer(await readAttachment(folder, digest))) return digest;
  const draft = { files: [{ path, text: content }], message: 'Attachment', ...by };
  const input = [...commitStream(draft, { ref: ATTACHMENTS, mark: 1, from }), 'done\n'];
  try {
    await runGit(folder, ['fast-import', '--quiet', '--done'], { input });
  } catch (error) {
    // Another file came onto the branch meanwhile, written here or fetched: this one goes on top of it.
    if ((await headOf(folder, ATTACHMENTS)) === from) throw error;
    return writeAttachment(folder, content, by);
  }
  return digest;
}

/** Why an attachment is not shown: erased or not here yet, or what lies under its name is another file. */
export type AttachmentLack = 'missing' | 'false';

/** The content of an attachment, once it has been held against its name; else why there is none to show. */
export async function readAttachment(folder: string, digest: Digest): Promise<Buffer | AttachmentLack> {
  const head = await headOf(folder, ATTACHMENTS);
  if (head === null) return 'missing';
  const listed = await runGit(folder, ['ls-tree', '-l', '-z', '--full-tree', head, '--', pathOf(digest)]);
  const entry = listed.stdout.toString();
  if (entry === '') return 'missing';
  // Anybody who may push can put anything there: a link, a folder, more than a memory holds.
  const [, blob, bytes] = /^100644 blob (\w+) +(\d+)\t/.exec(entry) ?? [];
  if (blob === undefined || Number(bytes) > MOST_BYTES) return 'false';
  const { stdout } = await runGit(folder, ['cat-file', 'blob', blob]);
  return digestOfBytes(stdout) === digest ? stdout : 'false';
}
