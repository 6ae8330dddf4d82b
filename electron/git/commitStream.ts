import type { Ms } from '../../shared/time/instant.ts';

/** A commit to be made, whatever it stands on. */
export interface NewCommit {
  readonly files: Iterable<{ readonly path: string; readonly text: string }>;
  readonly message: string;
  /** Shown by Git's own tools only; no rule reads it. */
  readonly author: { readonly name: string; readonly email: string };
  readonly at: Ms;
}

/** The same, with files that need not be text. */
type AnyCommit = Omit<NewCommit, 'files'> & {
  readonly files: Iterable<{ readonly path: string; readonly text: string | Buffer }>;
};

/**
 * The commit in the words of `git fast-import`, which then answers with its name.
 *
 * @param ref receives the commit
 * @param mark a number that no other commit of this process has
 * @param from the parent; without it, what `ref` points at
 */
export function* commitStream(
  { files, message, author, at }: AnyCommit,
  { ref, mark, from }: { readonly ref: string; readonly mark: number; readonly from?: string | null },
): Iterable<Buffer> {
  const [name, email] = [author.name, author.email].map((part) => part.replaceAll(/[<>\p{Cc}]/gu, ' ').trim());
  const who = `${name || 'unknown'} <${email}> ${Math.floor(at / 1_000)} +0000`;
  const text = Buffer.from(message);
  yield Buffer.from(`commit ${ref}\nmark :${mark}\nauthor ${who}\ncommitter ${who}\ndata ${text.length}\n`);
  yield text;
  yield Buffer.from(from ? `\nfrom ${from}\n` : '\n');
  for (const file of files) {
    const content = typeof file.text === 'string' ? Buffer.from(file.text) : file.text;
    yield Buffer.concat([
      Buffer.from(`M 100644 inline ${file.path}\ndata ${content.length}\n`),
      content,
      Buffer.from('\n'),
    ]);
  }
  yield Buffer.from(`\nget-mark :${mark}\n`);
}
