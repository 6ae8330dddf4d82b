import type { Digest } from '../ids.ts';

interface Linked {
  readonly digest: Digest;
  readonly follows: readonly Digest[];
}

/**
 * Which revisions does nobody follow?
 *
 * One that counts supersedes everything it descends from, also through revisions that do not count.
 *
 * @param revisions all that are known, in line order
 * @param counts which of them count
 */
export function headsOf<R extends Linked>(revisions: readonly R[], counts: (revision: R) => boolean): R[] {
  const byDigest = new Map(revisions.map((revision) => [revision.digest, revision]));
  const living = revisions.filter(counts);
  const superseded = new Set<Digest>();
  const walk = living.flatMap(({ follows }) => follows);
  for (let digest = walk.pop(); digest !== undefined; digest = walk.pop()) {
    if (superseded.has(digest)) continue;
    superseded.add(digest);
    walk.push(...(byDigest.get(digest)?.follows ?? []));
  }
  return living.filter(({ digest }) => !superseded.has(digest));
}
