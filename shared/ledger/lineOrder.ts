import type { Digest, RecordId } from '../ids.ts';

/** A record in the folder of a change, by its path. */
interface Placed {
  readonly path: string;
  readonly digest: Digest;
}

/** A record that stands on the line after one with a greater name; its own name does not tell its place. */
export interface OutOfOrder {
  readonly digest: Digest;
  /** The greatest name before it in its folder. */
  readonly after: RecordId;
}

/** What is said of a change is read in line order; of comments and reviews nothing depends on it. */
const ordered = /^changes\/.*\/(?:request|decisions|evidence|waivers|receipts|cosigns)\/[^/]+$/;

/**
 * Which records of changes would names alone put into another order than the line? Names begin with the time of their
 * author's clock, and clocks go wrong, and what was signed offline comes late.
 *
 * @param line in line order
 */
export function outOfOrder(line: Iterable<Placed>): OutOfOrder[] {
  const last = new Map<string, RecordId>();
  const found: OutOfOrder[] = [];
  for (const { path, digest } of line) {
    if (!ordered.test(path)) continue;
    const [folder, name] = split(path);
    const greatest = last.get(folder);
    if (greatest !== undefined && name < greatest) found.push({ digest, after: greatest });
    else last.set(folder, name);
  }
  return found;
}

/** Sorts records whose positions are known, 0 for long ago, into line order, by what a checkpoint says of the others. */
export function inLineOrder<R extends { readonly filed: Placed & { readonly position: number } }>(
  files: readonly R[],
  order: readonly OutOfOrder[],
): R[] {
  const told = new Map(order.map(({ digest, after }, n) => [digest, { after, n: n + 1 }]));
  return files
    .map((file) => {
      const [folder, name] = split(file.filed.path);
      const { after, n } = told.get(file.filed.digest) ?? { after: name, n: 0 };
      return { file, folder, after, n };
    })
    .toSorted(
      (a, b) =>
        a.file.filed.position - b.file.filed.position ||
        compare(a.folder, b.folder) ||
        compare(a.after, b.after) ||
        a.n - b.n,
    )
    .map(({ file }) => file);
}

function split(path: string): readonly [folder: string, name: string] {
  const at = path.lastIndexOf('/');
  return [path.slice(0, at), path.slice(at + 1).replace(/\.json$/, '')];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
